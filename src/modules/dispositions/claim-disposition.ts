/** After a reversal: what is owed is a claim; how the item ended is not rewritten (刑诉法解释 531). */
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import { newId } from '../../platform/ids.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { lockReachableCase } from '../seized-items/reach-case.ts';
import { requireOpenLedger } from '../seized-items/require-open-ledger.ts';
import { insertClaim } from './claim.sql.ts';
import { listReversals } from './reversal.sql.ts';
import type { openClaimEndpoint } from './claims.contract.ts';
import type { revealTakerNumberEndpoint } from './dispositions.contract.ts';
import { refuseDisposition } from './disposition-refusals.ts';
import { findTakerNumber, lockDisposition } from './disposition.sql.ts';
import { openTakerNumber } from './seal-taker-number.ts';

/** What came back on it is money of the case, so its ledger is open. Refusals: DISPOSITION_NOT_FOUND, CLAIM_OF_REVERSED, LEDGER_CLOSED. */
export async function openClaim(
  command: CommandContext,
  { params, body }: InputOf<typeof openClaimEndpoint>,
): Promise<ResponseOf<typeof openClaimEndpoint>> {
  const { trx, actor, now } = command;
  const disposition = await lockDisposition(trx, actor.courtId, params.dispositionId);
  if (!disposition) throw refuseDisposition('DISPOSITION_NOT_FOUND');
  const { caseId, itemId } = disposition;
  const head = await lockReachableCase(command, 'disposition.claim', caseId);
  const reversals = await listReversals(trx, actor.courtId, itemId);
  if (reversals.some((row) => row.dispositionId === disposition.id))
    throw refuseDisposition('CLAIM_OF_REVERSED');
  await requireOpenLedger(trx, actor.courtId, caseId);
  const id = newId(now.getTime());
  const opened = { openedAt: now, openedByName: actor.personName, state: 'open' } as const;
  await insertClaim(trx, actor.courtId, {
    ...body,
    ...opened,
    id,
    caseId,
    itemId,
    dispositionId: disposition.id,
  });
  command.audit({
    subjectKind: 'seized_item',
    subjectId: itemId,
    subjectLabel: head.number,
    after: { claim: body.kind, amountFen: body.amountFen, document: body.document },
  });
  return { id };
}

/** The number of whoever collected, for a stated reason; it is told once and not kept. Refusal: DISPOSITION_NOT_FOUND. */
export async function revealTakerNumber(
  command: CommandContext,
  { params, body }: InputOf<typeof revealTakerNumberEndpoint>,
): Promise<ResponseOf<typeof revealTakerNumberEndpoint>> {
  const { trx, actor } = command;
  const { courtId } = actor;
  const found = await findTakerNumber(trx, courtId, params.dispositionId);
  if (!found) throw refuseDisposition('DISPOSITION_NOT_FOUND');
  const head = await lockReachableCase(command, 'case.identity.reveal', found.caseId);
  const number = openTakerNumber({ courtId, id: params.dispositionId }, found);
  command.audit({
    subjectKind: 'seized_item',
    subjectId: found.itemId,
    subjectLabel: head.number,
    detail: { revealed: 'taker_number', reason: body.reason },
  });
  command.tellOnce('number', number);
  return { number: found.masked };
}
