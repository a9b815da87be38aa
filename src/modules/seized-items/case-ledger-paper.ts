/** The ledger of a case as the parts of a paper: the head, both proofs, then every entry with its balance. Pure. */
import type { OfficePart } from '../../platform/pdf/office/office-paper.ts';
import { formatWallClockMinute } from '../../platform/spreadsheets/wall-clock.ts';
import { sayUnit } from '../../platform/quantity.ts';
import type { CaseAnswer } from '../cases/case-fields.ts';
import { shortPlace } from '../storage/place-path.ts';
import { LEDGER_TEXTS, type LedgerLanguage } from './case-ledger-texts.ts';
import type { CaseLedgerRow } from './case-ledger.contract.ts';
import type { LedgerCatalogue } from './ledger-catalogue.ts';
import type { ConservationRow } from './conservation.ts';
import { formatQuantity } from './item-quantity.ts';
import { ITEM_FLOWS, type ItemFlow } from './item-transitions.ts';
import type { LedgerEvent } from './ledger-closing.sql.ts';
import { shownRow, type ProvenLedger } from './read-case-ledger.ts';

type Texts = (typeof LEDGER_TEXTS)[LedgerLanguage];
type Column = Extract<OfficePart, { kind: 'table' }>['columns'][number];

const words = (title: string): Column => ({ title, align: 'left', wraps: true });
const short = (title: string): Column => ({ title, align: 'center', wraps: false });
const unitOf = (title: string): Column => ({ title, align: 'center', wraps: true });
const figure = (title: string): Column => ({ title, align: 'right', wraps: false });

function headPart(
  { rows, closure, conservation }: ProvenLedger,
  { found, event, catalogue }: Parameters<typeof ledgerParts>[1],
  texts: Texts,
): OfficePart {
  const fact = (label: string, value: string) => ({ label, value });
  const others = found.numbers.filter(({ number }) => number !== found.number).map(({ number }) => number);
  const parties = found.parties.filter(({ leftOn }) => leftOn === null).map(({ name }) => name);
  const [first, last] = [rows[0]?.entry, rows.at(-1)?.entry];
  const opened = first === undefined ? '' : formatWallClockMinute(new Date(first.recordedAtMs));
  const closed = event?.kind === 'closed' ? formatWallClockMinute(event.at) : texts.notClosed;
  return {
    kind: 'facts',
    rows: [
      [fact(texts.case, found.number), fact(texts.handler, `${found.handler}（${found.department}）`)],
      ...(others.length === 0 ? [] : [[fact(texts.others, others.join('、'))]]),
      [fact(texts.cause, found.cause), fact(texts.parties, parties.join('、'))],
      [fact(texts.opened, opened), fact(texts.closed, closed)],
      ...(catalogue.custodians.length === 0 ? [] : [[fact(texts.keepers, catalogue.custodians.join('、'))]]),
      [
        fact(texts.entries, texts.count(closure.itemCount, rows.length)),
        fact(
          texts.closure,
          closure.holds
            ? texts.mayClose
            : texts.open({
                items: closure.openItems.length,
                currencies: closure.openCurrencies.length,
                lines: closure.openLines.length,
                claims: closure.openClaims.length,
              }),
        ),
      ],
      [
        fact(
          texts.balance,
          conservation.holds ? texts.conserved : texts.broken(conservation.differences.length),
        ),
      ],
      [fact(texts.hash, last === undefined ? '' : last.hash.toString('hex'))],
    ],
  };
}

const PLACES = ['in_store', 'out', 'in_transit', 'with_keeper', 'under_investigation'] as const;

/** Shown only of a case in which it happened. */
const RARELY_GONE: readonly string[] = ['baseline_less', 'converted_out'] satisfies readonly ItemFlow[];

/** Where everything that came in is or went, in the order of the columns; parts cancel out within the case. */
function goneNames(
  rows: readonly ConservationRow[],
  language: LedgerLanguage,
): { key: string; label: string }[] {
  const isShown = (key: string) =>
    !RARELY_GONE.includes(key) ||
    rows.some(({ sums }) => (new Map<string, string>(Object.entries(sums)).get(key) ?? '0') !== '0');
  return Object.entries(ITEM_FLOWS)
    .filter(([key, { sign }]) => sign === -1 && key !== 'part_out' && isShown(key))
    .map(([key, words]) => ({ key, label: words[language] }));
}

