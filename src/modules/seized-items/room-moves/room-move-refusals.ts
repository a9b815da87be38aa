/** Why the move of a whole room is not begun or ended: one closed list in order of precedence. Runs in the browser too. */
import { defineRefusals, Refusal, type Facts } from '../../../platform/errors.ts';

export const ROOM_MOVE_REFUSALS = defineRefusals({
  ROOM_MOVE_NOT_FOUND: {
    status: 404,
    zh: '没有找到该搬迁任务，请刷新后重试。',
    en: 'There is no such move of a room. Reload and try again.',
  },
  ROOM_MOVE_ENDED: {
    status: 409,
    zh: '该搬迁已经结束，请刷新查看。',
    en: 'The move has ended already. Reload to see it.',
  },
  ROOM_MOVE_SAME_ROOM: {
    status: 409,
    zh: '原库与新库是同一库房，请选择另一个库房。',
    en: 'Both are the same room. Choose another one to move to.',
  },
  ROOM_MOVE_NOT_CUSTODIAN: {
    status: 403,
    zh: '整库搬迁由原库或新库的保管员（或代管人）办理，请由其本人办理。',
    en: 'Whoever answers for one of the two rooms does this. Ask its custodian or deputy.',
  },
  ROOM_MOVE_RUNNING: {
    status: 409,
    zh: '该库房正在搬迁，请在已有的搬迁任务中继续。',
    en: 'The room is being moved already. Go on in that move.',
  },
  ROOM_MOVE_NOTHING_THERE: {
    status: 409,
    zh: '原库中没有涉案财物，不需要搬迁。',
    en: 'Nothing lies in the room, so there is nothing to move.',
  },
  ROOM_MOVE_IN_HANDS: {
    status: 409,
    zh: '还有 {carried} 件在搬运途中，请放入库位后再结束。',
    en: '{carried} things are in somebody’s hands. Put them down first.',
  },
  ROOM_MOVE_UNFINISHED: {
    status: 409,
    zh: '原库还有 {left} 件未搬，不能办结；不再搬迁的，请中止并说明。',
    en: '{left} things are still in the old room, so the move is not done. Call it off with a reason if they stay.',
  },
  ROOM_MOVE_NOTE_MISSING: {
    status: 409,
    zh: '中止搬迁须说明原因，请填写。',
    en: 'Say why the move is called off.',
  },
  ROOM_MOVE_SECOND_PERSON: {
    status: 409,
    zh: '须由另一库房的保管员（或代管人）确认，请由其输入确认码。',
    en: 'Whoever answers for the other room confirms. Have their PIN entered.',
  },
});
export type RoomMoveReason = keyof typeof ROOM_MOVE_REFUSALS;

/** To be thrown. */
export function refuseRoomMove(reason: RoomMoveReason, facts: Facts = {}): Refusal {
  return new Refusal(reason, ROOM_MOVE_REFUSALS[reason], facts);
}
