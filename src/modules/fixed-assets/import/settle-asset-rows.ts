/**
 * The one way of rows into the register, for a check as for the import: numbers → names → which asset each row means →
 * what the last file said → verdicts → write → reconcile.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { newId } from '../../../platform/ids.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import type { DraftRow, RowFinding, SettleInput, Settled } from '../../imports/import-target.ts';
import { listRememberedBy, listRememberedOf, type RememberedRow } from '../../imports/remember-rows.ts';
import { decideWriting, type RowCounts } from '../../imports/rules.ts';
import { lookUpAssets, type AssetLookup } from './asset-lookup.ts';
import { createNames, type CreatedNames } from './create-names.ts';
import { decideRow, type DecidedRow, type RowCase } from './decide-rows.ts';
import { loadKnownAssets, lockKnownAssets } from './load-known-assets.ts';
import { matchByContent, matchByNumbers, noticeRepeatedSerials, type MatchedRow } from './match-rows.ts';
import { NameBook, namesToShow } from './name-book.ts';
import { openSession, type ImportSession } from './open-session.ts';
import { reconcile } from './reconcile.ts';
import { listParentLinks } from './register.sql.ts';
import { HashedRows } from './row-hashes.ts';
import { chosenSubjects, listNamesOfRow, namesOfRow, type RowNames } from './row-names.ts';
import { refuseByParents, RowParents } from './row-parents.ts';
import { writeRows } from './write-rows.ts';

const TARGET = 'fixed_assets';
const CHUNK = 1000;

/** Rows with what they mean, before any verdict. */
interface Understood {
  readonly matched: readonly MatchedRow[];
  readonly findings: RowFinding[];
  readonly lookup: AssetLookup;
  readonly book: NameBook;
  readonly namesOf: ReadonlyMap<DraftRow, RowNames>;
  readonly hashes: HashedRows;
  /** Rows that say what the last file said about the same asset: there is nothing to decide. */
  readonly repeated: ReadonlySet<DraftRow>;
}

interface Verdicts {
  readonly decided: readonly DecidedRow[];
  readonly findings: readonly RowFinding[];
  readonly subjectOf: (row: DraftRow) => string;
}

/** See `ImportTarget.settle`. */
export async function settleAssetRows(command: CommandContext, input: SettleInput): Promise<Settled> {
  const session = await openSession(command, input);
  const understood = await understandRows(command, input, session);
  const createdNames = await createUsedNames(command, session, understood);
  const { decided, findings, subjectOf } = await decideAll(command, input, session, understood);
  const counts = countsOf(decided);
  const isWritten = input.write && decideWriting(counts, input.goodRowsOnly).allowed;
  const codes = isWritten ? await writeDecided(command, input, understood, decided, subjectOf) : null;
  return {
    isWritten,
    counts,
    findings,
    names: namesToShow(understood.book.all()),
    ...(await reconcile(command, session, { decided, subjectOf, isWritten })),
    createdNames,
    codes,
  };
}

async function understandRows(
  { trx }: CommandContext,
  input: SettleInput,
  { court, context }: ImportSession,
): Promise<Understood> {
  const { numbered, lookup } = await lookUpAssets(trx, court, input.rows);
  const book = new NameBook(context.register, input.settings.choices);
  const hashes = new HashedRows();
  const namesOf = new Map<DraftRow, RowNames>();
  for (const [index, { row, numbers }] of numbered.entries()) {
    const names = namesOfRow(book, row.draft);
    namesOf.set(row, names);
    hashes.add(row, numbers, chosenSubjects(names));
    if (index % CHUNK === CHUNK - 1) await nextTurn();
  }
  input.throwIfCancelled();
  const byNumbers = matchByNumbers(numbered, lookup, context.teller);
  const identities = byNumbers.matched.flatMap(({ row }) => hashes.of(row).identityHash ?? []);
  const at = { courtId: court.id, target: TARGET };
  const matched = matchByContent(
    byNumbers.matched,
    (row) => hashes.of(row),
    await listRememberedBy(trx, at, identities),
  );
  const meant = matched.flatMap(({ meaning }) => (meaning.kind === 'existing' ? [meaning.assetId] : []));
  const said = new Map((await listRememberedOf(trx, at, meant)).map((one) => [one.subjectId, one.rowHash]));
  const isRepeated = ({ row, meaning }: MatchedRow) =>
    meaning.kind === 'existing' && !row.isRefused && said.get(meaning.assetId) === hashes.of(row).rowHash;
  const repeated = input.settings.clearBlank ? [] : matched.filter(isRepeated).map(({ row }) => row);
  const findings = [...byNumbers.findings, ...noticeRepeatedSerials(numbered, context.teller)];
  return { matched, findings, lookup, book, namesOf, hashes, repeated: new Set(repeated) };
}

