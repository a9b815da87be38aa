/** Pieces that many papers share: facts of the case and the event, columns, signature places. Pure. */
import { formatWallClockMinute } from '../../../platform/spreadsheets/wall-clock.ts';
import { sayUnit } from '../../../platform/quantity.ts';
import { PARTY_ROLES } from '../../cases/rules.ts';
import type { ChainedEntry } from '../../ledger/entry.ts';
import { categoryOf, ITEM_FACTS, ITEM_GRADES, type ItemFact } from '../../seized-items/item-categories.ts';
import type { PaperPart } from '../paper-content.ts';
import type { PaperText } from '../paper-forms.ts';
import type { RequestSource } from '../paper-event.sql.ts';
import type { CaseSource, ItemSource } from '../paper-source.sql.ts';
import { detailOf, distinct, whenSaid } from './entry-words.ts';

export type Texts = Readonly<Partial<Record<PaperText, string | undefined>>>;
type Facts = Extract<PaperPart, { kind: 'facts' }>['rows'];
type Column = Extract<PaperPart, { kind: 'table' }>['columns'][number];
type Place = Extract<PaperPart, { kind: 'signatures' }>['places'][number];

export const fact = (label: string, value: string | null) => ({ label, value: value ?? '' });
export const facts = (...rows: Facts): PaperPart => ({ kind: 'facts', rows });
export const paragraphs = (heading: string, ...texts: readonly string[]): PaperPart[] => {
  const said = texts.filter((text) => text !== '');
  return said.length === 0 ? [] : [{ kind: 'text', heading, paragraphs: said }];
};

/** A text to somebody; to nobody where the name is empty. */
export const letter = (addressee: string, ...texts: readonly string[]): PaperPart => ({
  ...{ kind: 'text', heading: '', paragraphs: texts.filter((text) => text !== '') },
  ...(addressee === '' ? {} : { addressee }),
});

export const words = (title: string): Column => ({ title, align: 'left', wraps: true });
export const short = (title: string): Column => ({ title, align: 'center', wraps: false });
/** Of codes: read letter by letter, never broken. */
export const code = (title: string): Column => ({ title, align: 'left', wraps: false });
export const figure = (title: string): Column => ({ title, align: 'right', wraps: false });

const NOTHING_RECORDED = '—';

/** So that nobody writes in later what was not recorded; columns whose titles are `byHand` stay open for a pen. */
function closed(columns: readonly Column[], rows: string[][], byHand: readonly string[]): string[][] {
  return rows.map((row) =>
    row.map((cell, index) =>
      cell !== '' || byHand.includes(columns[index]?.title ?? '') ? cell : NOTHING_RECORDED,
    ),
  );
}

export function table(
  columns: Column[],
  rows: string[][],
  { heading = '', byHand = [] }: { readonly heading?: string; readonly byHand?: readonly string[] } = {},
): PaperPart {
  return { kind: 'table', heading, columns, rows: closed(columns, rows, byHand), noRows: '无' };
}

/** A table that ends with its sums. */
export function summedTable(
  columns: Column[],
  rows: string[][],
  sums: string[][],
  byHand: readonly string[],
): PaperPart {
  return {
    kind: 'table',
    heading: '',
    columns,
    rows: [...closed(columns, rows, byHand), ...sums],
    noRows: '无',
    sumRows: sums.length,
  };
}

export const place = (role: string, name = '', signed = '', sha256: string | null = null): Place => ({
  ...{ role, name, signed, sha256 },
});
export const signatures = (...places: Place[]): PaperPart => ({ kind: 'signatures', places });

/** Whoever did it signed by doing it, the second person by a secret number of their own. */
export function byActor(role: string, entry: ChainedEntry | undefined): Place {
  if (entry === undefined) return place(role);
  return place(role, entry.actorName, `${recordedSaid(entry)} 系统登记`);
}
export function bySecond(role: string, entry: ChainedEntry | undefined): Place {
  if (entry?.secondPersonName == null) return place(role);
  return place(role, entry.secondPersonName, `${recordedSaid(entry)} 确认码确认`);
}

/** Whoever approved signed by approving; the last four steps. */
export function approvedPlaces(decisions: RequestSource['decisions']): Place[] {
  return decisions
    .slice(-4)
    .map(({ stepTitle, personName, decidedAt }) =>
      place(stepTitle ?? '审批人', personName, `${decidedAt} 系统审批`),
    );
}

function recordedSaid({ recordedAtMs }: ChainedEntry): string {
  return formatWallClockMinute(new Date(recordedAtMs));
}

export function partiesSaid({ parties }: CaseSource): string {
  const roles: Readonly<Record<string, { readonly zh: string }>> = PARTY_ROLES;
  const byRole = new Map<string, string[]>();
  for (const { name, role } of parties) byRole.set(role, [...(byRole.get(role) ?? []), name]);
  return [...byRole].map(([role, names]) => `${roles[role]?.zh ?? role}：${names.join('、')}`).join('；');
}

/** 案号 with the numbers that it had or has elsewhere, 案由, 当事人, 承办. */
export function caseFacts(source: CaseSource): Facts {
  const { number, otherNumbers, cause, handler, department } = source;
  const parties = partiesSaid(source);
  return [
    [fact('案号', number), fact('承办人', `${handler}（${department}）`)],
    ...(otherNumbers.length === 0 ? [] : [[fact('关联案号', otherNumbers.join('、'))]]),
    parties === '' ? [fact('案由', cause)] : [fact('案由', cause), fact('当事人', parties)],
  ];
}

/** When, on what ground, on whose approval; what was said besides. */
export function eventFacts(entries: readonly ChainedEntry[], label = '办理时间'): Facts {
  const [first] = entries;
  if (first === undefined) return [];
  const approval = distinct(entries.map((entry) => detailOf(entry, 'approvalNumber', 'approval')));
  const said = distinct(entries.map((entry) => entry.basis));
  // An approval that is the only ground is named once.
  const basis = said === `审批 ${approval}` ? '' : said;
  const note = distinct(entries.map((entry) => entry.note));
  const when = fact(label, whenSaid(first));
  const approved = fact('审批单号', approval);
  return [
    [when, basis === '' && approval !== '' ? approved : fact('依据文书', basis)],
    ...(basis === '' || approval === '' ? [] : [[approved]]),
    ...(note === '' ? [] : [[fact('说明', note)]]),
  ];
}

export function noteFacts({ note }: Texts): Facts {
  return note === undefined || note === '' ? [] : [[fact('备注', note)]];
}

/** Facts of an item as one text, those named left out. */
export function featuresOf({ facts: stated }: ItemSource, except: readonly ItemFact[] = []): string {
  const known: readonly ItemFact[] = Object.keys(ITEM_FACTS).filter(
    (key): key is ItemFact => key in ITEM_FACTS,
  );
  return known
    .filter((key) => !except.includes(key) && (stated[key] ?? '') !== '')
    .map((key) => `${ITEM_FACTS[key].zh}：${stated[key] ?? ''}`)
    .join('；');
}

export function namedItem(item: ItemSource): string {
  const features = featuresOf(item);
  return features === '' ? item.name : `${item.name}（${features}）`;
}

export const gradeSaid = ({ grade }: ItemSource) => ITEM_GRADES[grade].zh;
/** A unit, of money the currency's name. */
export const unitSaid = (unit: string) => sayUnit(unit).zh;
export const codeSaid = (code: string) => code.trim();

/** Photos that a paper may show; of obscene things their checksums alone stand on it. */
export function shownPhotos({ category, photos }: ItemSource): ItemSource['photos'] {
  return categoryOf(category).isHidden === true ? [] : photos;
}