function conservationPart(
  rows: readonly ConservationRow[],
  texts: Texts,
  language: LedgerLanguage,
): OfficePart {
  const columns = [...PLACES.map((key) => ({ key, label: texts.places[key] })), ...goneNames(rows, language)];
  const labels = columns.map(({ label }) => label);
  return {
    kind: 'table',
    heading: texts.conservation(labels),
    columns: [unitOf(texts.unit), figure(texts.in), ...labels.map(figure)],
    rows: rows.map(({ unit, total, sums }) => {
      const known: ReadonlyMap<string, string> = new Map(Object.entries(sums));
      const quantities = columns.map(({ key }) => known.get(key) ?? '0');
      return [
        ...[sayUnit(unit)[language], formatQuantity(total, unit)],
        ...quantities.map((quantity) => (quantity === '0' ? '' : formatQuantity(quantity, unit))),
      ];
    }),
    noRows: texts.none,
  };
}

function instantSaid(instant: string): string {
  return instant.slice(0, 16).replace('T', ' ');
}

function rowOf(row: CaseLedgerRow, texts: Texts, language: LedgerLanguage): string[] {
  const late = row.isLate ? texts.late(instantSaid(row.recordedAt)) : '';
  const notes = [
    row.note ?? '',
    row.correctsSequence === null ? '' : texts.corrects(row.correctsSequence),
    row.isVisitMissing ? texts.noVisit : '',
  ];
  return [
    ...[String(row.sequence), instantSaid(row.occurredAt) + late, row[language]],
    ...[`${row.number}. ${row.name}`, sayUnit(row.unit)[language]],
    ...[row.inQuantity, row.outQuantity, row.balance].map((quantity) => formatQuantity(quantity, row.unit)),
    ...[
      row.place === null ? (row.holder ?? '') : shortPlace(row.place),
      row.seal ?? '',
      row.actorName,
      row.secondPersonName ?? '',
    ],
    ...[row.counterparty ?? '', row.basis ?? ''],
    notes.filter((note) => note !== '').join('；'),
  ];
}

/** Each item once: what the entries call by its number. */
function cataloguePart({ lines }: LedgerCatalogue, texts: Texts, language: LedgerLanguage): OfficePart {
  const { catalogue: names } = texts;
  return {
    kind: 'table',
    heading: texts.items,
    columns: [
      ...[short(names.number), words(names.code), words(names.name), words(names.specification)],
      ...[words(names.marks), words(names.weight), unitOf(names.unit), short(names.grade)],
      ...[short(names.ownership), words(names.list)],
    ],
    rows: lines.map((line) => [
      ...[String(line.number), line.code, line.name, line.specification, line.marks, line.weight],
      ...[sayUnit(line.unit)[language], line.grade[language], line.ownership?.[language] ?? '', line.list],
    ]),
    noRows: texts.none,
  };
}

function rowsPart({ rows }: ProvenLedger, texts: Texts, language: LedgerLanguage): OfficePart {
  const { columns } = texts;
  return {
    kind: 'table',
    heading: texts.rows,
    columns: [
      ...[short(columns.sequence), words(columns.occurredAt), words(columns.kind), words(columns.name)],
      ...[unitOf(columns.unit), figure(columns.in), figure(columns.out), figure(columns.balance)],
      ...[words(columns.place), words(columns.seal), words(columns.actor), words(columns.second)],
      ...[words(columns.counterparty), words(columns.basis), words(columns.note)],
    ],
    rows: rows.map((row) => rowOf(shownRow(row), texts, language)),
    noRows: texts.none,
    footMarks: rows.map(({ entry }) => texts.pageHash(entry.hash.toString('hex').slice(0, 32))),
  };
}

export function ledgerParts(
  ledger: ProvenLedger,
  about: {
    readonly found: CaseAnswer;
    readonly event: LedgerEvent | undefined;
    readonly catalogue: LedgerCatalogue;
  },
  language: LedgerLanguage,
): OfficePart[] {
  const texts = LEDGER_TEXTS[language];
  const places = texts.signatures.map((role) => ({ role, name: '', signed: '', sha256: null }));
  return [
    headPart(ledger, about, texts),
    conservationPart(ledger.conservation.rows, texts, language),
    cataloguePart(about.catalogue, texts, language),
    rowsPart(ledger, texts, language),
    { kind: 'signatures', places },
  ];
}
