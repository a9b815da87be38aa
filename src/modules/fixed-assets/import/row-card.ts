/** The card that a row makes, or makes of a card that is there. Pure. */
import type { AssetDraft } from '../../imports/asset-draft.ts';
import type { AssetField } from '../../imports/asset-fields.ts';
import type { ImportField } from '../../imports/import-fields.ts';
import type { ImportSettings } from '../../imports/import-settings.ts';
import type { DraftRow, RowFinding } from '../../imports/import-target.ts';
import { FIELD_NAMES } from '../../imports/layouts/field-names.ts';
import { normaliseQuantity } from '../../ledger/entry.ts';
import type { AssetCard } from '../asset-card.ts';
import { foldAlias } from '../search-grams.ts';
import type { FindingTeller } from './row-findings.ts';
import type { RowNames } from './row-names.ts';

type Writable<T> = { -readonly [K in keyof T]: T[K] };
export type CardWords = Partial<Writable<AssetCard>>;

/** Fields of the card that a row states under the same name and in the same form. */
const SAME_FIELDS = [
  ...['name', 'specification', 'brand', 'model', 'manufacturer', 'serialNumber', 'unit'],
  ...['acquisitionMethod', 'acquiredOn', 'inUseOn', 'bookedOn', 'valueKind', 'originalValueFen'],
  ...['fiscalFundsFen', 'nonFiscalFundsFen', 'usefulLifeMonths', 'voucherNumber', 'procurementForm'],
  ...['supplier', 'contractNumber', 'invoiceNumber', 'warrantyUntil', 'notes'],
] as readonly (keyof AssetDraft & keyof AssetCard)[];

/** Fields that a card may lack, by the field of the file that fills them: what a blank cell clears on request. */
const CLEARABLE = {
  specification: 'specification',
  brand: 'brand',
  model: 'model',
  manufacturer: 'manufacturer',
  serialNumber: 'serialNumber',
  inUseOn: 'inUseOn',
  bookedOn: 'bookedOn',
  fiscalFundsFen: 'fiscalFundsFen',
  nonFiscalFundsFen: 'nonFiscalFundsFen',
  usefulLifeMonths: 'usefulLifeMonths',
  voucherNumber: 'voucherNumber',
  procurementForm: 'procurementForm',
  supplier: 'supplier',
  contractNumber: 'contractNumber',
  invoiceNumber: 'invoiceNumber',
  warrantyUntil: 'warrantyUntil',
  managingDepartmentName: 'managingDepartmentId',
  parentCode: 'parentAssetId',
  notes: 'notes',
} as const satisfies Partial<Record<AssetField, keyof AssetCard>>;

/** Those that tell the asset itself are cleared only where our own code tells it. */
const CLEARABLE_NUMBERS = { oldNumber1: 'oldNumber1', oldNumber2: 'oldNumber2' } as const;

const REQUIRED = ['name', 'classCode', 'acquisitionMethod', 'acquiredOn', 'originalValueFen'] as const;

export interface CardContext {
  readonly settings: ImportSettings;
  /** The last month that a stated opening depreciation includes, as its first day. */
  readonly openingMonth: string;
  readonly teller: FindingTeller;
  /** Which fields have a column. */
  readonly mapped: ReadonlySet<ImportField>;
}

export interface MadeCard {
  readonly card: AssetCard | null;
  readonly findings: readonly RowFinding[];
}

/** What the row states about the card, names resolved; old numbers, opening and parent are decided apart. */
function wordsOf(draft: AssetDraft, names: RowNames): CardWords {
  const words: CardWords = {};
  for (const field of SAME_FIELDS) {
    if (draft[field] !== undefined) Object.assign(words, { [field]: draft[field] });
  }
  if (draft.quantity !== undefined) words.quantity = normaliseQuantity(draft.quantity);
  const classCode = names.assetClass?.subjectId;
  if (classCode != null) words.classCode = classCode;
  const managing = names.managing?.subjectId;
  if (managing != null) words.managingDepartmentId = managing;
  return words;
}

