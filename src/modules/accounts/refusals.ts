/** Why accounts refuse, in order of precedence, and what the person does next. */
import { defineRefusals, Refusal, type Facts, type Problem } from '../../platform/errors.ts';
import { PASSWORD_LENGTH_MAX, PASSWORD_LENGTH_MIN, type PasswordProblem } from './rules.ts';

export const ACCOUNT_REFUSALS = defineRefusals({
  SIGN_IN_BUSY: {
    status: 503,
    zh: '登录人数较多，请在 {seconds} 秒后重试。',
    en: 'Many people are signing in. Try again in {seconds} seconds.',
  },
  SIGN_IN_THROTTLED: {
    status: 429,
    zh: '密码输错次数过多，请在 {seconds} 秒后重试；如忘记密码，请联系系统管理员重置。',
    en: 'Too many wrong passwords. Try again in {seconds} seconds, or ask the system administrator for a new password.',
  },
  SIGN_IN_FAILED: {
    status: 401,
    zh: '用户名或密码不正确，请核对后重试；如忘记密码，请联系系统管理员重置。',
    en: 'The name or the password is wrong. Check both, or ask the system administrator for a new password.',
  },
  NO_ROLE_TODAY: {
    status: 403,
    zh: '您的账号目前没有任何有效角色，请联系安全管理员授权后再登录。',
    en: 'Your account has no role today. Ask the security administrator for one, then sign in.',
  },
  CURRENT_PASSWORD_WRONG: {
    status: 422,
    zh: '当前密码不正确，请重新输入。',
    en: 'The current password is wrong. Type it again.',
  },
  PASSWORD_UNFIT: {
    status: 422,
    zh: '新密码不符合要求，请按提示更换。',
    en: 'The new password will not do. Choose another one as told.',
  },
  PIN_TRIVIAL: {
    status: 422,
    zh: '确认码过于简单（连号或重复数字），请更换。',
    en: 'The PIN is a run or a repetition. Choose another one.',
  },
  PIN_NOT_SET: {
    status: 422,
    zh: '{name} 尚未设置确认码，请其先在“本人账号”中设置。',
    en: '{name} has no PIN yet. They set one under “My account” first.',
  },
  PIN_LOCKED: {
    status: 429,
    zh: '{name} 的确认码输错次数过多，已锁定，请在 {seconds} 秒后重试或联系安全管理员解锁。',
    en: 'The PIN of {name} is locked after too many failures. Try again in {seconds} seconds or ask the security administrator.',
  },
  PIN_GUESSES_TOO_MANY: {
    status: 429,
    zh: '您输错确认码的次数过多，请在 {seconds} 秒后重试，并请确认人本人输入。',
    en: 'You sent too many wrong PINs. Try again in {seconds} seconds, and let the person type their own.',
  },
  PIN_WRONG: {
    status: 422,
    zh: '{name} 的确认码不正确，还可再试 {left} 次。',
    en: 'The PIN of {name} is wrong; {left} attempt(s) are left.',
  },
  SECOND_PERSON_IS_ACTOR: {
    status: 422,
    zh: '确认人不能是您本人，请由另一人确认。',
    en: 'You cannot confirm your own action. Another person must.',
  },
  SECOND_PERSON_UNFIT: {
    status: 422,
    zh: '所选确认人的账号已停用或在本院没有有效角色，请另选一人。',
    en: 'The second person has no open account with a role in this court. Choose another person.',
  },
  SET_UP_LINK_INVALID: {
    status: 404,
    zh: '首次设置链接无效、已使用或已过期，请重新启动系统以获得新链接。',
    en: 'The set-up link is wrong, used or expired. Start the system again to get a new one.',
  },
  NO_ROLE_IN_COURT: {
    status: 403,
    zh: '您在所选法院没有有效角色，请选择其他法院或联系该院安全管理员。',
    en: 'You have no role in that court today. Choose another court or ask its security administrator.',
  },
  TOKEN_SCOPE_NOT_HELD: {
    status: 422,
    zh: '令牌的权限超出您本人的权限：{scopes}，请去掉后重试。',
    en: 'The token asks for more than you may do yourself: {scopes}. Remove these.',
  },
  TOKEN_EXPIRY_OUT_OF_RANGE: {
    status: 422,
    zh: '令牌的到期时间须晚于现在且不超过一年。',
    en: 'A token expires later than now and within a year.',
  },
  COURT_LEVEL_NOT_BELOW: {
    status: 422,
    zh: '下级法院的层级须低于上级法院，请核对层级。',
    en: 'A court below stands on a lower level than the court above. Check the level.',
  },
  DIVISION_NUMBER_TAKEN: {
    status: 409,
    zh: '区划代码 {divisionNumber} 已被其他法院使用，请核对。',
    en: 'Another court has the number {divisionNumber}. Check it.',
  },
  USERNAME_TAKEN: {
    status: 409,
    zh: '用户名 {username} 已被使用，请更换；如为外院调入人员，请由安全管理员按用户名授予角色。',
    en: 'The name {username} is taken. Choose another; a person of another court is given a role by that name.',
  },
  DEPARTMENT_NOT_FOUND: {
    status: 422,
    zh: '所选部门不存在或已撤销，请重新选择。',
    en: 'That department does not exist or is closed. Choose another.',
  },
  DEPARTMENT_NAME_TAKEN: {
    status: 409,
    zh: '本院已有名为“{name}”的部门，请更换名称。',
    en: 'The court has a department named “{name}” already. Choose another name.',
  },
  DEPARTMENT_BELOW_ITSELF: {
    status: 422,
    zh: '部门不能移到自身或其下级部门之下，请另选上级部门。',
    en: 'A department cannot be moved below itself. Choose another parent.',
  },
  DEPARTMENT_HAS_PEOPLE: {
    status: 409,
    zh: '部门内还有 {count} 人，请先将其调到其他部门。',
    en: '{count} person(s) are still in the department. Move them first.',
  },
  DEPARTMENT_HAS_DEPARTMENTS: {
    status: 409,
    zh: '部门之下还有 {count} 个未撤销的部门，请先处理下级部门。',
    en: '{count} open department(s) are still below it. Close or move them first.',
  },
  PERSON_NOT_FOUND: {
    status: 422,
    zh: '没有找到此人或其账号已停用，请核对。',
    en: 'There is no such person with an open account. Check the name.',
  },
  PERSON_OF_OTHER_COURT: {
    status: 403,
    zh: '此人的账号由其所在法院管理，请联系该院系统管理员。',
    en: 'The account is kept by the person’s own court. Ask its system administrator.',
  },
  PERSON_IS_ONESELF: {
    status: 422,
    zh: '不能对本人的账号办理此事，请由另一名系统管理员办理；修改密码请在“本人账号”中进行。',
    en: 'You cannot do this to your own account. Another administrator does; change your password under “My account”.',
  },
  PERSON_IS_ADMINISTRATOR: {
    status: 409,
    zh: '此人仍是管理员，请先由安全管理员终止其管理员角色，再停用账号。',
    en: 'The person is still an administrator. The security administrator ends that role first.',
  },
  SECOND_ADMINISTRATOR_REQUIRED: {
    status: 422,
    zh: '重置管理员的密码须由另一名管理员以确认码确认，请填写确认人。',
    en: 'Resetting an administrator’s password takes another administrator’s PIN. Name the second person.',
  },
  GRANT_TO_ONESELF: {
    status: 403,
    zh: '不能给自己授予角色，请由另一名管理员办理。',
    en: 'Nobody grants a role to themselves. Another administrator does.',
  },
  TERM_REVERSED: {
    status: 422,
    zh: '终止日期须晚于起始日期，请更正。',
    en: 'The end must be later than the beginning. Correct the dates.',
  },
  TERM_STARTS_IN_PAST: {
    status: 422,
    zh: '日期不能早于今天，请更正。',
    en: 'The day must not be earlier than today. Correct it.',
  },
  DEPARTMENT_REQUIRED: {
    status: 422,
    zh: '部门负责人须指定部门，请选择部门。',
    en: 'A head of department needs a department. Choose one.',
  },
  ROLE_ALREADY_HELD: {
    status: 409,
    zh: '此人在该期间已有相同角色，无需重复授予。',
    en: 'The person holds this role in that time already.',
  },
  ADMINISTRATOR_EXISTS: {
    status: 409,
    zh: '本院已有该管理员，后续任命请由安全管理员办理。',
    en: 'The court has this administrator already. The security administrator appoints further ones.',
  },
  ADMINISTRATORS_KEPT_APART: {
    status: 409,
    zh: '系统、安全、审计管理员须由不同人员担任，且不得兼任业务角色（三员分立）。请另选人员或先终止其现有角色。',
    en: 'System, security and audit administrators are different persons and hold no business role. Choose another person or end the other role first.',
  },
  MEMBERSHIP_ENDED: {
    status: 409,
    zh: '该角色届时已终止，请刷新后核对。',
    en: 'The role has ended by that day already. Reload and check.',
  },
  LAST_SECURITY_ADMINISTRATOR: {
    status: 409,
    zh: '这是本院唯一的安全管理员，请先授予另一人后再终止。',
    en: 'This is the court’s only security administrator. Appoint another one first.',
  },
});

