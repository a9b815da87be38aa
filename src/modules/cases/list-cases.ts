import { z } from 'zod';
import { refuse } from '../../platform/errors.ts';
import { decodeCursor, encodeCursor } from '../../platform/page-cursor.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import { caseReachOf } from './case-access.ts';
import type { CaseSummary } from './case-fields.ts';
import { listCaseRows, type CaseFilter, type CaseSearch } from './case-list.sql.ts';
import { readNumberGrounds } from './case-number-grounds.ts';
import { readCaseNumberParts } from './case-number-parts.ts';
import { CASE_NUMBER_TYPES } from './case-number-types.ts';
import { readCaseNumber } from './case-number.ts';
import { describeCases } from './describe-case.ts';
import type { CaseStage } from './rules.ts';

export interface ListCasesInput {
  readonly q?: string | undefined;
  readonly handlerId?: string | undefined;
  readonly mine: boolean;
  readonly departmentId?: string | undefined;
  readonly stage?: CaseStage | undefined;
  readonly state: CaseFilter['state'];
  readonly courtId?: number | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

const cursor = z.tuple([z.iso.date(), z.uuid()]);

async function searchOf(query: QueryContext, courtId: number, text: string): Promise<CaseSearch> {
  const grounds = await readNumberGrounds(query.reader, courtId, query.now);
  const read = readCaseNumber(text, grounds);
  return {
    canonical: read.ok ? read.canonical : null,
    parts: readCaseNumberParts(text, new Set([...CASE_NUMBER_TYPES, ...grounds.moreTypes])),
    words: text.split(/\s+/u).filter((word) => word !== ''),
    minorNames: caseReachOf(query.actor, 'case.minor-names.read', courtId),
    secretNames: caseReachOf(query.actor, 'case.secret-names.read', courtId),
    mayFindInternal: courtId === query.actor.courtId,
  };
}

/** A page of the cases that the person may read, the latest first. Refusal: NOT_FOUND for a court out of reach. */
export async function listCases(
  query: QueryContext,
  input: ListCasesInput,
): Promise<{ items: CaseSummary[]; nextCursor: string | null }> {
  const courtId = input.courtId ?? query.actor.courtId;
  const reach = caseReachOf(query.actor, 'case.read', courtId);
  if (reach === null) throw refuse('NOT_FOUND');
  const after = decodeCursor(input.after, cursor);
  const rows = await listCaseRows(query.reader, {
    courtId,
    reach,
    search: input.q === undefined ? null : await searchOf(query, courtId, input.q),
    handlerId: input.handlerId ?? null,
    personId: input.mine ? query.actor.personId : null,
    departmentId: input.departmentId ?? null,
    stage: input.stage ?? null,
    state: input.state,
    after: after === null ? null : { acceptedOn: after[0], id: after[1] },
    limit: input.limit + 1,
  });
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  const hasMore = rows.length > input.limit && last !== undefined;
  return {
    items: await describeCases(query, page),
    nextCursor: hasMore ? encodeCursor([last.acceptedOn, last.id]) : null,
  };
}
