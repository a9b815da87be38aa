/** 销账 and its reopening. */
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import type { Problem } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { sayQuantity, sayUnit } from '../../platform/quantity.ts';
import { confirmBySecondPerson } from '../accounts/confirm-by-pin.ts';
import type { CaseHead } from '../cases/find-case.ts';
import { lockBooksOf } from '../ledger/read-book.ts';
import type { closeCaseLedgerEndpoint, reopenCaseLedgerEndpoint } from './case-ledger.contract.ts';
import { ITEM_STATES } from './item-states.ts';
import { isLedgerClosed, refuseLedger } from './ledger-closing.rules.ts';
import { appendLedgerEvent, findLastLedgerEvent, type LedgerEvent } from './ledger-closing.sql.ts';
import { lockReachableCase } from './reach-case.ts';
import { proveCaseLedger, type ProvenLedger } from './read-case-ledger.ts';

const PROBLEMS_MAX = 200;

/** Everything that stands against closing, each with what it is called. */
function openMattersOf({ conservation, closure, rows }: ProvenLedger): Problem[] {
  const names = new Map(
    rows.map(({ item: { details } }) => [details.itemId, `${details.number}. ${details.name}`]),
  );
  const matter = (code: string, zh: string, en: string): Problem => ({ path: 'body', code, zh, en });
  return [
    ...conservation.differences.map(({ fault, unit, expected, found }) =>
      matter(
        fault,
        `数量守恒不成立：${sayUnit(unit).zh} 应为 ${expected}，实为 ${found}`,
        `Not conserved: ${sayUnit(unit).en} ${expected}, found ${found}`,
      ),
    ),
    ...closure.openItems.map(({ itemId, state, onHand, unit }) => {
      const [name, quantity] = [names.get(itemId) ?? itemId, sayQuantity(onHand, unit)];
      const { zh, en } = ITEM_STATES[state];
      return matter(
        'ITEM_OPEN',
        `${name}（${zh}，${quantity.zh}）未了结`,
        `${name} (${en}, ${quantity.en}) is open`,
      );
    }),
    ...closure.openCurrencies.map(({ currency, amount }) =>
      matter(
        'MONEY_OPEN',
        `尚有款项 ${sayQuantity(amount, currency).zh}`,
        `Money is left: ${sayQuantity(amount, currency).en}`,
      ),
    ),
    ...closure.openLines.map(({ label }) =>
      matter('LINE_OPEN', `裁判处理项未执行：${label.zh}`, `Not carried out: ${label.en}`),
    ),
    ...closure.openClaims.map(({ label: { zh, en } }) =>
      matter('CLAIM_OPEN', `执行回转、赔偿未了结：${zh}`, `Claim not settled: ${en}`),
    ),
  ];
}

async function append(
  command: CommandContext,
  head: CaseHead,
  event: Pick<LedgerEvent, 'kind' | 'document' | 'reason' | 'secondPersonName'>,
): Promise<void> {
  const { trx, actor, now } = command;
  const [book] = await lockBooksOf(trx, actor.courtId, 'case', [head.id]);
  if (!book) throw refuseLedger('LEDGER_EMPTY');
  await appendLedgerEvent(trx, actor.courtId, {
    ...event,
    id: newId(now.getTime()),
    caseId: head.id,
    at: now,
    byId: actor.personId,
    byName: actor.personName,
    lastSequence: book.lastSequence,
    lastHash: book.lastHash,
  });
  command.audit({
    subjectKind: 'case',
    subjectId: head.id,
    subjectLabel: head.number,
    after: { ledger: event.kind, lastSequence: book.lastSequence },
    detail: { document: event.document, reason: event.reason },
  });
}

/**
 * Closes the ledger of a case when both proofs hold: nothing was lost from the equation, every item has ended, no
 * currency has anything left, every line in force was carried out. Two people. Refusals: INTAKE_CASE_UNKNOWN,
 * LEDGER_CLOSED, LEDGER_EMPTY, LEDGER_STILL_OPEN with one problem an open matter, those of the second person's PIN.
 */
export async function closeCaseLedger(
  command: CommandContext,
  { params, body }: InputOf<typeof closeCaseLedgerEndpoint>,
): Promise<ResponseOf<typeof closeCaseLedgerEndpoint>> {
  const { trx, actor, now } = command;
  const head = await lockReachableCase(command, 'case-ledger.close', params.caseId);
  if (isLedgerClosed(await findLastLedgerEvent(trx, actor.courtId, head.id)))
    throw refuseLedger('LEDGER_CLOSED');
  const [book] = await lockBooksOf(trx, actor.courtId, 'case', [head.id]);
  if (!book) throw refuseLedger('LEDGER_EMPTY');
  const problems = openMattersOf(await proveCaseLedger({ reader: trx, actor, now }, head.id));
  if (problems.length > 0)
    throw refuseLedger('LEDGER_STILL_OPEN', { count: problems.length }, problems.slice(0, PROBLEMS_MAX));
  const { name } = await confirmBySecondPerson(command, body.secondPerson);
  await append(command, head, {
    kind: 'closed',
    document: body.document,
    reason: null,
    secondPersonName: name,
  });
  return { closed: true };
}

/**
 * Takes the closing back, so that the case can be entered again: a leader, on a paper, for a reason; both stay on
 * record. Refusals: INTAKE_CASE_UNKNOWN, LEDGER_NOT_CLOSED.
 */
export async function reopenCaseLedger(
  command: CommandContext,
  { params, body }: InputOf<typeof reopenCaseLedgerEndpoint>,
): Promise<ResponseOf<typeof reopenCaseLedgerEndpoint>> {
  const { trx, actor } = command;
  const head = await lockReachableCase(command, 'case-ledger.reopen', params.caseId);
  if (!isLedgerClosed(await findLastLedgerEvent(trx, actor.courtId, head.id)))
    throw refuseLedger('LEDGER_NOT_CLOSED');
  await append(command, head, { kind: 'reopened', ...body, secondPersonName: null });
  return { closed: false };
}
