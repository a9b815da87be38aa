/** What a foreign court has on record about the way of its items from judgment to the end. */
import { newId } from '../../src/platform/ids.ts';
import type { TestApp } from './test-app.ts';

export interface ForeignThings {
  readonly courtId: number;
  readonly caseId: string;
  readonly itemId: string;
  readonly personId: string;
  readonly mark: string;
}

/** Written straight into the tables: one row of each kind, with the mark in every text. */
export async function buildForeignDispositions(
  test: Pick<TestApp, 'database' | 'dependencies'>,
  { courtId, caseId, itemId, personId, mark }: ForeignThings,
): Promise<Readonly<Record<string, string>>> {
  const now = test.dependencies.clock.now();
  const ids = {
    line: newId(),
    judgmentNoticeId: newId(),
    holdId: newId(),
    groundId: newId(),
    auctionId: newId(),
    dispositionId: newId(),
    claimId: newId(),
  };
  const insert = async (table: string, row: Readonly<Record<string, unknown>>) => {
    const whole = { court_id: courtId, ...row };
    const columns = Object.keys(whole);
    await test.database.ownerPool.query(
      `insert into ${table} (${columns.join(', ')}) values (${columns.map((_, at) => `$${at + 1}`).join(', ')})`,
      Object.values(whole),
    );
  };
  const of = { case_id: caseId, item_id: itemId };
  const day = '2026-03-01';
  await insert('judgment_lines', {
    ...of,
    ...{ id: ids.line, document: mark, effective_on: day, line_number: 1, description: mark, quantity: '1' },
    ...{
      unit: '部',
      disposition: 'confiscate',
      entered_at: now,
      entered_by: personId,
      entered_by_name: mark,
    },
  });
  await insert('judgment_notices', {
    ...{ id: ids.judgmentNoticeId, case_id: caseId, document: mark, organ: mark },
    ...{ sent_on: day, sent_by_name: mark },
  });
  await insert('item_holds', {
    ...{ id: ids.holdId, item_id: itemId, holder: mark, document: mark, placed_on: day },
    ...{ placed_by: personId, placed_by_name: mark, kind: 'other' },
  });
  await insert('disposition_grounds', {
    ...of,
    ...{ id: ids.groundId, kind: 'unrelated', document: mark, reason: mark, found_on: day, state: 'open' },
    ...{ entered_at: now, entered_by: personId, entered_by_name: mark },
  });
  await insert('auction_rounds', {
    ...of,
    ...{ id: ids.auctionId, round: 1, method: 'sale', valuation_number: mark, valuation_value_fen: 100 },
    ...{
      valuation_base_on: day,
      valuation_valid_until: day,
      reserve_fen: 100,
      announced_on: day,
      held_on: day,
    },
    ...{ rule_version: mark, announced_by_name: mark },
  });
  await insert('dispositions', {
    ...of,
    ...{ id: ids.dispositionId, kind: 'return', quantity: '1', unit: '部', executed_at: now },
    ...{ executor_id: personId, executor_name: mark, counterparty: mark },
  });
  await insert('disposition_claims', {
    ...of,
    ...{ id: ids.claimId, disposition_id: ids.dispositionId, document: mark, claimant: mark, kind: 'price' },
    ...{ amount_fen: 100, reason: mark, state: 'open', opened_at: now, opened_by_name: mark },
  });
  const { line, ...others } = ids;
  return {
    ...others,
    'carryOutJudgmentLine.lineId': line,
    'confirmJudgmentLines.lineIds': line,
    'refuseJudgmentLines.lineIds': line,
    correctsLineId: line,
  };
}
