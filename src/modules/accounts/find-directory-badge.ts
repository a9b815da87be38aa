import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import { refuse } from '../../platform/errors.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import type { findDirectoryBadge as declaration } from './directory.contract.ts';
import { findPersonByBadge } from './find-person-by-badge.ts';

/** Refusal: NOT_FOUND. */
export async function findDirectoryBadge(
  { reader, actor, now }: QueryContext,
  { params }: InputOf<typeof declaration>,
): Promise<ResponseOf<typeof declaration>> {
  const person = await findPersonByBadge(reader, actor.courtId, params.badgeCode, now);
  if (!person) throw refuse('NOT_FOUND');
  return person;
}
