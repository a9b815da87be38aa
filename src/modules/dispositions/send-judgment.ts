/**
 * The judgment goes to the organ that keeps things of the case, or to the bank that holds what was frozen, and its receipt
 * comes back (刑诉法解释 447, 448).
 */
import { shanghaiDay } from '../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import { newId } from '../../platform/ids.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { lockReachableCase } from '../seized-items/reach-case.ts';
import { refuseDisposition } from './disposition-refusals.ts';
import { endReceipt, startReceipt } from './item-deadlines.ts';
import { insertNoticeToOrgan, lockNoticeToOrgan, updateNoticeReceived } from './judgment-line.sql.ts';
import type { receiveJudgmentReceiptEndpoint, sendJudgmentEndpoint } from './judgments.contract.ts';

/** Ends the ten days for sending and starts the month, or a bank's fifteen days, for the receipt. Refusals: INTAKE_CASE_UNKNOWN, NOTICE_IN_FUTURE. */
export async function sendJudgment(
  command: CommandContext,
  { params, body }: InputOf<typeof sendJudgmentEndpoint>,
): Promise<ResponseOf<typeof sendJudgmentEndpoint>> {
  const { trx, actor, now } = command;
  if (body.sentOn > shanghaiDay(now)) throw refuseDisposition('NOTICE_IN_FUTURE');
  const head = await lockReachableCase(command, 'disposition.prepare', params.caseId);
  const notice = { ...body, id: newId(now.getTime()), caseId: head.id, sentByName: actor.personName };
  await insertNoticeToOrgan(trx, actor.courtId, notice);
  await startReceipt(command, head, notice, body.sentOn);
  command.audit({ subjectKind: 'case', subjectId: head.id, subjectLabel: head.number, after: { ...body } });
  return { id: notice.id };
}

/** Refusals: DISPOSITION_NOT_FOUND, RECEIPT_KNOWN, NOTICE_IN_FUTURE. */
export async function receiveJudgmentReceipt(
  command: CommandContext,
  { params, body }: InputOf<typeof receiveJudgmentReceiptEndpoint>,
): Promise<ResponseOf<typeof receiveJudgmentReceiptEndpoint>> {
  const { trx, actor, now } = command;
  const { courtId } = actor;
  if (body.receivedOn > shanghaiDay(now)) throw refuseDisposition('NOTICE_IN_FUTURE');
  const notice = await lockNoticeToOrgan(trx, courtId, params.judgmentNoticeId);
  if (!notice) throw refuseDisposition('DISPOSITION_NOT_FOUND');
  const head = await lockReachableCase(command, 'disposition.prepare', notice.caseId);
  if (notice.receivedOn !== null) throw refuseDisposition('RECEIPT_KNOWN');
  const { document, receivedOn: on } = body;
  await updateNoticeReceived(trx, courtId, notice.id, { document, on, byName: actor.personName });
  await endReceipt(command, head.id, notice);
  command.audit({ subjectKind: 'case', subjectId: head.id, subjectLabel: head.number, after: { ...body } });
  return { received: true };
}
