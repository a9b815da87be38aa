/**
 * What a password and a PIN must not be. Length counts, composition does not (NIST SP 800-63B §3.1.1.2): no wanted
 * classes of characters, but nothing that is guessed first.
 */

export const PASSWORD_LENGTH_MIN = 10;
export const PASSWORD_LENGTH_MAX = 200;

/** In the order in which they are told; a password can have several. */
export const PASSWORD_PROBLEMS = [
  'PASSWORD_TOO_SHORT',
  'PASSWORD_TOO_LONG',
  'PASSWORD_COMMON',
  'PASSWORD_CONTAINS_NAME',
  'PASSWORD_UNCHANGED',
] as const;
export type PasswordProblem = (typeof PASSWORD_PROBLEMS)[number];

/** With digits and signs around them they are still the first that are tried. */
const COMMON_WORDS = new Set(
  (
    'password passw0rd passwd admin administrator root user test guest welcome letmein iloveyou woaini wodemima mima ' +
    'qwerty qwert asdf asdfgh zxcvbn qazwsx qazwsxedc qweasd qweasdzxc abc abcd abcdef aaa monkey dragon sunshine ' +
    'princess football baseball superman changeme default secret login master hello china zhongguo beijing neimenggu ' +
    'bayannaoer bayannur linhe fayuan faguan fating renminfayuan zhongyuan gaoyuan jiceng court courts judge justice ' +
    'zhuangbei zhuangbeike zichan zichanguanli shean caiwu sheancaiwu cheliang guanliyuan xitongguanliyuan anquan ' +
    'shenji 法院 人民法院 中级人民法院 装备科 密码 我的密码 管理员 系统管理员 固定资产 涉案财物'
  ).split(' '),
);

const COMMON_PASSWORDS = new Set(
  (
    '1q2w3e4r5t 1q2w3e4r5t6y q1w2e3r4t5 1qaz2wsx3edc 1qaz2wsx3edc4rfv zaq12wsxcde3 qaz123wsx456 a1b2c3d4e5 ' +
    'woaini1314 woaini520 5201314520 1314520520 147258369 1472583690 7894561230 0147852369 1122334455 112233445566'
  ).split(' '),
);

const KEYBOARD_RUNS = [
  'qwertyuiopasdfghjklzxcvbnm',
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  '1234567890qwertyuiop',
];

function isRun(text: string): boolean {
  const isInside = (run: string) => run.includes(text) || [...run].reverse().join('').includes(text);
  return KEYBOARD_RUNS.some((run) => isInside(run) || isInside(run + run));
}

function isRepetition(text: string): boolean {
  return /^(.{1,5}?)\1+.{0,4}$/u.test(text) && new Set(text).size <= 5;
}

function isCommon(password: string): boolean {
  const text = password.normalize('NFKC').toLowerCase();
  const core = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const letters = text.replace(/[^\p{L}\p{N}]/gu, '');
  const leftOver = letters.replace(/^\d+|\d+$/gu, '');
  return (
    COMMON_PASSWORDS.has(letters) ||
    COMMON_WORDS.has(core) ||
    COMMON_WORDS.has(leftOver) ||
    isRun(letters) ||
    isRepetition(text)
  );
}

export interface PasswordOwner {
  readonly username: string;
  readonly fullName: string;
  readonly employeeNumber: string | null;
}

/** Everything that is wrong with a new password; `isUnchanged` when it is the old one. */
export function passwordProblems(
  password: string,
  owner: PasswordOwner,
  isUnchanged = false,
): PasswordProblem[] {
  const problems: PasswordProblem[] = [];
  const length = [...password].length;
  if (length < PASSWORD_LENGTH_MIN) problems.push('PASSWORD_TOO_SHORT');
  if (length > PASSWORD_LENGTH_MAX) problems.push('PASSWORD_TOO_LONG');
  if (isCommon(password)) problems.push('PASSWORD_COMMON');
  const text = password.normalize('NFKC').toLowerCase();
  const contains = (part: string | null, lengthMin: number) =>
    part !== null && [...part].length >= lengthMin && text.includes(part.normalize('NFKC').toLowerCase());
  if (contains(owner.username, 3) || contains(owner.fullName, 2) || contains(owner.employeeNumber, 4)) {
    problems.push('PASSWORD_CONTAINS_NAME');
  }
  if (isUnchanged) problems.push('PASSWORD_UNCHANGED');
  return problems;
}

/** Six digits that are guessed first: runs and repetitions. */
export function isTrivialPin(pin: string): boolean {
  const repeated = /^(\d)\1{5}$|^(\d\d)\2\2$|^(\d{3})\3$|^(\d)\4(\d)\5(\d)\6$|^(\d)\7\7(\d)\8\8$/.test(pin);
  const run = '01234567890'.includes(pin) || '09876543210'.includes(pin);
  return repeated || run;
}

export const PIN_FAILURES_MAX = 5;
export const PIN_LOCK_MINUTES = 15;
/** Wrong PINs that one person may send within that time, whoever they belong to: nobody can lock those of all others. */
export const PIN_GUESSES_MAX = 15;