/** Creates the names that were chosen to be created and that a row with something to say has. */
function createUsedNames(
  command: CommandContext,
  { context }: ImportSession,
  { matched, namesOf, repeated, book }: Understood,
): Promise<CreatedNames> {
  for (const { row } of matched) {
    const names = repeated.has(row) ? undefined : namesOf.get(row);
    if (names) for (const name of listNamesOfRow(names)) name.rowCount += 1;
  }
  const used = book.all().filter(({ rowCount }) => rowCount > 0);
  return createNames(command, context.register, used);
}

async function decideAll(
  command: CommandContext,
  input: SettleInput,
  { court, context }: ImportSession,
  { matched, namesOf, repeated, lookup, findings }: Understood,
): Promise<Verdicts> {
  const subjects = matched.map((each) => ({
    ...each,
    subjectId: each.meaning.kind === 'existing' ? each.meaning.assetId : newId(),
  }));
  const parents = new RowParents(subjects, lookup, court.divisionNumber, context.teller);
  const open = subjects.filter(({ row }) => !repeated.has(row));
  const known = open.flatMap(({ meaning }) => (meaning.kind === 'existing' ? [meaning.assetId] : []));
  if (input.write) await lockKnownAssets(command, known);
  const verdicts = new Map<DraftRow, DecidedRow>();
  for (let start = 0; start < open.length; start += CHUNK) {
    input.throwIfCancelled();
    input.onProgress({ phase: 'deciding', done: start, total: open.length });
    const part = open.slice(start, start + CHUNK);
    const assets = await loadKnownAssets(
      command,
      part.flatMap(({ meaning }) => (meaning.kind === 'existing' ? [meaning.assetId] : [])),
    );
    for (const each of part) {
      const { row } = each;
      const names = namesOf.get(row);
      if (!names) throw new Error('every row of the file has its names');
      const parent = parents.find(row);
      const rowCase: RowCase = { ...each, names, parentId: parent.assetId };
      const isRefused = row.isRefused || parent.findings.length > 0;
      const verdict = decideRow(rowCase, assets.get(each.subjectId), context);
      findings.push(...parent.findings, ...verdict.findings);
      verdicts.set(row, isRefused ? { kind: 'refused', row } : verdict.decided);
    }
    await nextTurn();
  }
  const all = subjects.map(
    ({ row, subjectId }): DecidedRow => verdicts.get(row) ?? { kind: 'unchanged', row, assetId: subjectId },
  );
  return withParents(command, subjects, all, findings, context.teller);
}

async function withParents(
  command: CommandContext,
  subjects: readonly (MatchedRow & { readonly subjectId: string })[],
  decided: readonly DecidedRow[],
  findings: RowFinding[],
  teller: ImportSession['context']['teller'],
): Promise<Verdicts> {
  const byRow = new Map(subjects.map((each) => [each.row, each]));
  const subjectOf = (row: DraftRow) => byRow.get(row)?.subjectId ?? '';
  if (!subjects.some(({ row }) => row.draft.parentCode !== undefined))
    return { decided, findings, subjectOf };
  const settled = refuseByParents(
    decided,
    (row) => ({ id: subjectOf(row), isNew: byRow.get(row)?.meaning.kind !== 'existing' }),
    await listParentLinks(command.trx, command.actor.courtId),
    teller,
  );
  findings.push(...settled.findings);
  return { decided: settled.decided, findings, subjectOf };
}

function countsOf(decided: readonly DecidedRow[]): RowCounts {
  const counts = { read: decided.length, created: 0, changed: 0, unchanged: 0, refused: 0 };
  for (const { kind } of decided) counts[kind] += 1;
  return counts;
}

async function writeDecided(
  command: CommandContext,
  input: SettleInput,
  { hashes, repeated }: Understood,
  decided: readonly DecidedRow[],
  subjectOf: (row: DraftRow) => string,
): Promise<Settled['codes']> {
  const remembered = decided.flatMap(({ kind, row }): RememberedRow[] =>
    kind === 'refused' || repeated.has(row) ? [] : [{ subjectId: subjectOf(row), ...hashes.of(row) }],
  );
  const created = decided.filter((each) => each.kind === 'created');
  const changed = decided.filter((each) => each.kind === 'changed');
  return (await writeRows(command, input, { created, changed, remembered })).codes;
}
