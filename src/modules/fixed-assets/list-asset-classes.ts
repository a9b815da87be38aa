import type { z } from 'zod';
import type { QueryContext } from '../../platform/run-query.ts';
import { decidePermission } from '../accounts/permissions.ts';
import { isTopCourt, type AssetClassRow } from './asset-class.sql.ts';
import { classesUpward, classPath, usefulLifeMonthsOf } from './asset-classes.ts';
import type { listAssetClassesEndpoint } from './asset-classes.contract.ts';
import { findClassTable } from './find-class-table.ts';

type Answer = z.output<(typeof listAssetClassesEndpoint)['response']>;

/** The nearest class above that the table has. */
function parentOf(code: string, table: ReadonlyMap<string, AssetClassRow>): string | null {
  return classesUpward(code, table).find((each) => each.code !== code)?.code ?? null;
}

function editionsOf(rows: Iterable<AssetClassRow>): Answer['editions'] {
  const editions = new Map<string, Answer['editions'][number]>();
  for (const { edition, sourced } of rows) {
    const count = editions.get(edition) ?? { edition, count: 0, unsourcedCount: 0 };
    count.count += 1;
    count.unsourcedCount += sourced ? 0 : 1;
    editions.set(edition, count);
  }
  return [...editions.values()].sort((a, b) => b.count - a.count);
}

/** Classes by code: all, those below one, or those that a search finds. The table is common to all courts. */
export async function listAssetClasses(
  query: QueryContext,
  input: {
    readonly q?: string | undefined;
    readonly parentCode?: string | undefined;
    readonly limit: number;
  },
): Promise<Answer> {
  const table = await findClassTable(query.reader);
  const parents = new Map([...table.keys()].map((code) => [code, parentOf(code, table)]));
  const withBelow = new Set(parents.values());
  const words = input.q?.toLowerCase().split(/\s+/u).filter(Boolean) ?? [];
  const wantedParent = input.parentCode === 'root' ? null : input.parentCode;
  const found = [...table.values()].filter(
    (row) =>
      (wantedParent === undefined || parents.get(row.code) === wantedParent) &&
      words.every((word) => row.code.toLowerCase().startsWith(word) || row.name.toLowerCase().includes(word)),
  );
  const { actor } = query;
  const mayImport =
    decidePermission(actor, 'asset-class.manage', actor, 'write').allowed &&
    (await isTopCourt(query.reader, actor.courtId));
  return {
    items: found.slice(0, input.limit).map((row) => ({
      ...row,
      path: classPath(row.code, table),
      parentCode: parents.get(row.code) ?? null,
      hasClassesBelow: withBelow.has(row.code),
      usefulLifeMonths: usefulLifeMonthsOf(row.code, table),
    })),
    total: found.length,
    editions: editionsOf(table.values()),
    availableActions: mayImport ? ['import'] : [],
  };
}
