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

type Rows = readonly (readonly [table: string, row: Readonly<Record<string, unknown>>])[];
type Ids = Readonly<
  Record<
    'line' | 'judgmentNoticeId' | 'holdId' | 'groundId' | 'auctionId' | 'dispositionId' | 'claimId',
    string
  >
>;
const DAY = '2026-03-01';

/** What was ordered, sent, held and found. */
function preparedRows(ids: Ids, { caseId, itemId, personId, mark }: ForeignThings, now: Date): Rows {
  const of = { case_id: caseId, item_id: itemId };
  const line = {
    ...{ id: ids.line, document: mark, effective_on: DAY, line_number: 1, description: mark, quantity: '1' },
    ...{
      unit: '部',
      disposition: 'confiscate',
      entered_at: now,
      entered_by: personId,
      entered_by_name: mark,
    },
  };
  const notice = {
    ...{ id: ids.judgmentNoticeId, case_id: caseId, document: mark, organ: mark },
    ...{ sent_on: DAY, sent_by_name: mark },
  };
  const hold = {
    ...{ id: ids.holdId, item_id: itemId, holder: mark, document: mark, placed_on: DAY },
    ...{ placed_by: personId, placed_by_name: mark, kind: 'other' },
  };
  const ground = {
    ...{ id: ids.groundId, kind: 'unrelated', document: mark, reason: mark, found_on: DAY, state: 'open' },
    ...{ entered_at: now, entered_by: personId, entered_by_name: mark },
  };
  return [
    ['judgment_lines', { ...of, ...line }],
    ['judgment_notices', notice],
    ['item_holds', hold],
    ['disposition_grounds', { ...of, ...ground }],
  ];
}

/** What was auctioned, carried out and claimed. */
function executedRows(ids: Ids, { caseId, itemId, personId, mark }: ForeignThings, now: Date): Rows {
  const of = { case_id: caseId, item_id: itemId };
  const auction = {
    ...{ id: ids.auctionId, round: 1, method: 'sale', valuation_number: mark, valuation_value_fen: 100 },
    ...{
      valuation_base_on: DAY,
      valuation_valid_until: DAY,
      reserve_fen: 100,
      announced_on: DAY,
      held_on: DAY,
    },
    ...{ rule_version: mark, announced_by_name: mark },
  };
  const disposition = {
    ...{ id: ids.dispositionId, kind: 'return', quantity: '1', unit: '部', executed_at: now },
    ...{ executor_id: personId, executor_name: mark, counterparty: mark },
  };
  const claim = {
    ...{ id: ids.claimId, disposition_id: ids.dispositionId, document: mark, claimant: mark, kind: 'price' },
    ...{ amount_fen: 100, reason: mark, state: 'open', opened_at: now, opened_by_name: mark },
  };
  return [
    ['auction_rounds', { ...of, ...auction }],
    ['dispositions', { ...of, ...disposition }],
    ['disposition_claims', { ...of, ...claim }],
  ];
}

/** Written straight into the tables: one row of each kind, with the mark in every text. */
export async function buildForeignDispositions(
  test: Pick<TestApp, 'database' | 'dependencies'>,
  things: ForeignThings,
): Promise<Readonly<Record<string, string>>> {
  const now = test.dependencies.clock.now();
  const ids: Ids = {
    ...{ line: newId(), judgmentNoticeId: newId(), holdId: newId(), groundId: newId() },
    ...{ auctionId: newId(), dispositionId: newId(), claimId: newId() },
  };
  for (const [table, row] of [...preparedRows(ids, things, now), ...executedRows(ids, things, now)]) {
    const whole = { court_id: things.courtId, ...row };
    const columns = Object.keys(whole);
    await test.database.ownerPool.query(
      `insert into ${table} (${columns.join(', ')}) values (${columns.map((_, at) => `$${at + 1}`).join(', ')})`,
      Object.values(whole),
    );
  }
  const { line, ...others } = ids;
  return {
    ...others,
    'carryOutJudgmentLine.lineId': line,
    'confirmJudgmentLines.lineIds': line,
    'refuseJudgmentLines.lineIds': line,
    correctsLineId: line,
  };
}
