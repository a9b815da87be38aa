import type { QueryContext } from '../../platform/run-query.ts';
import { mayUse } from '../accounts/permissions.ts';
import { codeSubjectOf, type CodedThing } from './code-subjects.ts';
import type { ItemCodeKind } from './item-code.ts';

/** Things of one kind by id, only those that this person may read; none where no module keeps such things. */
export async function listReadableThings(
  context: QueryContext,
  kind: ItemCodeKind,
  ids: readonly string[],
): Promise<ReadonlyMap<string, CodedThing>> {
  const subject = codeSubjectOf(kind);
  if (subject === undefined || ids.length === 0 || !mayUse(context.actor, subject.permission))
    return new Map();
  const things = await subject.listThings(context, [...new Set(ids)]);
  return new Map(things.map((thing) => [thing.id, thing]));
}
