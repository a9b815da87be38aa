import { listTexts } from '../../../platform/errors.ts';
import { sendTogether } from '../../../platform/database.ts';
import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { lockCase } from '../../cases/find-case.ts';
import { appendEntries, chainEntries, openBook, openBooks } from '../../ledger/append-entries.ts';
import { lockBooksOf } from '../../ledger/read-book.ts';
import { refuseCare } from '../care/care-refusals.ts';
import { confirmSecondPerson } from '../confirm-second-person.ts';
import { refuseIntake } from '../intake-refusals.ts';
import { happeningOf, type Occasion } from '../item-happening.ts';
import { stepStanding, unborn } from '../item-standing.ts';
import { findNextItemNumber } from '../item-number.sql.ts';
import { lockItems, updateItemProjections, type LockedItem } from '../item.sql.ts';
import { refuseItem } from '../item-refusals.ts';
import { occasionOf } from '../occasion.ts';
import { recordTransitions } from '../record-transitions.ts';
import { lockProposed } from './propose-reattribution.ts';
import { updateItemCase, updateReattributionEnded, type ReattributionRow } from './reattribution.sql.ts';
import type { carryOutReattributionEndpoint } from './reattributions.contract.ts';

/** The first entry of the item in the book of the right case: as it stood, with a number of that case. */
async function enterBook(
  command: CommandContext,
  item: LockedItem,
  move: ReattributionRow,
  occasion: Occasion,
): Promise<void> {
  const { trx, now, hashAlgorithm } = command;
  const { courtId, id, code, name, standing, position } = item;
  const { toCaseId } = move;
  const [kept] = await lockBooksOf(trx, courtId, 'case', [toCaseId]);
  const book = kept ?? openBook({ courtId, kind: 'case', subjectId: toCaseId, hashAlgorithm });
  const number = await findNextItemNumber(trx, courtId, toCaseId);
  const { placeId, holderId, keeper, sealNumber, dueAtMs, containerId, onHand } = standing;
  const change = { placeId, holderId, keeper, sealNumber, dueAtMs, containerId };
  const after = stepStanding(unborn(standing.unit), 'reattribute_in', onHand, change);
  const names = { place: position.place, holder: position.holder };
  const details = { reattributionId: move.id, fromCase: move.fromCaseNumber };
  const happening = happeningOf(
    {
      ...{ book, item: { id, code, number, name }, transition: 'reattribute_in', quantity: onHand },
      ...{ before: null, after, names, details },
    },
    occasion,
  );
  const entries = kept ? await appendEntries(command, [happening]) : chainEntries(command, [happening]);
  if (!kept) await sendTogether(trx, openBooks(command, [book], entries));
  await updateItemCase(trx, courtId, id, { caseId: toCaseId, bookId: book.id, number });
  const [entry] = entries;
  const at = occasion.occurredAt;
  await updateItemProjections(trx, courtId, now, [
    {
      ...{ id, standing: after, holder: position.holder, stateSince: at, lastOccurredAt: at },
      lastSequence: entry?.sequence ?? 0,
    },
  ]);
}

/**
 * An item leaves the book of the wrong case and stands in that of the right one, by an entry in each that names the
 * other; nothing of it moves. Its label then gives way to the next version (situation 22). Refusals:
 * REATTRIBUTION_NOT_FOUND, REATTRIBUTION_UNCONFIRMED, LINES_REFUSED, those of the second person's PIN.
 */
export async function carryOutReattribution(
  command: CommandContext,
  { params, body }: InputOf<typeof carryOutReattributionEndpoint>,
): Promise<ResponseOf<typeof carryOutReattributionEndpoint>> {
  const { trx, actor, now } = command;
  const { courtId } = actor;
  const move = await lockProposed(command, params.reattributionId);
  const waiting = [
    ...(move.fromConfirmedAt === null ? [move.fromHandler] : []),
    ...(move.toConfirmedAt === null ? [move.toHandler] : []),
  ];
  if (waiting.length > 0) throw refuseCare('REATTRIBUTION_UNCONFIRMED', { waiting: listTexts(waiting) });
  const head = await lockCase(trx, { courtId, id: move.toCaseId });
  if (!head) throw refuseIntake('INTAKE_CASE_UNKNOWN');
  const [item] = await lockItems(trx, courtId, [move.itemId]);
  if (!item) throw refuseItem('ITEM_NOT_FOUND');
  const secondPerson = await confirmSecondPerson(command, body.secondPerson);
  const judges = `${move.fromJudgeName ?? ''}、${move.toJudgeName ?? ''}`;
  const note = body.note ?? move.reason;
  const occasion = occasionOf(command, { ...body, note }, { secondPerson, counterparty: judges });
  const details = { reattributionId: move.id, toCase: move.toCaseNumber };
  const { steps } = await recordTransitions(command, {
    occasion: { ...occasion, basis: body.basis ?? move.toCaseNumber },
    lines: [{ itemId: item.id, transition: 'reattribute_out', evidence: ['reason'], details }],
  });
  if (steps.length > 0)
    await enterBook(command, item, move, { ...occasion, basis: body.basis ?? move.fromCaseNumber });
  await updateReattributionEnded(trx, courtId, move.id, { state: 'done', byName: actor.personName, at: now });
  return { id: move.id };
}
