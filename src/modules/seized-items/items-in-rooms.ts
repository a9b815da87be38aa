/** What a storage room holds, and what its custodian has open, for the handover of the room. */
import type { TenantReader } from '../../platform/database.ts';
import { wordOf } from '../../platform/errors.ts';
import { REQUEST_STATES } from '../approvals/approval-states.ts';
import { listOpenRequestsAbout } from '../approvals/list-open-requests.ts';
import type { MatterKind } from '../rooms/handover-matters.ts';
import type { Particulars } from '../rooms/particulars.ts';
import type { OpenMatter, RoomContents, RoomOfCourt } from '../rooms/room-contents.ts';
import { normaliseQuantity } from '../ledger/entry.ts';
import { listOpenCounts } from './baseline/count-difference.sql.ts';
import { countItemsBelow } from './item-place.sql.ts';
import { listHeldItems, listOpenItems, type HeldItemRow } from './item-room.sql.ts';
import { ITEM_REQUEST_KINDS, itemRequestKindOfApproval } from './item-request-kinds.ts';
import { isEnded, ITEM_STATES, type ItemState } from './item-states.ts';
import { lockItems } from './item.sql.ts';
import { requireOdometersRead } from './odometers/require-odometers-read.ts';
import { occasionOf } from './occasion.ts';
import { objectToLeavingMoves } from './room-moves/object-to-leaving.ts';
import { listOpenRoomMoves } from './room-moves/open-room-move.sql.ts';
import { recordBaseline } from './verify-items.ts';

type HeldInCase = Pick<HeldItemRow, 'caseNumber' | 'number' | 'onHand' | 'unit' | 'sealNumber' | 'container'>;

/** Its case, how much, its seal and box, as a checklist says them. */
export function particularsOf({
  caseNumber,
  number,
  onHand,
  unit,
  sealNumber,
  container,
}: HeldInCase): Particulars {
  return { caseNumber, number, quantity: normaliseQuantity(onHand), unit, sealNumber, container };
}

/**
 * What came from an older register and was found by the count of a handover has its baseline, unless two people counted
 * another number.
 */
const confirmCounted: RoomContents['confirmCounted'] = async (command, { subjectIds, basis, since }) => {
  await requireOdometersRead(command, subjectIds, since);
  const items = await lockItems(command.trx, command.actor.courtId, subjectIds);
  const differing = await listOpenCounts(command.trx, command.actor.courtId, subjectIds);
  const unverified = items.filter(
    ({ id, isUnverified, standing }) => isUnverified && !isEnded(standing.state) && !differing.has(id),
  );
  if (unverified.length > 0) await recordBaseline(command, unverified, occasionOf(command, { basis }));
};

/** What was asked for about things of the room and is not carried out, one matter a request. */
async function listRequestMatters(
  reader: TenantReader,
  { courtId, roomId }: RoomOfCourt,
  now: Date,
): Promise<OpenMatter[]> {
  const held = await listHeldItems(reader, { courtId, roomId });
  const byId = new Map(held.map((row) => [row.id, row]));
  const lines = await listOpenRequestsAbout(reader, { courtId, subjectIds: [...byId.keys()], now });
  return lines.flatMap((line, index): OpenMatter[] => {
    const asked = lines.filter(({ requestId }) => requestId === line.requestId);
    const item = byId.get(line.subjectId);
    const kind = itemRequestKindOfApproval(line.kind);
    if (!item || !kind || lines.findIndex(({ requestId }) => requestId === line.requestId) < index) return [];
    const [what, state] = [ITEM_REQUEST_KINDS[kind], REQUEST_STATES[line.state]];
    const condition = { zh: `${what.zh}，${state.zh}`, en: `${what.en}: ${state.en}` };
    const particulars = asked.length === 1 ? particularsOf(item) : null;
    const detail = `${line.number} ${line.applicantName}`;
    return [{ kind: 'request', title: item.name, condition, detail, particulars }];
  });
}

function kindOf(state: ItemState): MatterKind {
  if (state === 'discrepancy') return 'difference';
  return state === 'on_loan' ? 'loan' : 'other';
}

export const ITEMS_IN_ROOMS: RoomContents = {
  key: 'seizedItems',
  confirmCounted,
  label: { zh: '涉案财物', en: 'seized items' },
  async listHeld(reader, room) {
    const rows = await listHeldItems(reader, room);
    return rows.map((row) => ({
      subjectId: row.id,
      code: row.code,
      title: row.name,
      detail: null,
      particulars: particularsOf(row),
      placePath: row.place,
    }));
  },
  async countHeld(reader, { courtId, roomId }) {
    return (await countItemsBelow(reader, courtId, [roomId])).get(roomId) ?? 0;
  },
  objectToLeaving: objectToLeavingMoves,
  async listOpenMatters(reader, { at, ...office }) {
    const rows = await listOpenItems(reader, office);
    const moves = await listOpenRoomMoves(reader, office);
    const things = rows.map((row): OpenMatter => ({
      particulars: particularsOf(row),
      kind: kindOf(row.state),
      title: row.name,
      condition: wordOf(ITEM_STATES[row.state]),
      detail: null,
    }));
    const carried = moves.map(({ id, fromRoom, toRoom, document }): OpenMatter => ({
      ...{ kind: 'room_move', subjectId: id, title: `${fromRoom} → ${toRoom}`, detail: document },
    }));
    return [...things, ...carried, ...(await listRequestMatters(reader, office, at))];
  },
};
