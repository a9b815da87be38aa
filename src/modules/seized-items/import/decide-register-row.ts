/** What a row of an older register comes to: an item with what the row says, 不详 for the rest, or what is wrong. Pure. */
import { listTexts, type Facts } from '../../../platform/errors.ts';
import { sayUnit } from '../../../platform/quantity.ts';
import type { DraftRow, RowFinding } from '../../imports/import-target.ts';
import { categoryOf, gradeWithin, type ItemCategoryId, type ItemFact } from '../item-categories.ts';
import type { ItemCard } from '../item-fields.ts';
import { findQuantityProblem, isCurrency, minorUnitsOf, USUAL_UNIT } from '../item-quantity.ts';
import { readQuantity, unitOf } from './read-quantity.ts';
import {
  CATEGORY_LIST,
  categoryOfWord,
  evidenceOfWord,
  gradeOfWord,
  keepingOfWords,
  ownershipOfWord,
} from './register-words.ts';
import type { RegisterTeller } from './tell-findings.ts';

const UNKNOWN = '不详';

export interface RegisterItem {
  readonly card: ItemCard;
  readonly quantity: string;
}

export interface RowVerdict {
  /** null: refused. */
  readonly item: RegisterItem | null;
  readonly findings: readonly RowFinding[];
}

interface Counted {
  readonly quantity: string;
  readonly unit: string;
}

type Found<T> = { readonly value: T | null; readonly findings: readonly RowFinding[] };

function countOf(row: DraftRow, teller: RegisterTeller): Found<Counted> {
  const { quantityText, unit: unitText } = row.draft;
  const refuse = (code: Parameters<RegisterTeller['refuse']>[2], facts: Facts = {}): Found<Counted> => ({
    value: null,
    findings: [teller.refuse(row, code === 'REGISTER_UNIT_UNKNOWN' ? 'unit' : 'quantityText', code, facts)],
  });
  if (quantityText === undefined || quantityText === '') return refuse('REGISTER_QUANTITY_MISSING');
  const read = readQuantity(quantityText);
  if (!read.ok)
    return refuse(
      read.reason === 'uncounted' ? 'REGISTER_QUANTITY_UNCOUNTED' : 'REGISTER_QUANTITY_UNREADABLE',
    );
  const word = read.unit ?? unitText ?? null;
  const unit = word === null ? USUAL_UNIT : unitOf(word);
  if (word !== null && /^[批宗堆些]$/u.test(word.trim())) return refuse('REGISTER_QUANTITY_UNCOUNTED');
  if (unit === null) return refuse('REGISTER_UNIT_UNKNOWN', { unit: word ?? '' });
  if (findQuantityProblem(read.quantity, unit) !== null)
    return refuse('REGISTER_QUANTITY_UNFIT', { quantity: read.quantity, unit: word ?? sayUnit(unit) });
  const findings = word === null ? [teller.notice(row, 'quantityText', 'REGISTER_UNIT_ASSUMED')] : [];
  return { value: { quantity: read.quantity, unit }, findings };
}

function kindOf(row: DraftRow, unit: string | undefined, teller: RegisterTeller): Found<ItemCategoryId> {
  const { categoryName } = row.draft;
  if (categoryName === undefined) {
    if (unit !== undefined && isCurrency(unit))
      return { value: unit === 'CNY' ? 'cash' : 'foreign_currency', findings: [] };
    return { value: 'other', findings: [teller.notice(row, 'categoryName', 'REGISTER_CATEGORY_BLANK')] };
  }
  const category = categoryOfWord(categoryName);
  if (category === undefined) {
    const facts = { categories: CATEGORY_LIST };
    return {
      value: null,
      findings: [teller.refuse(row, 'categoryName', 'REGISTER_CATEGORY_UNKNOWN', facts)],
    };
  }
  const { prohibition, isMoney = false, ...word } = categoryOf(category);
  if (prohibition) {
    const { article, zh: advice, en: adviceEn } = prohibition;
    const facts = { category: word, article, advice, adviceEn };
    return {
      value: null,
      findings: [teller.refuse(row, 'categoryName', 'REGISTER_CLASS_PROHIBITED', facts)],
    };
  }
  if (unit !== undefined && isMoney !== isCurrency(unit))
    return { value: null, findings: [teller.refuse(row, 'unit', 'REGISTER_MONEY_UNIT', { category: word })] };
  return { value: category, findings: [] };
}