/** The card of a new asset. Refused without what every card has, and with more numbers than a card keeps. */
export function makeNewCard(
  row: DraftRow,
  names: RowNames,
  ownCode: string | null,
  context: CardContext,
): MadeCard {
  const { draft } = row;
  const findings: RowFinding[] = [];
  const numbers = distinct([ownCode === null ? draft.code : undefined, draft.oldNumber1, draft.oldNumber2]);
  const surplus = numbers[2];
  if (surplus !== undefined)
    findings.push(context.teller.refuse(row, 'oldNumber2', 'OLD_NUMBERS_FULL', { value: surplus }));
  const needed = requiredOf(row, names, context, findings);
  if (needed === null || findings.length > 0) return { card: null, findings };
  const hasOpening = draft.openingDepreciationFen !== undefined;
  // One shape for all cards: thousands of them are hashed and written.
  const card: AssetCard = {
    name: needed.name,
    classCode: needed.classCode,
    specification: draft.specification ?? null,
    brand: draft.brand ?? null,
    model: draft.model ?? null,
    manufacturer: draft.manufacturer ?? null,
    serialNumber: draft.serialNumber ?? null,
    oldNumber1: numbers[0] ?? null,
    oldNumber2: numbers[1] ?? null,
    unit: draft.unit ?? context.settings.defaults.unit ?? '件',
    quantity: normaliseQuantity(draft.quantity ?? '1'),
    acquisitionMethod: needed.acquisitionMethod,
    acquiredOn: needed.acquiredOn,
    inUseOn: draft.inUseOn ?? null,
    bookedOn: draft.bookedOn ?? null,
    valueKind: draft.valueKind ?? 'original',
    originalValueFen: needed.originalValueFen,
    fiscalFundsFen: draft.fiscalFundsFen ?? null,
    nonFiscalFundsFen: draft.nonFiscalFundsFen ?? null,
    openingDepreciationFen: draft.openingDepreciationFen ?? 0,
    openingDepreciationMonth: hasOpening ? context.openingMonth : null,
    usefulLifeMonths: draft.usefulLifeMonths ?? null,
    voucherNumber: draft.voucherNumber ?? null,
    procurementForm: draft.procurementForm ?? null,
    supplier: draft.supplier ?? null,
    contractNumber: draft.contractNumber ?? null,
    invoiceNumber: draft.invoiceNumber ?? null,
    warrantyUntil: draft.warrantyUntil ?? null,
    managingDepartmentId: names.managing?.subjectId ?? null,
    parentAssetId: null,
    notes: draft.notes ?? null,
  };
  return { card, findings };
}

type Required = Pick<AssetCard, (typeof REQUIRED)[number]>;

/** What every card has, from the row or from the values for new cards; null when something is missing. */
function requiredOf(
  row: DraftRow,
  names: RowNames,
  { teller, settings }: CardContext,
  findings: RowFinding[],
): Required | null {
  const { draft } = row;
  const { defaults } = settings;
  const classCode =
    names.assetClass === null ? defaults.classCode : (names.assetClass.subjectId ?? undefined);
  const stated = {
    name: draft.name,
    classCode,
    acquisitionMethod: draft.acquisitionMethod ?? defaults.acquisitionMethod,
    acquiredOn: draft.acquiredOn ?? defaults.acquiredOn,
    originalValueFen: draft.originalValueFen ?? defaults.originalValueFen,
  };
  for (const field of REQUIRED) {
    // A class that is named and unknown is told apart.
    if (stated[field] !== undefined || (field === 'classCode' && names.assetClass !== null)) continue;
    const { zh, en } = FIELD_NAMES[field];
    findings.push(teller.refuse(row, field, 'REQUIRED_FIELD_MISSING', { field: zh }, { field: en }));
  }
  const { name, acquisitionMethod, acquiredOn, originalValueFen } = stated;
  if (name === undefined || classCode === undefined || acquisitionMethod === undefined) return null;
  if (acquiredOn === undefined || originalValueFen === undefined) return null;
  return { name, classCode, acquisitionMethod, acquiredOn, originalValueFen };
}

