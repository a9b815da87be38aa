/**
 * The one way of an older register's rows into the cases' books, for a check as for the import: cases → what each row
 * says → places → seals → rows that came before → write → sums.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { newId } from '../../../platform/ids.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import type { DraftRow, RowFinding, SettleInput, Settled } from '../../imports/import-target.ts';
import { hashOfParts, listRememberedBy } from '../../imports/remember-rows.ts';
import { decideWriting } from '../../imports/rules.ts';
import { listTakenSeals } from '../item-measure.sql.ts';
import { decideRegisterCases, type RegisterCases } from './decide-register-cases.ts';
import { PlaceDecider } from './decide-register-place.ts';
import { decideRegisterRow, valueFenOf, type RegisterItem } from './decide-register-row.ts';
import { RegisterPlaces } from './register-places.ts';
import { listPlaces, totalItems, type KnownPlace } from './register.sql.ts';
import { RegisterTeller } from './tell-findings.ts';
import { writeRegisterRows, type RowToWrite } from './write-register-rows.ts';

export const REGISTER_TARGET = 'seized_items';
const CHUNK = 1000;

interface Good {
  readonly row: DraftRow;
  readonly item: RegisterItem;
  readonly place: KnownPlace | null;
  readonly number: string;
}

/** The nth row of a file that says exactly this; the same file again says nothing new. */
function identitiesOf(rows: readonly DraftRow[]): Map<DraftRow, string> {
  const seen = new Map<string, number>();
  return new Map(
    rows.map((row) => {
      const said = hashOfParts(Object.entries(row.draft).sort(([one], [other]) => (one < other ? -1 : 1)));
      const nth = (seen.get(said) ?? 0) + 1;
      seen.set(said, nth);
      return [row, hashOfParts([said, nth])];
    }),
  );
}

async function decideAll(
  command: CommandContext,
  input: SettleInput,
  rows: readonly DraftRow[],
  cases: RegisterCases,
  tools: { readonly teller: RegisterTeller; readonly places: RegisterPlaces },
): Promise<{ good: Good[]; findings: RowFinding[] }> {
  const { teller, places } = tools;
  const decider = new PlaceDecider(command, places, teller);
  const good: Good[] = [];
  const findings: RowFinding[] = [];
  for (const [index, row] of rows.entries()) {
    const verdict = decideRegisterRow(row, teller);
    findings.push(...verdict.findings);
    const number = cases.numberOf.get(row);
    const placed = await decider.decide(row, verdict.item?.card ?? { category: 'other', keeping: [] });
    findings.push(...placed.findings);
    const { place } = placed;
    if (!row.isRefused && verdict.item && number !== undefined && !placed.isRefused)
      good.push({ row, item: verdict.item, place, number });
    if (index % CHUNK !== CHUNK - 1) continue;
    input.throwIfCancelled();
    input.onProgress({ phase: 'deciding', done: index + 1, total: rows.length });
    await nextTurn();
  }
  return { good, findings };
}

/** Seals are unique: in the court, and within the file. */
async function withoutTakenSeals(
  command: CommandContext,
  good: readonly Good[],
  teller: RegisterTeller,
): Promise<{ good: Good[]; findings: RowFinding[] }> {
  const numbers = good.flatMap(({ row }) => row.draft.sealNumber ?? []);
  const taken = await listTakenSeals(command.trx, command.actor.courtId, numbers);
  const findings: RowFinding[] = [];
  const kept = good.filter(({ row }) => {
    const { sealNumber } = row.draft;
    if (sealNumber === undefined) return true;
    if (taken.has(sealNumber)) {
      findings.push(teller.refuse(row, 'sealNumber', 'REGISTER_SEAL_TAKEN'));
      return false;
    }
    taken.add(sealNumber);
    return true;
  });
  return { good: kept, findings };
}

function sumsOf(rows: readonly { readonly valueFen: number | null }[], isWritten: boolean) {
  const valued = rows.flatMap(({ valueFen }) => valueFen ?? []);
  const fileFen = valued.reduce((sum, fen) => sum + fen, 0);
  return {
    rows: rows.length,
    rowsWithValue: valued.length,
    fileFen,
    registerFen: isWritten ? fileFen : null,
  };
}

const NOTHING = { rows: 0, rowsWithValue: 0, fileFen: 0, registerFen: 0 };

/** See `ImportTarget.settle`. */
export async function settleRegisterRows(command: CommandContext, input: SettleInput): Promise<Settled> {
  const { trx, actor } = command;
  const { courtId } = actor;
  const before = await totalItems(trx, courtId);
  const identities = identitiesOf(input.rows);
  const at = { courtId, target: REGISTER_TARGET };
  const remembered = await listRememberedBy(trx, at, [...identities.values()]);
  const known = new Set(remembered.map(({ identityHash }) => identityHash));
  const isKnown = (row: DraftRow) => known.has(identities.get(row) ?? '');
  const rows = input.rows.filter((row) => !isKnown(row));
  const teller = new RegisterTeller(input.columns);
  const places = new RegisterPlaces(await listPlaces(trx, courtId), input.settings.choices);
  const cases = await decideRegisterCases(command, rows, teller, input.settings.createCases);
  const decided = await decideAll(command, input, rows, cases, { teller, places });
  const sealed = await withoutTakenSeals(command, decided.good, teller);
  const created = sealed.good.map(({ row, ...rest }): RowToWrite => {
    const identityHash = identities.get(row) ?? '';
    return { ...rest, row, itemId: newId(), identityHash };
  });
  const counts = {
    ...{ read: input.rows.length, created: created.length, changed: 0 },
    unchanged: input.rows.length - rows.length,
    refused: rows.length - created.length,
  };
  const isWritten = input.write && decideWriting(counts, input.goodRowsOnly).allowed;
  const codes = isWritten ? await writeRegisterRows(command, input, created, cases) : null;
  const values = created.map(({ item }) => ({ valueFen: valueFenOf(item) }));
  return {
    ...{ isWritten, counts, codes, changeSamples: [] },
    findings: [...cases.findings, ...decided.findings, ...sealed.findings],
    names: places.listFindings(),
    sums: {
      created: sumsOf(values, isWritten),
      changed: NOTHING,
      unchanged: { ...NOTHING, rows: counts.unchanged },
      refused: { ...NOTHING, rows: counts.refused, registerFen: null },
    },
    register: { before, after: isWritten ? await totalItems(trx, courtId) : before },
    createdNames: { departments: 0, places: 0 },
  };
}
