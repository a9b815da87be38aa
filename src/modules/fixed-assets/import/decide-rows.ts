/** The verdict on each row, once it is known which asset it means and what its names stand for. Pure. */
import type { DraftRow, RowFinding } from '../../imports/import-target.ts';
import type { Position } from '../../ledger/entry.ts';
import { cardChanges, type AssetCard, type CardChange } from '../asset-card.ts';
import { ASSET_REFUSALS } from '../asset-refusals.ts';
import type { LockedAsset } from '../asset.sql.ts';
import { listCardProblems } from '../card-rules.ts';
import type { KeptCard } from '../card.sql.ts';
import { findClassNotices } from './class-notices.ts';
import type { MatchedRow } from './match-rows.ts';
import type { NameRegister } from './name-register.ts';
import { makeChangedCard, makeNewCard, type CardContext } from './row-card.ts';
import { findNameMismatch, findUnknownNames, personOfName, type RowNames } from './row-names.ts';
import { findMovedSides, newPosition } from './row-position.ts';

interface Decided {
  readonly row: DraftRow;
}
export interface NewRow extends Decided {
  readonly kind: 'created';
  readonly id: string;
  readonly card: AssetCard;
  readonly position: Position;
  readonly loanDueOn: string | null;
}
export interface ChangedRow extends Decided {
  readonly kind: 'changed';
  readonly asset: LockedAsset;
  readonly before: AssetCard;
  readonly card: AssetCard;
  readonly changes: readonly CardChange[];
}
export interface UnchangedRow extends Decided {
  readonly kind: 'unchanged';
  readonly assetId: string;
}
export interface RefusedRow extends Decided {
  readonly kind: 'refused';
}
export type DecidedRow = NewRow | ChangedRow | UnchangedRow | RefusedRow;

export interface DecisionContext extends CardContext {
  readonly register: NameRegister;
  /** Calendar day in Asia/Shanghai. */
  readonly today: string;
}

export interface KnownAsset {
  readonly asset: LockedAsset;
  readonly kept: KeptCard;
}

/** A row with everything that was found out about it before the verdict. */
export interface RowCase extends MatchedRow {
  readonly names: RowNames;
  /** Of the asset that it means, or that it will be. */
  readonly subjectId: string;
  /** What its parent's number stands for; undefined: not stated, or a finding already. */
  readonly parentId: string | undefined;
}

/** One row; `known` is the asset that it means. */
export function decideRow(
  { row, numbers, meaning, names, subjectId, parentId }: RowCase,
  known: KnownAsset | undefined,
  context: DecisionContext,
): { readonly decided: DecidedRow; readonly findings: readonly RowFinding[] } {
  const { teller, register } = context;
  const holder = personOfName(register, names.holder);
  const isByUsername = names.holder?.key.startsWith('@') === true;
  const findings = [
    ...findUnknownNames(row, names, teller),
    ...findNameMismatch(row, holder, isByUsername, teller),
    ...findPhotos(row, context),
  ];
  const decided =
    meaning.kind === 'refused'
      ? null
      : known === undefined
        ? decideNew(row, names, { subjectId, ownCode: numbers.ownCode, parentId }, context, findings)
        : decideKnown(row, names, known, parentId, context, findings);
  const isRefused = row.isRefused || findings.some(({ severity }) => severity === 'refused');
  return { decided: decided === null || isRefused ? { kind: 'refused', row } : decided, findings };
}

function decideNew(
  row: DraftRow,
  names: RowNames,
  {
    subjectId,
    ownCode,
    parentId,
  }: { subjectId: string; ownCode: string | null; parentId: string | undefined },
  context: DecisionContext,
  findings: RowFinding[],
): DecidedRow | null {
  const holder = personOfName(context.register, names.holder);
  const made = makeNewCard(row, names, ownCode, context);
  const placed = newPosition(row, names, holder, context.teller);
  findings.push(...made.findings, ...placed.findings);
  if (made.card === null) return null;
  const card = parentId === undefined ? made.card : { ...made.card, parentAssetId: parentId };
  findings.push(...contradictionsOf(row, card, context));
  findings.push(...findClassNotices(row, card, context));
  const { position, loanDueOn } = placed;
  return { kind: 'created', row, id: subjectId, card, position, loanDueOn };
}

function decideKnown(
  row: DraftRow,
  names: RowNames,
  { asset, kept }: KnownAsset,
  parentId: string | undefined,
  context: DecisionContext,
  findings: RowFinding[],
): DecidedRow | null {
  const { teller } = context;
  if (asset.state.status === 'disposed') {
    findings.push(teller.refuse(row, null, 'ASSET_DISPOSED', { codes: asset.code }));
    return null;
  }
  findings.push(...findMovedSides(row, names, asset, teller));
  const isByOwnCode = row.draft.code !== undefined && isCodeOf(row.draft.code, asset.code);
  const made = makeChangedCard(row, names, { ...kept, isByOwnCode }, context);
  findings.push(...made.findings);
  if (made.card === null) return null;
  const card = parentId === undefined ? made.card : { ...made.card, parentAssetId: parentId };
  const changes = cardChanges(kept.card, card);
  if (changes.length === 0) return { kind: 'unchanged', row, assetId: asset.id };
  findings.push(...contradictionsOf(row, card, context));
  if (changes.some(({ field }) => field === 'classCode' || field === 'name'))
    findings.push(...findClassNotices(row, card, context));
  return { kind: 'changed', row, asset, before: kept.card, card, changes };
}

function isCodeOf(text: string, code: string): boolean {
  return text.normalize('NFKC').replace(/[\s-]/gu, '').toUpperCase().startsWith(code);
}

function contradictionsOf(row: DraftRow, card: AssetCard, { teller, today }: DecisionContext): RowFinding[] {
  return listCardProblems(card, today).map(({ field, reason }) => {
    const place = field === 'acquiredOn' || field === 'openingDepreciationFen' ? field : 'fiscalFundsFen';
    return teller.tell(row, place, { code: reason, severity: 'refused', sentence: ASSET_REFUSALS[reason] });
  });
}

function findPhotos(row: DraftRow, { teller }: DecisionContext): RowFinding[] {
  return row.draft.photoNames === undefined ? [] : [teller.notice(row, 'photoNames', 'PHOTOS_NOT_IMPORTED')];
}