export type AccountRefusalCode = keyof typeof ACCOUNT_REFUSALS;

/** A refusal of the accounts module by its code; `facts.seconds` also becomes Retry-After. */
export function refuseAccount(
  code: AccountRefusalCode,
  facts: Facts = {},
  problems: readonly Problem[] = [],
): Refusal {
  const retryAfterSeconds = typeof facts['seconds'] === 'number' ? facts['seconds'] : undefined;
  return new Refusal(code, ACCOUNT_REFUSALS[code], facts, problems, retryAfterSeconds);
}

const PASSWORD_SENTENCES: Record<PasswordProblem, { zh: string; en: string }> = {
  PASSWORD_TOO_SHORT: {
    zh: `密码至少 ${PASSWORD_LENGTH_MIN} 个字符，可使用一句容易记住的话。`,
    en: `At least ${PASSWORD_LENGTH_MIN} characters; a sentence that you remember does well.`,
  },
  PASSWORD_TOO_LONG: {
    zh: `密码最多 ${PASSWORD_LENGTH_MAX} 个字符。`,
    en: `At most ${PASSWORD_LENGTH_MAX} characters.`,
  },
  PASSWORD_COMMON: {
    zh: '该密码过于常见，容易被猜中，请更换。',
    en: 'The password is common and guessed first. Choose another one.',
  },
  PASSWORD_CONTAINS_NAME: {
    zh: '密码不能包含用户名、姓名或工号，请更换。',
    en: 'The password must not contain the username, the name or the employee number.',
  },
  PASSWORD_UNCHANGED: {
    zh: '新密码不能与当前密码相同。',
    en: 'The new password must differ from the current one.',
  },
};

/** PASSWORD_UNFIT with everything that is wrong, at `path` of the input. */
export function refusePassword(path: string, problems: readonly PasswordProblem[]): Refusal {
  return refuseAccount(
    'PASSWORD_UNFIT',
    {},
    problems.map((code) => ({ path, code, ...PASSWORD_SENTENCES[code] })),
  );
}
