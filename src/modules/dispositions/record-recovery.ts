import { shanghaiDay } from '../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import { newId } from '../../platform/ids.ts';
import { sayQuantity } from '../../platform/quantity.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { confirmBySecondPerson } from '../accounts/confirm-by-pin.ts';
import { listRolesToday } from '../accounts/list-roles-today.ts';
import { amountOfMinorUnits } from '../seized-items/item-quantity.ts';
import { isSlipRecorded, momentOfBankDay } from '../seized-items/money/bank-visit.ts';
import { requireWorth } from '../seized-items/rates/require-worth.ts';
import { isForeign } from '../seized-items/rates/worth.ts';
import { occasionOf } from '../seized-items/occasion.ts';
import { lockReachableCase } from '../seized-items/reach-case.ts';
import { requireOpenLedger } from '../seized-items/require-open-ledger.ts';
import { refuseItem } from '../seized-items/item-refusals.ts';
import { listItemsById } from './case-item.sql.ts';
import { isRecoverable, openFenOf } from './claim.rules.ts';
import { insertRecovery, lockClaim, type ClaimRow } from './claim.sql.ts';
import type { recordRecoveryEndpoint } from './claims.contract.ts';
import { bookRecovery } from './derived-item.ts';
import { refuseDisposition } from './disposition-refusals.ts';
import { listDispositionsById } from './disposition.sql.ts';

type Body = InputOf<typeof recordRecoveryEndpoint>['body'];

/**
 * What of the claim it settles, in 分; of foreign money by the rate of the day. Refusals: RATE_MISSING,
 * RECOVERY_WORTH_NOTHING, RECOVERY_EXCEEDS_CLAIM.
 */
async function weighRecovery(command: CommandContext, claim: ClaimRow, body: Body) {
  const { currency, amountMinor, recoveredOn: day } = body;
  const worth = isForeign(currency)
    ? await requireWorth(command, { amountMinor, currency, day })
    : { fen: amountMinor, rateId: null };
  if (worth.fen === 0) throw refuseDisposition('RECOVERY_WORTH_NOTHING');
  const open = openFenOf(claim);
  if (worth.fen > open)
    throw refuseDisposition('RECOVERY_EXCEEDS_CLAIM', {
      open: sayQuantity(amountOfMinorUnits(open, 'CNY'), 'CNY'),
    });
  return { recoveredFen: worth.fen, rateId: worth.rateId };
}

/** Refusals: NOTICE_IN_FUTURE, RECOVERY_BEFORE_DISPOSITION, RECOVERY_SLIP_TAKEN. */
async function requireNew(command: CommandContext, claim: ClaimRow, body: Body): Promise<void> {
  const { trx, actor, now } = command;
  const { recoveredOn, paymentSlip: slip } = body;
  if (recoveredOn > shanghaiDay(now)) throw refuseDisposition('NOTICE_IN_FUTURE');
  const [disposition] = await listDispositionsById(trx, actor.courtId, [claim.dispositionId]);
  const disposedOn = disposition === undefined ? recoveredOn : shanghaiDay(disposition.executedAt);
  if (recoveredOn < disposedOn) throw refuseDisposition('RECOVERY_BEFORE_DISPOSITION', { day: disposedOn });
  if (await isSlipRecorded(command, { bank: body.bank, slipNumber: slip }))
    throw refuseDisposition('RECOVERY_SLIP_TAKEN', { slip });
}

/** The enforcement bureau and finance, one of them acting and the other confirming. Refusal: RECOVERY_NEEDS_FINANCE. */
async function requireFinance(command: CommandContext, secondId: string): Promise<void> {
  const roles = [...command.actor.roles, ...(await listRolesToday(command, secondId))];
  const isEither = roles.includes('finance_officer') && roles.includes('enforcement_officer');
  if (secondId === command.actor.personId || !isEither) throw refuseDisposition('RECOVERY_NEEDS_FINANCE');
}

/**
 * Money that came back on a claim becomes money of the case at the bank, in the same transaction: an item of its own with
 * its entry, by two people. What is left of the claim stays open. Refusals: those of the contract and of the PIN.
 */
export async function recordRecovery(
  command: CommandContext,
  { params, body }: InputOf<typeof recordRecoveryEndpoint>,
): Promise<ResponseOf<typeof recordRecoveryEndpoint>> {
  const { trx, actor, now } = command;
  const { courtId } = actor;
  const claim = await lockClaim(trx, courtId, params.claimId);
  if (!claim) throw refuseDisposition('CLAIM_NOT_FOUND');
  const head = await lockReachableCase(command, 'disposition.recover', claim.caseId);
  if (claim.state !== 'open') throw refuseDisposition('CLAIM_CLOSED');
  if (!isRecoverable(claim.kind)) throw refuseDisposition('CLAIM_NOT_RECOVERABLE');
  await requireOpenLedger(trx, courtId, claim.caseId);
  await requireNew(command, claim, body);
  const { recoveredFen, rateId } = await weighRecovery(command, claim, body);
  await requireFinance(command, body.secondPerson.personId);
  const [origin] = await listItemsById(trx, courtId, [claim.itemId]);
  if (!origin) throw refuseItem('ITEM_NOT_FOUND');
  const { name } = await confirmBySecondPerson(command, body.secondPerson);
  const secondPerson = { id: body.secondPerson.personId, name };
  const { currency, amountMinor, payer, document, paymentSlip, bank, recoveredOn, note } = body;
  const occasion = {
    ...occasionOf(command, { basis: document, note }, { secondPerson, counterparty: payer }),
    occurredAt: momentOfBankDay(recoveredOn, now),
  };
  const amount = amountOfMinorUnits(amountMinor, currency);
  const slip = { bank, claimId: claim.id, slipNumber: paymentSlip };
  const newItem = await bookRecovery(command, origin, { ...slip, amount, currency, occasion });
  if (newItem === null) throw refuseItem('ITEM_NOT_FOUND');
  const id = newId(now.getTime());
  await insertRecovery(trx, courtId, now, {
    ...{
      id,
      claimId: claim.id,
      caseId: claim.caseId,
      itemId: newItem.id,
      currency,
      amountMinor,
      recoveredFen,
    },
    ...{ rateId, payer, document, paymentSlip, bank, recoveredOn, secondPerson },
    recordedBy: { id: actor.personId, name: actor.personName },
  });
  command.audit({
    subjectKind: 'seized_item',
    subjectId: claim.itemId,
    subjectLabel: head.number,
    after: { recovered: newItem.code, currency, amountMinor, recoveredFen, document, paymentSlip },
  });
  return { id, openFen: openFenOf(claim) - recoveredFen, newItem };
}
