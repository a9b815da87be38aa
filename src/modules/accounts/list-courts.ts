import type { ResponseOf } from '../../platform/endpoint.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import { listReadableCourts, type CourtRow } from './court.sql.ts';
import type { listCourts as declaration } from './courts.contract.ts';

const LEVELS = ['supreme', 'high', 'intermediate', 'basic'] as const;

function courtViewOf(court: CourtRow) {
  const level = LEVELS.find((candidate) => candidate === court.level);
  if (level === undefined) throw new Error(`unknown level of a court: ${court.level}`);
  return {
    id: court.id,
    name: court.name,
    shortName: court.short_name,
    divisionNumber: court.division_number,
    parentId: court.parent_id,
    level,
    closedOn: court.closed_on,
  };
}

/** The acting court, and those below it for whoever reads the tree. */
export async function listCourts({ reader }: QueryContext): Promise<ResponseOf<typeof declaration>> {
  const courts = await listReadableCourts(reader);
  return { items: courts.map(courtViewOf) };
}
