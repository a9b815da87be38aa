/** The filters of the asset list as conditions on `asset`, a row of readable_assets. */
import { sql, type RawBuilder } from 'kysely';
import type { FieldWithWords } from './asset-card.ts';
import { classPrefixOf, classRangeOf, type AssetCriteria, type AssetSearch } from './asset-criteria.ts';
import type { ReadScope } from './read-scope.ts';
import { queryGramsOf } from './search-grams.ts';

export type Condition = RawBuilder<unknown>;

export function allOf(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}

/** Behind every character, in the order of code points. */
const LAST_CHARACTER = '\u{10ffff}';

/** The ids of assets one of whose numbers begins or ends with the text, as a subquery. */
export function aliasHits(courtId: number, number: string): Condition {
  const reversed = [...number].reverse().join('');
  return sql`select asset_id from asset_aliases where court_id = ${courtId}
      and alias >= ${number} and alias < ${number + LAST_CHARACTER}
    union select asset_id from asset_aliases where court_id = ${courtId}
      and reversed >= ${reversed} and reversed < ${reversed + LAST_CHARACTER}`;
}

function wordHits(courtId: number, grams: readonly number[]): Condition {
  return sql`select asset_id from readable_asset_search where court_id = ${courtId}
    and grams @> ${`{${grams.join(',')}}`}::integer[]`;
}

/** Every asset that a search finds, as a subquery of ids. */
export function searchHits(courtId: number, search: AssetSearch): Condition {
  const parts = [
    ...(search.grams.length > 0 ? [wordHits(courtId, search.grams)] : []),
    ...(search.number !== null ? [aliasHits(courtId, search.number)] : []),
  ];
  return parts.length === 0 ? sql`select null::uuid where false` : sql.join(parts, sql` union `);
}

/** Whether one row is found, asked row by row: for reading in the list's order. */
export function isFound(courtId: number, search: AssetSearch): Condition {
  const grams = `{${search.grams.join(',')}}`;
  const parts = [
    ...(search.grams.length > 0
      ? [
          // Compared outside the subquery: inside, the index of pieces would be searched anew for every row.
          sql`(select word.grams from readable_asset_search word where word.court_id = ${courtId}
            and word.asset_id = asset.id) @> ${grams}::integer[]`,
        ]
      : []),
    ...(search.number !== null ? [sql`asset.id in (${aliasHits(courtId, search.number)})`] : []),
  ];
  return parts.length === 0 ? sql`false` : sql`(${sql.join(parts, sql` or `)})`;
}

export function scopeConditions({ narrowed }: ReadScope): Condition[] {
  if (narrowed === null) return [];
  const mine = sql`asset.holder_id = ${narrowed.personId}::uuid`;
  return narrowed.departmentIds.length === 0
    ? [mine]
    : [sql`(asset.department_id = any(${narrowed.departmentIds}::uuid[]) or ${mine})`];
}

/** Only columns that are ever named here reach the text of a statement. */
type Column =
  | 'id'
  | 'code'
  | 'acquired_on'
  | 'in_use_on'
  | 'booked_on'
  | 'warranty_until'
  | 'loan_due_on'
  | 'original_value_fen'
  | 'fiscal_funds_fen'
  | 'non_fiscal_funds_fen'
  | 'opening_depreciation_fen'
  | 'quantity'
  | 'useful_life_months'
  | 'status'
  | 'department_id'
  | 'managing_department_id'
  | 'holder_id'
  | 'place_id'
  | 'acquisition_method'
  | 'value_kind'
  | 'name'
  | 'specification'
  | 'unit'
  | 'voucher_number'
  | 'procurement_form'
  | 'notes'
  | 'supplier'
  | 'brand'
  | 'model'
  | 'manufacturer'
  | 'contract_number'
  | 'invoice_number'
  | 'serial_number';
const column = (name: Column) => sql.raw(`asset.${name}`);

/** A single value as an equation: an index that goes on with the code then keeps the order. */
function among(
  name: Column,
  type: 'text' | 'uuid',
  values: readonly string[] | null | undefined,
): Condition[] {
  if (values === null || values === undefined) return [];
  const [only] = values;
  if (values.length === 1) return [sql`${column(name)} = ${only}::${sql.raw(type)}`];
  return [sql`${column(name)} = any(${values}::${sql.raw(type)}[])`];
}

