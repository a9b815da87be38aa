/** Of which cases things lie in boxes and bags. */
import { sql } from 'kysely';
import type { TenantReader } from '../../../platform/database.ts';
import type { CaseSubject } from '../../cases/case-access.ts';
import type { Secrecy } from '../../cases/rules.ts';

export interface BoxCaseRow extends CaseSubject {
  readonly containerId: string;
  readonly secrecy: Secrecy;
  /** `secret` where one of the things is. */
  readonly keeping: readonly string[];
}

/** Each case once a box, things in inner boxes and lots included. */
export async function listCasesInContainers(
  reader: TenantReader,
  courtIds: readonly number[],
  containerIds: readonly string[],
): Promise<BoxCaseRow[]> {
  const { rows } = await sql<BoxCaseRow>`with recursive tree as (
      select court_id, id as root, id, lot_item_id from item_containers
        where court_id = any(${courtIds}::integer[]) and id = any(${containerIds}::uuid[])
      union select inner_box.court_id, tree.root, inner_box.id, inner_box.lot_item_id from item_containers inner_box
        join tree on inner_box.court_id = tree.court_id and inner_box.parent_id = tree.id)
    select tree.root as "containerId", c.court_id as "courtId", c.handler_id as "handlerId", c.clerk_id as "clerkId",
      c.department_id as "departmentId", c.secrecy,
      case when bool_or('secret' = any(item.keeping)) then array['secret'] else '{}' end as keeping
    from tree
    join lateral (
      select inside.case_id, inside.keeping from seized_items inside
        where inside.court_id = tree.court_id and inside.container_id = tree.id
      union all
      select lot.case_id, lot.keeping from seized_items lot
        where lot.court_id = tree.court_id and lot.id = tree.lot_item_id
    ) item on true
    join cases c on c.court_id = tree.court_id and c.id = item.case_id
    group by tree.root, c.court_id, c.id, c.handler_id, c.clerk_id, c.department_id, c.secrecy`.execute(
    reader,
  );
  return rows;
}
