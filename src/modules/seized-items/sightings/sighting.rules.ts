/**
 * Whether a label can be where it was scanned, from the books and the visit log: of two things with the same label one
 * is where the item cannot be (situation 24). Pure.
 */
import type { Facts } from '../../../platform/errors.ts';
import { ITEM_STATES, type ItemState } from '../item-states.ts';

export interface SightingGrounds {
  readonly state: ItemState;
  /** Who has it or keeps it, when it is not in its room. */
  readonly with: string | null;
  /** The storage room in which it lies by the books; null: in none. */
  readonly room: { readonly id: string; readonly name: string } | null;
  /** The storage room in which whoever scans is now; null: in none, which says nothing. */
  readonly scannedIn: { readonly id: string; readonly name: string } | null;
  /** The seal of the box in which it lies; null: it lies in none, or the box is open. */
  readonly containerSeal: string | null;
  /** The last time since its last entry that it was scanned where it cannot be. */
  readonly lastDoubtful: {
    readonly roomId: string | null;
    readonly roomName: string | null;
    readonly byName: string;
    readonly at: string;
  } | null;
}

/** In order of precedence. `stops`: nothing is done on the strength of this label. */
export const SIGHTING_DOUBTS = {
  gone: {
    stops: true,
    zh: '台账：该物品“{state}”，实物不应还在院内。请隔离存放眼前的实物并报告异常：可能是另一件物品贴有相同标签，或处置没有办完。',
    en: 'By the books this item has ended ({state}) and is not in the court. Set the thing apart and report an incident: another thing may bear its label, or the disposition was not carried out.',
  },
  in_sealed_box: {
    stops: true,
    zh: '台账：该物品封存在箱内（封条 {seal}），箱未启封时扫不到它的标签。请核对箱封与实物；如是另一件，请隔离存放并报告异常“两件物品标签相同”。',
    en: 'By the books it lies in a sealed box (seal {seal}), where its label cannot be scanned. Check the seal and the thing; if it is another thing, set it apart and report “Two things with one label”.',
  },
  lies_elsewhere: {
    stops: true,
    zh: '台账：该物品在 {room}，而您正在 {here}。请与该库保管人核对：如那里也有一件，请隔离存放并报告异常“两件物品标签相同”；如确已移来，请先补办移库。',
    en: 'By the books it lies in {room}, but you are in {here}. Ask its custodian: if there is one there too, set it apart and report “Two things with one label”; if it was brought here, record the move first.',
  },
  seen_elsewhere: {
    stops: true,
    zh: '{at} {by} 在 {there} 扫到过同一标签，此后该物品没有移动记录。请与其核对；如有两件，请隔离存放并报告异常“两件物品标签相同”。',
    en: '{by} scanned the same label in {there} at {at}, and the item has not moved since. Ask them; if there are two, set them apart and report “Two things with one label”.',
  },
  out_and_seen: {
    stops: false,
    zh: '台账：该物品“{state}”（{with}），{at} {by} 在 {there} 扫到过同一标签，此后没有办理归还。请与其核对：是同一件的，请办理归还入库；如有两件，请隔离存放并报告异常“两件物品标签相同”。',
    en: 'By the books it is “{state}” ({with}), and {by} scanned the same label in {there} at {at} without taking it in. Ask them: if it is the same thing, take it in; if there are two, set them apart and report “Two things with one label”.',
  },
  is_out: {
    stops: false,
    zh: '台账：该物品“{state}”（{with}）。如正在归还，请办理归还入库；否则请隔离存放并报告异常。',
    en: 'By the books it is “{state}” ({with}). If it is coming back, take it in; otherwise set it apart and report an incident.',
  },
} as const;
export type SightingDoubtKey = keyof typeof SIGHTING_DOUBTS;

export interface SightingDoubt {
  readonly key: SightingDoubtKey;
  readonly facts: Facts;
}

/** Ends after which the thing itself is gone; what was split up or listed otherwise is still there. */
const GONE: ReadonlySet<ItemState> = new Set([
  ...(['returned', 'to_treasury', 'destroyed', 'handed_over', 'sent_back', 'consumed', 'lost'] as const),
]);
const OUT: ReadonlySet<ItemState> = new Set(['on_loan', 'in_transit', 'kept_elsewhere']);

/**
 * What is out comes back through a room, on more than one scan and past more than one room: it is told where it was seen,
 * and no scan of it stops the way in.
 */
function doubtOfOut(
  { with: keeper, scannedIn, lastDoubtful }: SightingGrounds,
  state: Facts[string],
): SightingDoubt | null {
  const facts = { state, with: keeper ?? '—' };
  if (lastDoubtful !== null && lastDoubtful.roomId !== null && lastDoubtful.roomId !== scannedIn?.id) {
    const { at, byName: by, roomName } = lastDoubtful;
    return { key: 'out_and_seen', facts: { ...facts, at, by, there: roomName ?? '' } };
  }
  return scannedIn === null ? null : { key: 'is_out', facts };
}

/** null: nothing speaks against it. */
export function findSightingDoubt(grounds: SightingGrounds): SightingDoubt | null {
  const { room, scannedIn, containerSeal, lastDoubtful } = grounds;
  const state = ITEM_STATES[grounds.state];
  if (GONE.has(grounds.state)) return { key: 'gone', facts: { state } };
  if (grounds.state === 'under_investigation') return null;
  if (OUT.has(grounds.state)) return doubtOfOut(grounds, state);
  if (containerSeal !== null) return { key: 'in_sealed_box', facts: { seal: containerSeal } };
  if (room !== null && scannedIn !== null && room.id !== scannedIn.id)
    return { key: 'lies_elsewhere', facts: { room: room.name, here: scannedIn.name } };
  if (lastDoubtful !== null && lastDoubtful.roomId !== null && lastDoubtful.roomId !== scannedIn?.id) {
    const { at, byName: by, roomName } = lastDoubtful;
    return { key: 'seen_elsewhere', facts: { at, by, there: roomName ?? '' } };
  }
  return null;
}