function between(
  name: Column,
  type: 'date' | 'bigint' | 'numeric' | 'text',
  from: string | number | null | undefined,
  to: string | number | null | undefined,
): Condition[] {
  return [
    ...(from === null || from === undefined ? [] : [sql`${column(name)} >= ${from}::${sql.raw(type)}`]),
    ...(to === null || to === undefined ? [] : [sql`${column(name)} <= ${to}::${sql.raw(type)}`]),
  ];
}

function isThere(name: Column, wanted: boolean | undefined): Condition[] {
  if (wanted === undefined) return [];
  return [wanted ? sql`${column(name)} is not null` : sql`${column(name)} is null`];
}

function isTrue(condition: Condition, wanted: boolean | undefined): Condition[] {
  if (wanted === undefined) return [];
  return [wanted ? condition : sql`not (${condition})`];
}

/** Columns whose words the index of words has; the pattern of any other is asked of every card of the court. */
const COLUMNS_WITH_WORDS: Readonly<Record<FieldWithWords, Column>> = {
  name: 'name',
  specification: 'specification',
  brand: 'brand',
  model: 'model',
  manufacturer: 'manufacturer',
  supplier: 'supplier',
  contractNumber: 'contract_number',
  invoiceNumber: 'invoice_number',
  notes: 'notes',
};
const COLUMNS_WITHOUT_WORDS = {
  unit: 'unit',
  voucherNumber: 'voucher_number',
  procurementForm: 'procurement_form',
} as const satisfies Readonly<Record<string, Column>>;

function matches(name: Column, text: string): Condition {
  return sql`${column(name)} ilike ${`%${text.trim().replace(/[\\%_]/g, '\\$&')}%`}`;
}

/** Parts of texts of the card. Gathering goes through the index of words; the pattern decides in any case. */
function textConditions({ scope, filters }: AssetCriteria, way: Way): Condition[] {
  // why: the keys of the two literal tables are fields of the card that are filters too.
  const withWords = Object.keys(COLUMNS_WITH_WORDS) as FieldWithWords[];
  const without = Object.keys(COLUMNS_WITHOUT_WORDS) as (keyof typeof COLUMNS_WITHOUT_WORDS)[];
  // A word of one letter has a piece only where it stands alone, which part of a word does not.
  const gramsOf = (text: string) => queryGramsOf(text).filter((gram) => gram < 0 || gram > 0xffff);
  return [
    ...withWords.flatMap((field) => {
      const text = filters[field];
      if (text === undefined) return [];
      const grams = way === 'walk' ? [] : gramsOf(text);
      const found = grams.length === 0 ? [] : [sql`asset.id in (${wordHits(scope.courtId, grams)})`];
      return [...found, matches(COLUMNS_WITH_WORDS[field], text)];
    }),
    ...without.flatMap((field) => {
      const text = filters[field];
      return text === undefined ? [] : [matches(COLUMNS_WITHOUT_WORDS[field], text)];
    }),
  ];
}

function amountConditions({ filters }: AssetCriteria): Condition[] {
  return [
    ...between('original_value_fen', 'bigint', filters.valueFromFen, filters.valueToFen),
    ...between('fiscal_funds_fen', 'bigint', filters.fiscalFundsFromFen, filters.fiscalFundsToFen),
    ...between('non_fiscal_funds_fen', 'bigint', filters.nonFiscalFundsFromFen, filters.nonFiscalFundsToFen),
    ...between(
      'opening_depreciation_fen',
      'bigint',
      filters.openingDepreciationFromFen,
      filters.openingDepreciationToFen,
    ),
    ...between('quantity', 'numeric', filters.quantityFrom, filters.quantityTo),
    ...between('useful_life_months', 'bigint', filters.usefulLifeFromMonths, filters.usefulLifeToMonths),
  ];
}

