import type { QueryContext } from '../../platform/run-query.ts';
import { namedOf } from './asset-list-row.sql.ts';
import type { LabellingProgress } from './labelling.contract.ts';
import { countLabelled } from './labelling.sql.ts';

/** 已贴标 and 应贴标 of the acting court, in all and by department. */
export async function readLabelling({ reader, actor }: QueryContext): Promise<LabellingProgress> {
  const rows = await countLabelled(reader, actor.courtId);
  const sum = (key: 'due' | 'labelled') => rows.reduce((total, row) => total + row[key], 0);
  return {
    total: { due: sum('due'), labelled: sum('labelled') },
    byDepartment: rows.map(({ departmentId, department, due, labelled }) => ({
      department: namedOf(departmentId, department),
      due,
      labelled,
    })),
  };
}