/** What the row says of the thing; what its category must state and the row does not is 不详. */
function factsOf({ draft }: DraftRow, category: ItemCategoryId): ItemCard['facts'] {
  const { features, itemSource: source, defects, colour, specification, model, serialNumber } = draft;
  const { plateNumber, vin } = draft;
  const said = { features, source, defects, colour, specification, model, serialNumber, plateNumber, vin };
  const missing = categoryOf(category).required.map((fact): [ItemFact, string] => [fact, UNKNOWN]);
  const stated = Object.entries(said).flatMap(([fact, value]) =>
    value === undefined ? [] : [[fact, value.slice(0, 200)] as const],
  );
  return Object.fromEntries([...missing, ...stated]);
}

/**
 * What a register does not say is not known; until somebody does, the thing is handled as evidence, which asks for more: its
 * judge confirms that it is split.
 */
const EVIDENCE_UNKNOWN = '是否作为证据不详';
const evidenceOf = ({ evidenceText }: DraftRow['draft']) => evidenceOfWord(evidenceText ?? '');

/** Each text that fits no list of ours is kept as it was written. */
function notesOf({ draft }: DraftRow, ownershipText: string | null): string | null {
  const needs = keepingOfWords(draft.keepingText ?? '').unknown;
  const parts = [
    draft.oldNumber1 === undefined ? null : `原编号 ${draft.oldNumber1}`,
    ownershipText === null ? null : `原登记权属 ${ownershipText}`,
    evidenceOf(draft) === null ? EVIDENCE_UNKNOWN : null,
    needs.length === 0 ? null : `原登记保管要求 ${needs.join('、')}`,
    draft.notes ?? null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join('；').slice(0, 1000);
}

function cardOf(
  row: DraftRow,
  name: string,
  { quantity, unit }: Counted,
  category: ItemCategoryId,
): ItemCard {
  const { draft } = row;
  const ownership = draft.ownershipName === undefined ? undefined : ownershipOfWord(draft.ownershipName);
  const isOddOwner = draft.ownershipName !== undefined && ownership === undefined;
  const { hazards, keeping } = keepingOfWords(draft.keepingText ?? '');
  return {
    ...{ name, category, unit },
    grade: gradeWithin(category, gradeOfWord(draft.gradeName ?? '') ?? 'ordinary'),
    facts: factsOf(row, category),
    ...{ hazards, keeping, nature: 'undecided', isEvidence: evidenceOf(draft) ?? true },
    ownership: ownership ?? 'unknown',
    listNumber: draft.listNumber ?? null,
    listLine: draft.oldNumber1 ?? null,
    listedQuantity: quantity,
    ...{ listedUnit: null, unitFactor: null, seizureExpiresOn: null, expiresOn: null, reviewOn: null },
    seizureDocument: draft.seizureDocument ?? null,
    estimatedValueFen: draft.estimatedValueFen ?? null,
    isUnverified: true,
    notes: notesOf(row, isOddOwner ? (draft.ownershipName ?? null) : null),
  };
}

/** Everything that the row alone tells; case, place and seal are asked of the court. */
export function decideRegisterRow(row: DraftRow, teller: RegisterTeller): RowVerdict {
  const name = row.draft.name?.trim();
  const count = countOf(row, teller);
  const kind = kindOf(row, count.value?.unit, teller);
  const { ownershipName, keepingText = '' } = row.draft;
  const { unknown } = keepingOfWords(keepingText);
  const isOddOwner = ownershipName !== undefined && ownershipOfWord(ownershipName) === undefined;
  const findings = [
    ...(name === undefined || name === '' ? [teller.refuse(row, 'name', 'REGISTER_NAME_MISSING')] : []),
    ...count.findings,
    ...kind.findings,
    ...(isOddOwner ? [teller.notice(row, 'ownershipName', 'REGISTER_OWNERSHIP_UNKNOWN')] : []),
    ...(unknown.length > 0
      ? [teller.notice(row, 'keepingText', 'REGISTER_KEEPING_UNKNOWN', { words: listTexts(unknown) })]
      : []),
  ];
  if (name === undefined || name === '' || count.value === null || kind.value === null)
    return { item: null, findings };
  const card = cardOf(row, name, count.value, kind.value);
  return { item: { card, quantity: count.value.quantity }, findings };
}

/** The value that a row states, in fen: what it is estimated at, or money itself. */
export function valueFenOf({ card, quantity }: RegisterItem): number | null {
  if (card.estimatedValueFen !== null) return card.estimatedValueFen;
  return card.unit === 'CNY' ? minorUnitsOf(quantity, card.unit) : null;
}
