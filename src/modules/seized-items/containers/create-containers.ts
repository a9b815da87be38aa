import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import { newId } from '../../../platform/ids.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { issueItemCodes } from '../../item-codes/issue-item-codes.ts';
import { resolveStore } from '../resolve-store.ts';
import { appendContainerEvents } from './container-event.sql.ts';
import { insertContainers, type NewContainer } from './container.sql.ts';
import type { createContainersEndpoint } from './containers.contract.ts';

export interface BoxDraft {
  readonly kind: 'box' | 'bag';
  readonly name: string;
  readonly lotItemId: string | null;
  readonly lotQuantity: string | null;
  readonly sealNumber: string | null;
}

/** Boxes at one place, each with its code. Answers them in the order given. */
export async function addContainers(
  command: CommandContext,
  placeId: string,
  drafts: readonly BoxDraft[],
  secondPersonName: string | null = null,
): Promise<{ id: string; code: string; name: string }[]> {
  const { trx, actor, now } = command;
  const ids = drafts.map(() => newId(now.getTime()));
  const codes = await issueItemCodes(command, { courtId: actor.courtId, kind: 'B', subjectIds: ids });
  const rows = drafts.map((draft, index): NewContainer => ({
    ...draft,
    placeId,
    id: ids[index] ?? '',
    code: codes[index] ?? '',
  }));
  await insertContainers(trx, actor.courtId, now, rows);
  const happenings = rows.map(({ id, name, lotItemId, lotQuantity }) => ({
    containerId: id,
    kind: 'created' as const,
    details: { name, ...(lotItemId === null ? {} : { lotItemId, lotQuantity }) },
  }));
  await appendContainerEvents(command, { at: now, secondPersonName }, happenings);
  return rows.map(({ id, code, name }) => ({ id, code, name }));
}

/** Empty boxes or bags; several of one name are numbered. Refusal: PLACE_NOT_A_STORE. */
export async function createContainers(
  command: CommandContext,
  body: InputOf<typeof createContainersEndpoint>['body'],
): Promise<ResponseOf<typeof createContainersEndpoint>> {
  const { kind, name, count } = body;
  const store = await resolveStore(command, body.placeId);
  const width = String(count).length;
  const drafts = Array.from({ length: count }, (_, index) => ({
    ...{ kind, lotItemId: null, lotQuantity: null, sealNumber: null },
    name: count === 1 ? name : `${name}-${String(index + 1).padStart(width, '0')}`,
  }));
  const containers = await addContainers(command, store.id, drafts);
  for (const { id, code, name: called } of containers)
    command.audit({
      subjectKind: 'item_container',
      subjectId: id,
      subjectLabel: `${code} ${called}`,
      after: { kind },
    });
  return { containers };
}
