/** Why a room is not set up, a custodian not appointed, a movement not taken. Runs in the browser too. */
import { defineRefusals, Refusal, type Facts } from '../../platform/errors.ts';

/** In order of precedence: an earlier reason hides a later one. */
export const ROOM_REFUSALS = defineRefusals({
  ROOM_NOT_FOUND: {
    status: 404,
    zh: '没有找到该库房，可能不在您的管理范围内，或此位置不能作库房。',
    en: 'No such room. It may lie outside what you manage, or the place cannot be a storage room.',
  },
  ROOM_CLOSED: {
    status: 409,
    zh: '该位置已停用，请先恢复使用。',
    en: 'The place is closed. Reopen it first.',
  },
  NOT_A_STORAGE_ROOM: {
    status: 409,
    zh: '该位置尚未设为涉案财物库房，请先在位置页完成库房设置。',
    en: 'The place is not set up as a storage room. Do that on its page first.',
  },
  PLACE_OUTSIDE_ROOMS: {
    status: 409,
    zh: '该位置不在涉案财物库房内，没有保管条件可登记。请先把所在房间设为库房。',
    en: 'The place lies in no storage room. Set its room up as one first.',
  },
  CATEGORY_LIST_ONLY: {
    status: 409,
    zh: '“{category}”由其他机关保管，本院只存清单和照片，请从可存放类别中去掉。',
    en: '“{category}” is kept by another organ; the court holds the list only. Leave it out.',
  },
  LOCKER_NOT_FOUND: {
    status: 409,
    zh: '暂存柜须是在用的“柜/暂存柜”类位置，请重新选择。',
    en: 'The emergency locker must be an open place of the kind locker. Choose another.',
  },
  LOCKER_OF_OTHER_ROOM: {
    status: 409,
    zh: '该暂存柜已归其他库房使用，请另选。',
    en: 'The locker belongs to another room already. Choose another.',
  },
  ROOM_STILL_ANSWERED_FOR: {
    status: 409,
    zh: '库房仍有保管人或代管人，请先办理交接或终止任命，再取消库房设置。',
    en: 'Somebody still answers for the room. Hand it over or end the appointment first.',
  },
  ROOM_STILL_HOLDS: {
    status: 409,
    zh: '库房内还有{what} {count} 件，请先移走或办理交接。',
    en: '{count} {whatEnglish} are still in the room. Move them, or hand the room over.',
  },
  ROOM_FROZEN: {
    status: 409,
    zh: '“{room}”正在办理保管交接，出入库已冻结，交接完成或取消后再办理。',
    en: 'The room “{room}” is being handed over and frozen. Wait until that is completed or cancelled.',
  },
});

export type RoomRefusalReason = keyof typeof ROOM_REFUSALS;

/** To be thrown. */
export function refuseRoom(reason: RoomRefusalReason, facts: Facts = {}): Refusal {
  return new Refusal(reason, ROOM_REFUSALS[reason], facts);
}
