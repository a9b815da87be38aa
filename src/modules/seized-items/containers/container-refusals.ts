/** Why something is not done with a box or bag: one closed list in order of precedence. */
import { defineRefusals, Refusal, type Facts } from '../../../platform/errors.ts';

export const CONTAINER_REFUSALS = defineRefusals({
  CONTAINER_NOT_FOUND: {
    status: 404,
    zh: '没有找到该箱袋，请核对编码。',
    en: 'No such box or bag. Check its code.',
  },
  CONTAINER_CLOSED: {
    status: 409,
    zh: '该箱袋已停用，请另取一个。',
    en: 'The box or bag is out of use. Take another one.',
  },
  CONTAINER_SHUT: {
    status: 409,
    zh: '该箱袋已封存（封条 {seal}），请先启封。',
    en: 'The box or bag is sealed (seal {seal}). Open it first.',
  },
  CONTAINER_NOT_SEALED: {
    status: 409,
    zh: '该箱袋没有封存，无须启封。',
    en: 'The box or bag is not sealed.',
  },
  CONTAINER_EMPTY: {
    status: 409,
    zh: '箱袋是空的，不需要封存。',
    en: 'There is nothing in it to seal.',
  },
  CONTAINER_NOT_EMPTY: {
    status: 409,
    zh: '箱袋内还有物品或箱袋，请先取出。',
    en: 'Something is still in it. Take that out first.',
  },
  CONTAINER_IN_ANOTHER: {
    status: 409,
    zh: '该箱袋在“{name}”内，请移动外层箱袋，或先取出。',
    en: 'It lies in “{name}”. Move that one, or take it out first.',
  },
  CONTAINER_IN_ITSELF: {
    status: 409,
    zh: '箱袋不能装入自身或其内层箱袋。',
    en: 'A box cannot go into itself or into what lies in it.',
  },
  CONTAINER_CARRIED: {
    status: 409,
    zh: '箱袋正由 {holder} 携带，请先放入库房。',
    en: 'It is being carried by {holder}. Put it into a room first.',
  },
  CONTAINER_NOT_CARRIED: {
    status: 409,
    zh: '箱袋不在您手中，请由取出的人放入。',
    en: 'It is not in your hands. Whoever carried it out carries it in.',
  },
  CONTAINER_ELSEWHERE: {
    status: 409,
    zh: '物品与箱袋不在同一库房，请先移到一处。',
    en: 'The item and the box are in different rooms. Bring them together first.',
  },
  ITEM_IN_ANOTHER_CONTAINER: {
    status: 409,
    zh: '{name}已在别的箱袋内，请先取出。',
    en: '{name} lies in another box. Take it out first.',
  },
  ITEM_NOT_IN_CONTAINER: {
    status: 409,
    zh: '{name}不在该箱袋内，请刷新后核对。',
    en: '{name} is not in this box. Reload and check.',
  },
  CONTAINER_OF_LOT: {
    status: 409,
    zh: '这是整批货物的计数箱，不能装入其他物品。',
    en: 'This is a counted box of a lot. Nothing else goes into it.',
  },
  LOT_EXCEEDED: {
    status: 409,
    zh: '各箱合计 {sum}，超过结存 {onHand}，请核对。',
    en: 'The boxes hold {sum} together, more than the {onHand} on hand. Check them.',
  },
  LOT_NOT_PACKED: {
    status: 409,
    zh: '该物品没有全部装入计数箱（已装 {packed}，结存 {onHand}），须逐件清点。',
    en: 'Not all of it lies in counted boxes ({packed} of {onHand}). Count every piece.',
  },
  LOT_SEAL_BROKEN: {
    status: 409,
    zh: '有 {count} 箱未封存，不得抽样，须逐箱清点。',
    en: '{count} box(es) are not sealed, so none may be drawn by lot. Count every box.',
  },
  LOT_DRAW_DIFFERS: {
    status: 409,
    zh: '清点的箱与抽中的箱不一致，请按抽签结果逐箱清点。',
    en: 'Those are not the boxes that were drawn. Count exactly these.',
  },
});
export type ContainerRefusalReason = keyof typeof CONTAINER_REFUSALS;

/** A refusal about a box or bag by its reason. */
export function refuseContainer(reason: ContainerRefusalReason, facts: Facts = {}): Refusal {
  return new Refusal(reason, CONTAINER_REFUSALS[reason], facts);
}
