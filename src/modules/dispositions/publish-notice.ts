/** 认领公告, the year of which begins with it (刑诉法解释 445), and what is done to reach whoever the thing belongs to. */
import { shanghaiDay } from '../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import { newId } from '../../platform/ids.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { occasionOf } from '../seized-items/occasion.ts';
import { recordTransitions } from '../seized-items/record-transitions.ts';
import type { TransitionsAnswer } from '../seized-items/transitions.contract.ts';
import { groundedSince } from './decide-disposition.rules.ts';
import { refuseDisposition } from './disposition-refusals.ts';
import { setDeadlinesOfItems } from './item-deadlines.ts';
import { insertContact, insertPublicNotices, updateNoticesEnded } from './notice.sql.ts';
import type { publishNoticeEndpoint, recordContactEndpoint } from './preparing.contract.ts';
import { reachItems, type ReachedItems } from './reach-items.ts';

/** Nobody is called upon to collect what was not ordered to be given to them yet. Refusal: NOTICE_BEFORE_ORDER. */
function requireOrderBefore({ items }: ReachedItems, publishedOn: string): void {
  for (const { question, grounds } of items) {
    const earliest = groundedSince(question, grounds);
    if (earliest !== null && publishedOn < earliest)
      throw refuseDisposition('NOTICE_BEFORE_ORDER', { earliest });
  }
}

/**
 * A notice that still ran, of a thing that was lost and found, gives way to the new one. Refusals: ITEM_NOT_FOUND,
 * ITEMS_OF_SEVERAL_CASES, LINES_REFUSED, NOTICE_IN_FUTURE, NOTICE_BEFORE_ORDER.
 */
export async function publishNotice(
  command: CommandContext,
  { body }: InputOf<typeof publishNoticeEndpoint>,
): Promise<TransitionsAnswer> {
  const { trx, actor, now } = command;
  const { document, medium, publishedOn } = body;
  if (publishedOn > shanghaiDay(now)) throw refuseDisposition('NOTICE_IN_FUTURE');
  const reached = await reachItems(command, 'disposition.prepare', body.itemIds);
  const { head, items } = reached;
  requireOrderBefore(reached, publishedOn);
  const { steps: _written, ...answer } = await recordTransitions(command, {
    occasion: occasionOf(command, { ...body, basis: document }),
    lines: items.map(({ row }) => ({
      itemId: row.id,
      transition: 'publish_notice',
      evidence: ['notice'],
      details: { notice: document, medium },
    })),
  });
  if (answer.refusedCount > 0) return answer;
  const rows = items.map(({ row }) => row);
  const ends = await setDeadlinesOfItems(command, head, 'D17', rows, publishedOn);
  const ids = rows.map(({ id }) => id);
  await updateNoticesEnded(trx, actor.courtId, ids, { on: shanghaiDay(now), outcome: 'called_off' });
  const published = { document, medium, publishedOn, publishedByName: actor.personName };
  await insertPublicNotices(
    trx,
    actor.courtId,
    rows.map((row, index) => ({
      ...published,
      id: newId(),
      caseId: head.id,
      itemId: row.id,
      dueOn: ends[index] ?? publishedOn,
    })),
  );
  return answer;
}

/** One attempt, with its outcome; attempts only add up. Refusals: ITEM_NOT_FOUND, CONTACT_IN_FUTURE. */
export async function recordContact(
  command: CommandContext,
  { body }: InputOf<typeof recordContactEndpoint>,
): Promise<ResponseOf<typeof recordContactEndpoint>> {
  const { trx, actor, now } = command;
  const contactedAt = new Date(body.contactedAt);
  if (contactedAt > now) throw refuseDisposition('CONTACT_IN_FUTURE');
  const { head, items } = await reachItems(command, 'disposition.prepare', [body.itemId]);
  const id = newId(now.getTime());
  await insertContact(trx, actor.courtId, {
    ...body,
    ...{ id, contactedAt, caseId: head.id, recordedAt: now, recordedByName: actor.personName },
  });
  command.audit({
    subjectKind: 'seized_item',
    subjectId: body.itemId,
    subjectLabel: items[0]?.row.code ?? null,
    after: { contact: body.means, outcome: body.outcome },
  });
  return { id };
}
