/** Whose papers a person may read, issue and print, and whether they may see the names on them. */
import type { Actor } from '../../platform/actor.ts';
import type { TenantReader } from '../../platform/database.ts';
import { decidePermission, type Permission } from '../accounts/permissions.ts';
import { clearanceFor, reachesCase } from '../cases/case-access.ts';
import { findCase, type CaseHead } from '../cases/find-case.ts';
import { nameShapeOf } from '../cases/mask-names.ts';
import { refusePaper } from './paper-refusals.ts';
import { findPaper, type PaperRow } from './paper.sql.ts';

interface Asking {
  readonly reader: TenantReader;
  readonly actor: Actor;
}

type Access = 'read' | 'write';

/** The case in one of the courts that the person reads; undefined when the permission does not reach it. */
export async function findReachableCase(
  { reader, actor }: Asking,
  { caseId, permission, access }: { caseId: string; permission: Permission; access: Access },
): Promise<CaseHead | undefined> {
  const courtIds = access === 'write' ? [actor.courtId] : actor.readableCourtIds;
  for (const courtId of courtIds) {
    const head = await findCase(reader, { courtId, id: caseId });
    if (head) return reachesCase(actor, permission, head, access) ? head : undefined;
  }
  return undefined;
}

/** Real names stand on legal papers: whoever has to do with one may see them. */
export function seesNames(actor: Actor, head: CaseHead): boolean {
  return nameShapeOf(head, clearanceFor(actor, head)) === 'plain';
}

function reachesPaper(actor: Actor, permission: Permission, row: PaperRow, access: Access): boolean {
  const { courtId, handlerId, departmentId, clerkId } = row;
  if (handlerId === null || departmentId === null)
    return decidePermission(actor, permission, { courtId }, access).allowed;
  return reachesCase(actor, permission, { courtId, handlerId, departmentId, clerkId }, access);
}

export function mayWithPaper(actor: Actor, permission: Permission, row: PaperRow, access: Access): boolean {
  return reachesPaper(actor, permission, row, access);
}

/** Refusal: PAPER_NOT_FOUND. */
export async function findReachablePaper(
  { reader, actor }: Asking,
  { paperId, permission, access }: { paperId: string; permission: Permission; access: Access },
): Promise<PaperRow> {
  const courtIds = access === 'write' ? [actor.courtId] : actor.readableCourtIds;
  const row = await findPaper(reader, courtIds, paperId);
  if (!row || !reachesPaper(actor, permission, row, access)) throw refusePaper('PAPER_NOT_FOUND');
  return row;
}

/** Refusal: PAPER_NAMES_HIDDEN. */
export async function requireNames({ reader, actor }: Asking, row: PaperRow): Promise<void> {
  if (row.caseId === null) return;
  const head = await findCase(reader, { courtId: row.courtId, id: row.caseId });
  if (!head || !seesNames(actor, head)) throw refusePaper('PAPER_NAMES_HIDDEN');
}
