/** Which asset a row belongs to: one of the court, or one that another row of the file makes. Pure. */
import type { DraftRow, RowFinding } from '../../imports/import-target.ts';
import { foldAlias } from '../search-grams.ts';
import type { AssetLookup } from './asset-lookup.ts';
import type { DecidedRow } from './decide-rows.ts';
import { readOwnCode } from './file-numbers.ts';
import type { MatchedRow } from './match-rows.ts';
import type { FindingTeller } from './row-findings.ts';

export interface FoundParent {
  readonly assetId: string | undefined;
  readonly findings: readonly RowFinding[];
}

type Subject = MatchedRow & { readonly subjectId: string };

export class RowParents {
  private readonly byNumber = new Map<string, Subject[]>();

  constructor(
    rows: readonly Subject[],
    private readonly lookup: AssetLookup,
    private readonly divisionNumber: string,
    private readonly teller: FindingTeller,
  ) {
    for (const each of rows) {
      const { foreignCode, oldNumbers } = each.numbers;
      for (const number of [foreignCode, ...oldNumbers]) {
        if (number === null) continue;
        const known = this.byNumber.get(number);
        if (known) known.push(each);
        else this.byNumber.set(number, [each]);
      }
    }
  }

  /** Rows of the file come before what the register has, because they say what the numbers mean in the file. */
  find(row: DraftRow): FoundParent {
    const { parentCode } = row.draft;
    if (parentCode === undefined) return { assetId: undefined, findings: [] };
    const own = readOwnCode(parentCode, this.divisionNumber);
    const ids =
      own !== null && typeof own === 'object'
        ? [this.lookup.byCode(own.code)?.assetId]
        : this.idsOfNumber(foldAlias(parentCode));
    const [assetId] = ids;
    if (assetId === undefined) return this.refuse(row, 'PARENT_UNKNOWN');
    return ids.length > 1 ? this.refuse(row, 'PARENT_AMBIGUOUS') : { assetId, findings: [] };
  }

  private idsOfNumber(number: string): string[] {
    const inFile = this.byNumber.get(number);
    return inFile
      ? inFile.map(({ subjectId }) => subjectId)
      : this.lookup.byOldNumbers([number]).map(({ assetId }) => assetId);
  }

  private refuse(row: DraftRow, code: 'PARENT_UNKNOWN' | 'PARENT_AMBIGUOUS'): FoundParent {
    return { assetId: undefined, findings: [this.teller.refuse(row, 'parentCode', code)] };
  }
}

function parentOf(decided: DecidedRow): string | null {
  return decided.kind === 'created' || decided.kind === 'changed' ? decided.card.parentAssetId : null;
}

/** What a row means or makes; `isNew`: the register lacks it. */
interface RowSubject {
  readonly id: string;
  readonly isNew: boolean;
}

/**
 * Refuses rows whose parent's row is refused, again and again until no more follow, and rows that would form a circle.
 * `links` are the parents in the register.
 */
export function refuseByParents(
  decided: readonly DecidedRow[],
  subjectOf: (row: DraftRow) => RowSubject,
  links: readonly { readonly assetId: string; readonly parentId: string }[],
  teller: FindingTeller,
): { readonly decided: DecidedRow[]; readonly findings: RowFinding[] } {
  const findings: RowFinding[] = [];
  const parents = new Map(links.map(({ assetId, parentId }) => [assetId, parentId]));
  const missing = new Map<string, number>();
  for (const each of decided) {
    const { id, isNew } = subjectOf(each.row);
    const parentId = parentOf(each);
    if (parentId !== null) parents.set(id, parentId);
    if (each.kind === 'refused' && isNew) missing.set(id, each.row.rowNumber);
  }
  let result = [...decided];
  for (let isSettled = false; !isSettled;) {
    isSettled = true;
    result = result.map((each) => {
      const { id, isNew } = subjectOf(each.row);
      const finding = parentFinding(each, id, parents, missing, teller);
      if (finding === null) return each;
      isSettled = false;
      findings.push(finding);
      if (isNew) missing.set(id, each.row.rowNumber);
      return { kind: 'refused', row: each.row };
    });
  }
  return { decided: result, findings };
}

function parentFinding(
  decided: DecidedRow,
  subjectId: string,
  parents: ReadonlyMap<string, string>,
  missing: ReadonlyMap<string, number>,
  teller: FindingTeller,
): RowFinding | null {
  const parentId = parentOf(decided);
  if (parentId === null || decided.row.draft.parentCode === undefined) return null;
  const rows = missing.get(parentId);
  if (rows !== undefined) return teller.refuse(decided.row, 'parentCode', 'PARENT_REFUSED', { rows });
  const seen = new Set<string>();
  for (let above: string | undefined = parentId; above !== undefined; above = parents.get(above)) {
    if (above === subjectId) return teller.refuse(decided.row, 'parentCode', 'PARENT_CIRCLE');
    if (seen.has(above)) return null;
    seen.add(above);
  }
  return null;
}

/** New assets so that each comes after the one that it belongs to. */
export function parentsFirst<
  T extends { readonly id: string; readonly card: { parentAssetId: string | null } },
>(rows: readonly T[]): T[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const depths = new Map<string, number>();
  const depthOf = (row: T): number => {
    const known = depths.get(row.id);
    if (known !== undefined) return known;
    const parent = row.card.parentAssetId === null ? undefined : byId.get(row.card.parentAssetId);
    const depth = parent === undefined ? 0 : depthOf(parent) + 1;
    depths.set(row.id, depth);
    return depth;
  };
  return [...rows].sort((one, other) => depthOf(one) - depthOf(other));
}
