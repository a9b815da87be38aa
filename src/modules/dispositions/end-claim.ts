/** How a claim after a reversal ends: settled in full, or on the approval of leaders though not all of it came back. */
import { z } from 'zod';
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { sayQuantity } from '../../platform/quantity.ts';
import type { Permission } from '../accounts/permissions.ts';
import { amountOfMinorUnits } from '../seized-items/item-quantity.ts';
import { lockReachableCase } from '../seized-items/reach-case.ts';
import { requestForItems } from '../seized-items/request-for-items.ts';
import { takeApproval } from '../seized-items/take-approval.ts';
import { CLAIM_ENDS, needsApproval, objectToClaimEnd, openFenOf, type ClaimEnd } from './claim.rules.ts';
import { lockClaim, updateClaimClosed, type ClaimRow } from './claim.sql.ts';
import type { closeClaimEndpoint, requestClaimEndEndpoint } from './claims.contract.ts';
import { refuseDisposition } from './disposition-refusals.ts';
import { listDispositionsById } from './disposition.sql.ts';
import { CLAIM_KINDS } from './judgment-orders.ts';

const FACTS = {
  claim: { zh: '请求', en: 'The claim' },
  recovered: { zh: '已追回', en: 'Came back' },
  open: { zh: '尚未追回', en: 'Still open' },
  end: { zh: '拟终结为', en: 'To end as' },
  document: { zh: '依据', en: 'Ground' },
} as const;
const askedFor = z.object({ claimId: z.string(), state: z.string(), reason: z.string() });

const yuan = (fen: number) => sayQuantity(amountOfMinorUnits(fen, 'CNY'), 'CNY');

/** An open claim of a case in reach. Refusals: CLAIM_NOT_FOUND, INTAKE_CASE_UNKNOWN, CLAIM_CLOSED, those of objectToClaimEnd. */
async function reachClaim(command: CommandContext, permission: Permission, claimId: string, end: ClaimEnd) {
  const claim = await lockClaim(command.trx, command.actor.courtId, claimId);
  if (!claim) throw refuseDisposition('CLAIM_NOT_FOUND');
  const head = await lockReachableCase(command, permission, claim.caseId);
  if (claim.state !== 'open') throw refuseDisposition('CLAIM_CLOSED');
  const objection = objectToClaimEnd(claim, end);
  if (objection !== null) throw refuseDisposition(objection, { open: yuan(openFenOf(claim)) });
  return { claim, head };
}

/** What was disposed of, as the approvals know it. */
async function linesOf({ trx, actor }: CommandContext, { itemId, dispositionId }: ClaimRow) {
  const [disposition] = await listDispositionsById(trx, actor.courtId, [dispositionId]);
  return [{ itemId, quantity: disposition?.quantity ?? '1' }];
}

/** Refusals: those of reachClaim and requestForItems. */
export async function requestClaimEnd(
  command: CommandContext,
  { params, body }: InputOf<typeof requestClaimEndEndpoint>,
): Promise<ResponseOf<typeof requestClaimEndEndpoint>> {
  const { state, document, reason } = body;
  const { claim } = await reachClaim(command, 'item.request', params.claimId, state);
  const { id: claimId, kind, amountFen, recoveredFen } = claim;
  const [word, amount] = [CLAIM_KINDS[kind], yuan(amountFen)];
  return requestForItems(command, {
    kind: 'claim_end',
    items: await linesOf(command, claim),
    reason,
    amountFen: openFenOf(claim),
    facts: [
      { ...FACTS.claim, value: { zh: `${word.zh} ${amount.zh}`, en: `${word.en} ${amount.en}` } },
      { ...FACTS.recovered, value: yuan(recoveredFen) },
      { ...FACTS.open, value: yuan(openFenOf(claim)) },
      { ...FACTS.end, value: CLAIM_ENDS[state] },
      { ...FACTS.document, value: document },
    ],
    terms: { claimId, state, reason },
  });
}

/** The reason that leaders approved, with the number of the approval. Refusals: CLAIM_END_NEEDS_APPROVAL, those of takeApproval. */
async function takeClaimApproval(
  command: CommandContext,
  claim: ClaimRow,
  { state, requestId }: { readonly state: ClaimEnd; readonly requestId: string | null },
) {
  if (requestId === null) throw refuseDisposition('CLAIM_END_NEEDS_APPROVAL');
  const items = await linesOf(command, claim);
  const granted = await takeApproval(command, { requestId, kind: 'claim_end', items, secondPerson: null });
  const terms = askedFor.safeParse(granted.terms);
  if (!terms.success || terms.data.claimId !== claim.id || terms.data.state !== state)
    throw refuseDisposition('CLAIM_END_NEEDS_APPROVAL');
  return { approvalNumber: granted.number, reason: terms.data.reason };
}

/**
 * Settled when all of it came back; state compensation on the paper of its payment. Any other end asks for the approval of
 * leaders, and keeps the reason that they approved. Refusals: those of reachClaim and takeClaimApproval.
 */
export async function closeClaim(
  command: CommandContext,
  { params, body }: InputOf<typeof closeClaimEndpoint>,
): Promise<ResponseOf<typeof closeClaimEndpoint>> {
  const { trx, actor, now } = command;
  const { state, document } = body;
  const { claim, head } = await reachClaim(command, 'disposition.claim', params.claimId, state);
  const approved = needsApproval(state)
    ? await takeClaimApproval(command, claim, body)
    : { approvalNumber: null, reason: null };
  const end = { state, document, ...approved, at: now, byName: actor.personName };
  await updateClaimClosed(trx, actor.courtId, claim.id, end);
  command.audit({
    subjectKind: 'seized_item',
    subjectId: claim.itemId,
    subjectLabel: head.number,
    before: { state: claim.state },
    after: { state, document, ...approved, openFen: openFenOf(claim) },
  });
  return { state };
}