/** The card as the row would have it. Blank cells leave what is there unless they are to clear it. */
export function makeChangedCard(
  row: DraftRow,
  names: RowNames,
  kept: { readonly card: AssetCard; readonly accumulatedFen: number; readonly isByOwnCode: boolean },
  context: CardContext,
): MadeCard {
  const { draft } = row;
  const findings: RowFinding[] = [];
  const cleared = context.settings.clearBlank ? clearedBy(row, kept.isByOwnCode, context) : {};
  const numbers = oldNumbersAfter(draft, kept, row, context.teller, findings);
  const opening = openingAfter(row, kept, context, findings);
  const card = { ...kept.card, ...cleared, ...wordsOf(draft, names), ...numbers, ...opening };
  return { card: findings.some(({ severity }) => severity === 'refused') ? null : card, findings };
}

function clearedBy(row: DraftRow, isByOwnCode: boolean, { mapped }: CardContext): CardWords {
  const fields = Object.entries({ ...CLEARABLE, ...(isByOwnCode ? CLEARABLE_NUMBERS : {}) });
  return Object.fromEntries(
    fields
      // why: the keys of the table are fields of the file.
      .filter(([field]) => mapped.has(field as AssetField) && row.draft[field as AssetField] === undefined)
      .map(([, cardField]) => [cardField, null]),
  );
}

function distinct(numbers: readonly (string | null | undefined)[]): string[] {
  const seen = new Set<string>();
  return numbers.filter((number): number is string => {
    const folded = number == null ? '' : foldAlias(number);
    if (folded === '' || seen.has(folded)) return false;
    seen.add(folded);
    return true;
  });
}

/** With our own code the two columns are the two fields; otherwise what the card lacks is added where there is room. */
function oldNumbersAfter(
  draft: AssetDraft,
  kept: { readonly card: AssetCard; readonly isByOwnCode: boolean },
  row: DraftRow,
  teller: FindingTeller,
  findings: RowFinding[],
): CardWords {
  if (kept.isByOwnCode) {
    return {
      ...(draft.oldNumber1 === undefined ? {} : { oldNumber1: draft.oldNumber1 }),
      ...(draft.oldNumber2 === undefined ? {} : { oldNumber2: draft.oldNumber2 }),
    };
  }
  const has = distinct([kept.card.oldNumber1, kept.card.oldNumber2]);
  const all = distinct([...has, draft.code, draft.oldNumber1, draft.oldNumber2]);
  if (all.length === has.length) return {};
  const surplus = all[2];
  if (surplus === undefined) return { oldNumber1: all[0] ?? null, oldNumber2: all[1] ?? null };
  findings.push(
    teller.refuse(row, draft.code === surplus ? 'code' : 'oldNumber2', 'OLD_NUMBERS_FULL', {
      value: surplus,
    }),
  );
  return {};
}

/** An opening balance can change until something was depreciated here. */
function openingAfter(
  row: DraftRow,
  kept: { readonly card: AssetCard; readonly accumulatedFen: number },
  { teller, openingMonth }: CardContext,
  findings: RowFinding[],
): CardWords {
  const { openingDepreciationFen } = row.draft;
  const before = kept.card.openingDepreciationFen;
  if (openingDepreciationFen === undefined || openingDepreciationFen === before) return {};
  if (kept.accumulatedFen === before)
    return { openingDepreciationFen, openingDepreciationMonth: openingMonth };
  findings.push(teller.notice(row, 'openingDepreciationFen', 'OPENING_KEPT'));
  return {};
}