function classConditions(prefixes: readonly string[] | undefined): Condition[] {
  if (prefixes === undefined) return [];
  const parts = prefixes.map((code) => {
    const { first, last } = classRangeOf(classPrefixOf(code));
    return first === last
      ? sql`asset.class_code = ${first}`
      : sql`asset.class_code >= ${first} and asset.class_code <= ${last}`;
  });
  return parts.length === 1 ? parts : [sql`(${sql.join(parts, sql` or `)})`];
}

/** Few are without a label, so those are gathered along their own index; the walk asks each row. */
function labelConditions({ scope, filters }: AssetCriteria, way: Way): Condition[] {
  const { isLabelled } = filters;
  if (isLabelled === undefined) return [];
  if (!isLabelled && way === 'gather') {
    return [
      sql`asset.id in (select code.subject_id from item_codes code where code.court_id = ${scope.courtId}
        and code.labelled_at is null and code.subject_id is not null and code.voided_at is null)`,
    ];
  }
  const labelled = sql`exists (select from item_codes code where code.code = asset.code collate "default"
    and code.court_id = asset.court_id and code.labelled_at is not null)`;
  return [isLabelled ? labelled : sql`not ${labelled}`];
}

function existence({ scope, today, filters }: AssetCriteria): Condition[] {
  const { courtId } = scope;
  const photo = sql`exists (select from stored_files file where file.court_id = ${courtId}
    and file.subject_kind = 'fixed_asset' and file.subject_id = asset.id and file.purpose = 'photo'
    and file.removed_at is null)`;
  const receipt = sql`exists (select from asset_receipts receipt where receipt.court_id = ${courtId}
    and receipt.asset_id = asset.id and receipt.state = 'pending')`;
  const overdue = sql`asset.status = 'on_loan' and asset.loan_due_on < ${today}::date`;
  const depreciated = sql`asset.original_value_fen > 0
    and asset.accumulated_depreciation_fen >= asset.original_value_fen`;
  return [
    ...isThere('department_id', filters.hasDepartment),
    ...isThere('holder_id', filters.hasHolder),
    ...isThere('place_id', filters.hasPlace),
    ...isThere('serial_number', filters.hasSerialNumber),
    ...isTrue(photo, filters.hasPhoto),
    ...isTrue(receipt, filters.pendingReceipt),
    ...isTrue(filters.overdue === true ? overdue : sql`(${overdue}) is true`, filters.overdue),
    ...isTrue(depreciated, filters.fullyDepreciated),
  ];
}

/**
 * `walk`: rows come in the list's order and are asked one by one until the page is full. `gather`: every row that fits
 * is collected and put in order.
 */
export type Way = 'walk' | 'gather';

/** Everything but the court, the scope and the typed text. */
export function filterConditions(criteria: AssetCriteria, way: Way): Condition[] {
  const { filters, acquired } = criteria;
  return [
    ...among('id', 'uuid', filters.assetId),
    ...between('code', 'text', filters.codeFrom, filters.codeTo),
    ...among('status', 'text', filters.status),
    ...among('department_id', 'uuid', criteria.departmentIds),
    ...among('managing_department_id', 'uuid', criteria.managingDepartmentIds),
    ...among('holder_id', 'uuid', filters.holderId),
    ...among('place_id', 'uuid', criteria.placeIds),
    ...classConditions(filters.classCode),
    ...among('acquisition_method', 'text', filters.acquisitionMethod),
    ...among('value_kind', 'text', filters.valueKind),
    ...amountConditions(criteria),
    ...between('acquired_on', 'date', acquired.from, acquired.to),
    ...between('in_use_on', 'date', filters.inUseFrom, filters.inUseTo),
    ...between('booked_on', 'date', filters.bookedFrom, filters.bookedTo),
    ...between('warranty_until', 'date', filters.warrantyFrom, filters.warrantyTo),
    ...between('loan_due_on', 'date', filters.loanDueFrom, filters.loanDueTo),
    ...textConditions(criteria, way),
    ...(filters.parentAssetId === undefined
      ? []
      : [sql`asset.parent_asset_id = ${filters.parentAssetId}::uuid`]),
    ...labelConditions(criteria, way),
    ...existence(criteria),
  ];
}
