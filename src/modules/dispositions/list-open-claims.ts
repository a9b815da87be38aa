import { sayQuantity } from '../../platform/quantity.ts';
import type { OpenClaimSource } from '../seized-items/open-claims.ts';
import { amountOfMinorUnits } from '../seized-items/item-quantity.ts';
import { openFenOf } from './claim.rules.ts';
import { listOpenClaimRows } from './claim.sql.ts';
import { CLAIM_KINDS } from './judgment-orders.ts';

/** For the closure proof: what is owed after a reversal and not settled. */
export const OPEN_CLAIMS: OpenClaimSource = async (reader, { courtId, caseId }) => {
  const rows = await listOpenClaimRows(reader, courtId, caseId);
  return rows.map((row) => {
    const { zh, en } = CLAIM_KINDS[row.kind];
    const open = sayQuantity(amountOfMinorUnits(openFenOf(row), 'CNY'), 'CNY');
    return {
      claimId: row.id,
      label: {
        zh: `${zh}（${row.document}）尚余 ${open.zh}`,
        en: `${en} (${row.document}), ${open.en} left`,
      },
    };
  });
};
