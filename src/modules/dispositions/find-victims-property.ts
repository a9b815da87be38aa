import { shanghaiDay } from '../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import { newId } from '../../platform/ids.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { listRightHolders } from '../seized-items/owners/list-right-holders.ts';
import { listDisposalFacts } from './disposal-fact.sql.ts';
import { refuseDisposition } from './disposition-refusals.ts';
import { requireNoGround } from './find-ground.ts';
import { insertGround } from './ground.sql.ts';
import type { findVictimsPropertyEndpoint } from './preparing.contract.ts';
import { reachItems } from './reach-items.ts';
import { isNamed } from './taker.rules.ts';

const EVER = new Date(0);

/**
 * 审判期间返还被害人 (刑诉法解释 438): the judge finds that the thing is the victim's by a clear title and that nobody is
 * harmed by its return; it has been photographed, appraised and valued first. What is in dispute, unknown or somebody
 * else's waits for the judgment. The return itself takes its approval like any other. Refusals: ITEM_NOT_FOUND, ITEM_ENDED,
 * GROUND_RUNNING, NOTICE_IN_FUTURE, VICTIM_TITLE_UNCLEAR, VICTIM_PHOTO_MISSING.
 */
export async function findVictimsProperty(
  command: CommandContext,
  { body }: InputOf<typeof findVictimsPropertyEndpoint>,
): Promise<ResponseOf<typeof findVictimsPropertyEndpoint>> {
  const { trx, actor, now } = command;
  const { courtId, personId, personName } = actor;
  const { itemId, rightHolder, document, valuationDocument, reason, foundOn } = body;
  if (foundOn > shanghaiDay(now)) throw refuseDisposition('NOTICE_IN_FUTURE');
  const { head, items } = await reachItems(command, 'disposition.prepare', [itemId]);
  const { row } = requireNoGround(items[0], (state) => state === 'ended' || state === 'escalated');
  const holders = (await listRightHolders(trx, courtId, [itemId])).get(itemId)?.holders ?? [];
  const isRecorded = holders.length === 0 || holders.some(({ name }) => isNamed(name, rightHolder));
  if (row.ownership !== 'victim' || !isRecorded) throw refuseDisposition('VICTIM_TITLE_UNCLEAR');
  const facts = await listDisposalFacts(trx, courtId, { itemIds: [itemId], photosSince: EVER });
  if (facts.get(itemId)?.hasPhoto !== true) throw refuseDisposition('VICTIM_PHOTO_MISSING');
  const id = newId(now.getTime());
  await insertGround(
    trx,
    courtId,
    { personId, personName, now },
    {
      ...{ id, caseId: head.id, itemId, kind: 'victim', state: 'open', document, reason, foundOn },
      ...{ rightHolder, valuationDocument, cause: null, consent: null, consentDocument: null },
      requestId: null,
    },
  );
  command.audit({
    subjectKind: 'seized_item',
    subjectId: itemId,
    subjectLabel: row.code,
    after: { victim: true, document, valuationDocument, reason, foundOn },
  });
  return { id };
}
