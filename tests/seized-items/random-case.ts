/** The life of a case on paper: transitions that the rules allow, as entries, without a database. */
import { decideTransition, type ItemGrounds } from '../../src/modules/seized-items/decide-transition.ts';
import type { ItemEntry } from '../../src/modules/seized-items/item-entry.ts';
import { isCurrency, minorUnitsOf } from '../../src/modules/seized-items/item-quantity.ts';
import {
  stepStanding,
  unborn,
  type ItemStanding,
  type StandingChange,
} from '../../src/modules/seized-items/item-standing.ts';
import { ITEM_STATES } from '../../src/modules/seized-items/item-states.ts';
import {
  EVIDENCE_KINDS,
  startsLife,
  transitionOf,
  type EvidenceKind,
  type ItemTransition,
} from '../../src/modules/seized-items/item-transitions.ts';

const EVERY_PROOF = new Set(Object.keys(EVIDENCE_KINDS) as EvidenceKind[]);
const GROUNDS: ItemGrounds = {
  category: 'other',
  grade: 'ordinary',
  facts: { wear: '新', defects: '无', source: '扣押', features: '无' },
  legalHolds: [],
  isOwnershipDisputed: false,
  isInStocktake: false,
  isRoomFrozen: false,
  custodianIds: null,
  conflictedPersonIds: [],
  lastOccurredAtMs: 0,
};

export class PaperCase {
  readonly entries: ItemEntry[] = [];
  readonly standings = new Map<string, ItemStanding>();

  /** Takes an item in by its first entries; answers its id. */
  receive(quantity: string, unit: string): string {
    const itemId = `item-${this.standings.size + 1}`;
    this.post(itemId, 'preregister', quantity, {}, unit);
    this.post(itemId, 'arrive', quantity);
    this.post(itemId, 'check_in', quantity, { placeId: 'room', sealNumber: 'F1' });
    return itemId;
  }

  /** Whether the rules allow it; if so it is written. */
  post(
    itemId: string,
    transition: ItemTransition,
    quantity: string,
    change: StandingChange = {},
    unit = '',
    correctsSequence: number | null = null,
  ): boolean {
    const before = this.standings.get(itemId);
    if ((before === undefined) !== startsLife(transition)) return false;
    const standing = before ?? unborn(unit);
    const verdict = decideTransition(standing, GROUNDS, {
      transition,
      quantity,
      actor: { personId: 'actor', roles: transitionOf(transition).roles },
      secondPersonId: 'second',
      counterpartId: null,
      approval: { requestedById: 'judge', approvedByIds: ['leader'], quantity },
      evidence: EVERY_PROOF,
      occurredAtMs: 1,
      nowMs: 1,
    });
    if (!verdict.allowed) return false;
    const after = stepStanding(standing, transition, quantity, change);
    this.standings.set(itemId, after);
    const currency = isCurrency(after.unit) ? after.unit : 'CNY';
    this.entries.push({
      sequence: this.entries.length + 1,
      kind: transition,
      occurredAtMs: this.entries.length,
      from: before?.state ?? null,
      to: after.state,
      placeId: after.placeId,
      holderId: after.holderId,
      quantity,
      unit: after.unit,
      amountMinor: isCurrency(after.unit) ? (minorUnitsOf(quantity, currency) ?? 0) : 0,
      currency,
      correctsSequence,
      details: {
        itemId,
        code: itemId,
        number: Number(itemId.slice(5)),
        name: itemId,
        onHand: after.onHand,
        keeper: after.keeper,
        sealBefore: standing.sealNumber,
        seal: after.sealNumber,
        dueAt: after.dueAtMs === null ? null : new Date(after.dueAtMs).toISOString(),
        container: after.containerId,
        condition: null,
        isVisitMissing: false,
      },
    });
    return true;
  }

  /** Splits a part off into a child of its own, or the whole into children. */
  split(itemId: string, quantity: string): string | null {
    const unit = this.standings.get(itemId)?.unit ?? '';
    if (!this.post(itemId, 'split_off', quantity)) return null;
    const childId = `item-${this.standings.size + 1}`;
    this.post(childId, 'split_from', quantity, {}, unit);
    return childId;
  }

  mergeBack(childId: string, parentId: string): boolean {
    const [child, parent] = [this.standings.get(childId), this.standings.get(parentId)];
    if (child?.state !== 'in_store' || parent?.state !== 'in_store' || child.unit !== parent.unit)
      return false;
    return this.post(childId, 'merge_back', child.onHand) && this.post(parentId, 'take_in', child.onHand);
  }

  /** Reverses the last disposal of an item that has ended. */
  reverse(itemId: string): boolean {
    const last = this.entries.findLast(({ details }) => details.itemId === itemId);
    const standing = this.standings.get(itemId);
    if (!last || !standing || !ITEM_STATES[standing.state].isEnd) return false;
    return this.post(itemId, 'reverse_end', last.quantity, {}, '', last.sequence);
  }

  /** Where each box stands; null: it is carried. */
  readonly boxes = new Map<string, string | null>([
    ['box-1', 'room'],
    ['box-2', 'shelf'],
  ]);

  /** An item goes into a box and lies where that stands. */
  putIn(itemId: string, boxId: string): boolean {
    const placeId = this.boxes.get(boxId) ?? null;
    const { onHand = '0', placeId: lies = null } = this.standings.get(itemId) ?? {};
    if (placeId === null || lies === null) return false;
    return this.post(itemId, 'put_in', onHand, { placeId, containerId: boxId });
  }

  /** A box is moved with everything in it, or not at all. */
  moveBox(boxId: string, to: string | null): void {
    const from = this.boxes.get(boxId) ?? null;
    if ((from === null) === (to === null)) {
      if (from === null || to === null) return;
    }
    const inside = [...this.standings].filter(([, { containerId }]) => containerId === boxId);
    if (inside.some(([, { state }]) => state !== 'in_store')) return;
    const how = to === null ? 'carry_out' : from === null ? 'carry_in' : 'relocate';
    for (const [itemId, { onHand }] of inside)
      this.post(itemId, how, onHand, { placeId: to, containerId: boxId });
    this.boxes.set(boxId, to);
  }

  /** The item goes to the books of another case, under a number of its own there. */
  reattribute(itemId: string, other: PaperCase): boolean {
    const standing = this.standings.get(itemId);
    if (!standing || !this.post(itemId, 'reattribute_out', standing.onHand)) return false;
    const { placeId, containerId, sealNumber, unit, onHand } = standing;
    const change = { placeId, containerId, sealNumber };
    return other.post(`item-${other.standings.size + 1}`, 'reattribute_in', onHand, change, unit);
  }
}
