/** Why a place is not added, moved or closed. Runs in the browser too. */
import { defineRefusals, Refusal, type Facts, type Problem } from '../../platform/errors.ts';

/** In order of precedence: an earlier reason hides a later one. */
export const PLACE_REFUSALS = defineRefusals({
  PLACE_NOT_FOUND: {
    status: 404,
    zh: '没有找到该位置，可能不在您的管理范围内。',
    en: 'No such place. It may lie outside what you manage.',
  },
  PLACE_CLOSED: {
    status: 409,
    zh: '该位置已停用，请先恢复使用。',
    en: 'The place is closed. Reopen it first.',
  },
  PLACE_NOT_CLOSED: {
    status: 409,
    zh: '该位置正在使用，无需恢复。',
    en: 'The place is open, so it need not be reopened.',
  },
  PLACE_PARENT_NOT_FOUND: {
    status: 409,
    zh: '上级位置不存在，请重新选择。',
    en: 'The place above does not exist. Choose another.',
  },
  PLACE_PARENT_CLOSED: {
    status: 409,
    zh: '上级位置已停用，请另选或先恢复使用。',
    en: 'The place above is closed. Choose another, or reopen it first.',
  },
  PLACE_BELOW_ITSELF: {
    status: 409,
    zh: '不能移到自身或其下级位置之下，请重新选择。',
    en: 'A place cannot move below itself. Choose another place above.',
  },
  PLACE_KIND_NOT_ALLOWED_HERE: {
    status: 409,
    zh: '此处不能设置这一类位置，请选择其他类别或上级位置。',
    en: 'This kind of place cannot lie here. Choose another kind or another place above.',
  },
  PLACE_NAME_HAS_SEPARATOR: {
    status: 409,
    zh: '名称中不能有“ / ”，它用于分隔上下级位置。请改用其他写法。',
    en: 'A name cannot contain “ / ”, which parts the places of a path. Write it differently.',
  },
  PLACE_NAME_LISTED_TWICE: {
    status: 409,
    zh: '名称“{name}”在清单中出现了两次，请删去一个。',
    en: 'The name “{name}” is listed twice. Remove one.',
  },
  PLACE_NAME_TAKEN: {
    status: 409,
    zh: '同一上级之下已有“{name}”，请换一个名称。',
    en: 'There is a place “{name}” here already. Choose another name.',
  },
  PLACE_NAME_TOO_LONG: {
    status: 409,
    zh: '名称超过 {limit} 个字，请缩短。',
    en: 'The name is longer than {limit} characters. Shorten it.',
  },
  PLACE_NAMES_MISSING: {
    status: 409,
    zh: '没有填写名称，请每行填写一个，或填写如“301～320”的范围。',
    en: 'No name was given. Type one a line, or a range such as 301～320.',
  },
  PLACE_NAMES_TOO_MANY: {
    status: 409,
    zh: '一次最多新增 {limit} 个位置，请分次办理。',
    en: 'At most {limit} places can be added at once. Add them in parts.',
  },
  PLACE_ALREADY_THERE: {
    status: 409,
    zh: '该位置已在所选上级之下，无需移动。',
    en: 'The place lies there already; nothing to move.',
  },
  PLACE_HOLDS_THINGS: {
    status: 409,
    zh: '此处还有{what} {count} 件，移到另一房间后台账上没有它们的去向。请先为这些物品办理移库或变更存放地点，再移动空的位置。',
    en: '{count} {whatEnglish} are here, and would be in another room without an entry of their own. Move them by their own commands first, then the empty place.',
  },
  PLACE_NAME_UNCHANGED: {
    status: 409,
    zh: '名称与原来相同，无需修改。',
    en: 'The name is the same as before.',
  },
  PLACE_HAS_PLACES_BELOW: {
    status: 409,
    zh: '其下还有 {count} 个在用位置，请先停用或移走。',
    en: '{count} open place(s) lie below. Close or move them first.',
  },
  PLACE_NOT_EMPTY: {
    status: 409,
    zh: '此处还有{what} {count} 件，请先移走再停用。',
    en: '{count} {whatEnglish} are still here. Move them first, then close the place.',
  },
  PLACES_REFUSED: {
    status: 409,
    zh: '{count} 个位置不能新增，全部未写入。请更正后重新提交。',
    en: '{count} place(s) cannot be added and nothing was written. Correct them and send again.',
  },
});

export type PlaceRefusalReason = keyof typeof PLACE_REFUSALS;

/** To be thrown. */
export function refusePlace(
  reason: PlaceRefusalReason,
  facts: Facts = {},
  problems: readonly Problem[] = [],
): Refusal {
  return new Refusal(reason, PLACE_REFUSALS[reason], facts, problems);
}
