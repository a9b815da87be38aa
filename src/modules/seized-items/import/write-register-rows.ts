import { setImmediate as nextTurn } from 'node:timers/promises';
import { startOfShanghaiDay } from '../../../platform/clock.ts';
import { newId } from '../../../platform/ids.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { addCases } from '../../cases/add-cases.ts';
import { lockCase } from '../../cases/find-case.ts';
import type { DraftRow, SettleInput, Settled } from '../../imports/import-target.ts';
import { rememberRows } from '../../imports/remember-rows.ts';
import { addItems, type ItemDraft } from '../add-items.ts';
import { decideTransition, type ItemGrounds } from '../decide-transition.ts';
import { refuseItem } from '../item-refusals.ts';
import { unborn } from '../item-standing.ts';
import { occasionOf } from '../occasion.ts';
import type { CaseToRegister, RegisterCases } from './decide-register-cases.ts';
import type { RegisterItem } from './decide-register-row.ts';
import { insertOldSeals, type KnownPlace } from './register.sql.ts';

export interface RowToWrite {
  readonly row: DraftRow;
  readonly itemId: string;
  readonly item: RegisterItem;
  readonly place: KnownPlace | null;
  /** Canonical. */
  readonly number: string;
  readonly identityHash: string;
}

const ROWS_BETWEEN_TURNS = 500;

/** The cases that the person chose to register; nothing is said of them beside what the file says. */
async function registerCases(
  command: CommandContext,
  cases: readonly CaseToRegister[],
): Promise<Map<string, string>> {
  if (cases.length === 0) return new Map();
  const ids = await addCases(
    command,
    cases.map(({ number, cause, handlerId, acceptedOn }) => ({
      ...{ number, cause, handlerId, acceptedOn, sourceDocument: null, departmentId: null, clerkId: null },
      ...{ effectiveOn: null, closedOn: null, secrecy: 'open' as const, involvesMinors: false },
      ...{ seizingOrgan: null, procuratorate: null, otherNumbers: [], parties: [] },
    })),
  );
  return new Map(cases.map(({ number }, index) => [number, ids[index] ?? '']));
}

/** The rules are asked as for any other way in. */
function requireAllowed(command: CommandContext, { item }: RowToWrite): void {
  const { card, quantity } = item;
  const grounds: ItemGrounds = {
    ...{ category: card.category, grade: card.grade, facts: card.facts, legalHolds: [] },
    ...{ isOwnershipDisputed: false, isInStocktake: false, isRoomFrozen: false, custodianIds: null },
    ...{ conflictedPersonIds: [], lastOccurredAtMs: 0 },
  };
  const { actor, now } = command;
  const verdict = decideTransition(unborn(card.unit), grounds, {
    ...{ transition: 'take_over', quantity, secondPersonId: null, counterpartId: null, approval: null },
    actor: { personId: actor.personId, roles: actor.roles },
    evidence: new Set(['reason'] as const),
    ...{ occurredAtMs: now.getTime(), nowMs: now.getTime() },
  });
  if (!verdict.allowed) throw refuseItem(verdict.reason, verdict.facts);
}

function draftOf({ itemId: id, item, place, row }: RowToWrite): ItemDraft {
  const { receivedOn = null, sealNumber = null } = row.draft;
  return {
    ...{ id, card: item.card, quantity: item.quantity },
    change: { placeId: place?.id ?? null, ...(sealNumber === null ? {} : { sealNumber }) },
    names: { place: place?.path ?? null, holder: null },
    details: { isUnverified: true, receivedOn, rowNumber: row.rowNumber },
  };
}

function groupByNumber(rows: readonly RowToWrite[]): Map<string, RowToWrite[]> {
  const groups = new Map<string, RowToWrite[]>();
  for (const row of rows) {
    const group = groups.get(row.number);
    if (group) group.push(row);
    else groups.set(row.number, [row]);
  }
  return groups;
}

async function keepSeals(command: CommandContext, rows: readonly RowToWrite[]): Promise<void> {
  const seals = rows.flatMap(({ itemId, row }) => {
    const { sealNumber: number, receivedOn } = row.draft;
    if (number === undefined) return [];
    const sealedAt = receivedOn === undefined ? command.now : startOfShanghaiDay(receivedOn);
    return [{ id: newId(), itemId, number, sealedAt }];
  });
  if (seals.length > 0) await insertOldSeals(command.trx, command.actor.courtId, seals);
}

/** Writes the rows as items of their cases, case by case; answers the first and the last code. */
export async function writeRegisterRows(
  command: CommandContext,
  input: SettleInput,
  rows: readonly RowToWrite[],
  cases: RegisterCases,
): Promise<Settled['codes']> {
  const { trx, actor } = command;
  const { courtId } = actor;
  for (const row of rows) requireAllowed(command, row);
  const registered = await registerCases(command, cases.toRegister);
  const basis = `旧台账 ${input.fileName}`.slice(0, 200);
  const occasion = occasionOf(command, { basis, note: '存量建账，待核' });
  const codes: string[] = [];
  let [done, sinceTurn] = [0, 0];
  for (const [number, group] of groupByNumber(rows)) {
    const caseId = cases.caseIdOf.get(number) ?? registered.get(number);
    const head = caseId === undefined ? undefined : await lockCase(trx, { courtId, id: caseId });
    if (!head) throw new Error(`the case ${number} was decided and is gone`);
    const drafts = group.map(draftOf);
    const added = await addItems(command, {
      ...{ courtId, caseId: head.id, transition: 'take_over', drafts, occasion },
    });
    codes.push(...added.map(({ code }) => code));
    done += group.length;
    sinceTurn += group.length;
    if (sinceTurn < ROWS_BETWEEN_TURNS) continue;
    sinceTurn = 0;
    input.throwIfCancelled();
    input.onProgress({ phase: 'writing', done, total: rows.length });
    await nextTurn();
  }
  await keepSeals(command, rows);
  const at = { courtId, target: 'seized_items', runId: input.runId };
  const remembered = rows.map(({ itemId: subjectId, identityHash }) => ({
    ...{ subjectId, rowHash: identityHash, identityHash },
  }));
  await rememberRows(trx, at, remembered);
  const sorted = [...codes].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  return first === undefined || last === undefined ? null : { first, last };
}
