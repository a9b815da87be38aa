/** The register of papers: a year's papers, and whether their numbers are without gaps. */
import { z } from 'zod';
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import { decodeCursor, pageOfRows } from '../../platform/page-cursor.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import { caseReachOf } from '../cases/case-access.ts';
import { describePaper } from './describe-paper.ts';
import { listPaperRows, listRegisterRows } from './paper.sql.ts';
import type { listPapersEndpoint, readRegisterEndpoint } from './papers.contract.ts';

const cursor = z.tuple([z.iso.datetime(), z.uuid()]);

export async function listPapers(
  { reader, actor }: QueryContext,
  { query }: InputOf<typeof listPapersEndpoint>,
): Promise<ResponseOf<typeof listPapersEndpoint>> {
  const { courtId } = actor;
  const reach = caseReachOf(actor, 'paper.read', courtId);
  if (reach === null) return { items: [], nextCursor: null };
  const position = decodeCursor(query.after, cursor);
  const { year, form = null, limit } = query;
  const after = position && { issuedAt: position[0], id: position[1] };
  const rows = await listPaperRows(reader, { courtId, year, form, reach, after, limit: limit + 1 });
  return pageOfRows(rows, limit, describePaper, ({ issuedAt, id }) => [issuedAt.toISOString(), id]);
}

export async function readRegister(
  { reader, actor }: QueryContext,
  { query: { year } }: InputOf<typeof readRegisterEndpoint>,
): Promise<ResponseOf<typeof readRegisterEndpoint>> {
  return { year, forms: await listRegisterRows(reader, { courtId: actor.courtId, year }) };
}
