/** Holds, grounds, notices, auctions, dispositions and claims of an item as a person may see them. Pure. */
import type { Actor } from '../../platform/actor.ts';
import { shanghaiInstant } from '../../platform/clock.ts';
import type { ResponseOf } from '../../platform/endpoint.ts';
import { reachesCase } from '../cases/case-access.ts';
import type { CaseHead } from '../cases/find-case.ts';
import { shownName } from './describe-line.ts';
import type { KeptDisposition } from './disposition.sql.ts';
import { openFenOf } from './claim.rules.ts';
import type { GroundRow } from './ground.sql.ts';
import type { readItemDispositionEndpoint } from './item-disposition.contract.ts';
import { hasConsent } from './judgment-orders.ts';
import type { ReversalRow } from './reversal.sql.ts';
import type { ItemRecords } from './item-records.ts';

type Answer = ResponseOf<typeof readItemDispositionEndpoint>;

function dispositionOf(
  row: KeptDisposition,
  name: (text: string | null) => string | null,
  mayReveal: boolean,
  reversal: ReversalRow | undefined,
): Answer['dispositions'][number] {
  const { id, kind, quantity, unit, executorName, secondPersonName, supervisorName, numberMasked } = row;
  const { relation, document, method, place, video, paymentSlip, amountFen, approvalNumber } = row;
  const { receiptDocument, proceedsItemId, residueItemId } = row;
  return {
    ...{ id, quantity, unit, executorName, secondPersonName, supervisorName, numberMasked },
    ...{ relation, document, method, place, video, paymentSlip, amountFen, approvalNumber },
    ...{ receiptDocument, proceedsItemId, residueItemId },
    way: kind,
    executedAt: shanghaiInstant(row.executedAt),
    counterparty: name(row.counterparty),
    mayReveal: mayReveal && numberMasked !== null,
    reversal: reversal === undefined ? null : reversalOf(reversal),
  };
}

function reversalOf({ reversedAt, dispositionId: _of, ...row }: ReversalRow) {
  return { ...row, reversedAt: shanghaiInstant(reversedAt) };
}

function groundOf(row: GroundRow, name: (text: string | null) => string | null): Answer['grounds'][number] {
  const { id, kind, state, cause, consent, document, reason, foundOn, approvalNumber } = row;
  return {
    ...{ id, kind, state, cause, consent, document, reason, foundOn, approvalNumber },
    escalationDocument: row.escalationDocument,
    valuationDocument: row.valuationDocument,
    enteredByName: row.enteredByName,
    rightHolder: name(row.rightHolder),
    isPermitted: kind !== 'early' || (hasConsent(consent) && row.consentDocument !== null),
  };
}

export function describeRecords(
  actor: Actor,
  head: CaseHead,
  { holds, notices, auctions, dispositions, reversals, claims, recoveries }: ItemRecords,
  grounds: readonly GroundRow[],
): Pick<Answer, 'holds' | 'grounds' | 'notices' | 'auctions' | 'dispositions' | 'claims'> {
  const name = (text: string | null) => shownName(actor, head, text);
  const mayReveal = reachesCase(actor, 'case.identity.reveal', head, 'write');
  return {
    holds: [...holds],
    grounds: grounds.map((row) => groundOf(row, name)),
    notices: [...notices],
    auctions: auctions.map((row) => ({ ...row, buyer: name(row.buyer) })),
    dispositions: dispositions.map((row) =>
      dispositionOf(
        row,
        name,
        mayReveal,
        reversals.find(({ dispositionId }) => dispositionId === row.id),
      ),
    ),
    claims: claims.map((row) => ({
      ...row,
      claimant: name(row.claimant) ?? '',
      openFen: openFenOf(row),
      openedAt: shanghaiInstant(row.openedAt),
      recoveries: recoveries
        .filter(({ claimId }) => claimId === row.id)
        .map((back) => ({ ...back, payer: name(back.payer) ?? '' })),
    })),
  };
}
