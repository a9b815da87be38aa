/** Things of no case: recorded by two, identified with the judge or given back, never adopted in silence. */
import { z } from 'zod';
import { shanghaiDay, shanghaiInstant } from '../../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import { decodeCursor, pageOfRows } from '../../../platform/page-cursor.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import type { QueryContext } from '../../../platform/run-query.ts';
import { confirmBySecondPerson } from '../../accounts/confirm-by-pin.ts';
import { setDeadlines } from '../../deadlines/set-deadline.ts';
import { settleDeadline } from '../../deadlines/settle-deadline.ts';
import { normaliseQuantity } from '../../ledger/entry.ts';
import { refuseKeyMaterial } from '../care/refuse-key-material.ts';
import { confirmByJudge } from '../confirm-by-judge.ts';
import { instantOrNull } from '../describe-item.ts';
import { openRoomBook } from '../load-grounds.ts';
import { SECRET_ITEM_NAME } from '../mask-item.ts';
import { findQuantityProblem } from '../item-quantity.ts';
import { refuseItem } from '../item-refusals.ts';
import { isEnded, ITEM_STATES } from '../item-states.ts';
import { lockReachableCase } from '../reach-case.ts';
import { lockReachableItem } from '../reach-item.ts';
import { resolveStore } from '../resolve-store.ts';
import { auditedThing, isSecretThing, maskThing, maySeeThingPhotos } from './mask-uncased.ts';
import { refuseUncased } from './uncased-refusals.ts';
import { listThingPhotos, lockDraftPhotos, UNCASED_SUBJECT, type ThingPhoto } from './uncased-photo.sql.ts';
import type {
  giveBackUncasedEndpoint,
  identifyUncasedEndpoint,
  listUncasedEndpoint,
  recordUncasedEndpoint,
} from './uncased.contract.ts';
import {
  insertUncased,
  listUncasedRows,
  lockUncased,
  updateUncasedSettled,
  type UncasedRow,
} from './uncased.sql.ts';

const cursor = z.tuple([z.iso.datetime(), z.uuid()]);
const SUBJECT_KIND = UNCASED_SUBJECT;

/** Three days for what has nothing to do with the case (刑诉法145条). */
async function setReturnTerm(
  command: CommandContext,
  id: string,
  name: string,
  caseId: string | null,
  { on, placeId }: { readonly on: string; readonly placeId: string },
) {
  const { trx, actor, now } = command;
  const room = await openRoomBook(trx, actor.courtId, now).roomOf(placeId);
  const [term] = await setDeadlines(command, [
    {
      rule: 'D01',
      subject: { kind: SUBJECT_KIND, id, label: name, caseId },
      ownerId: room?.custodianIds[0] ?? actor.personId,
      roomId: room?.roomId ?? null,
      departmentId: actor.departmentId,
      startOn: on,
    },
  ]);
  return term?.dueOn ?? null;
}

/**
 * A thing without a label that was found, or belongings that came by mistake (situations 31 and 58): they lie in the
 * room and stand in no ledger. Belongings are to be given back within three days. Refusals: UNCASED_PHOTO_MISSING, OWNER_MISSING,
 * QUANTITY_INVALID, PLACE_NOT_A_STORE, INTAKE_CASE_UNKNOWN, KEY_MATERIAL, those of the second person's PIN.
 */
export async function recordUncasedThing(
  command: CommandContext,
  { body }: InputOf<typeof recordUncasedEndpoint>,
): Promise<ResponseOf<typeof recordUncasedEndpoint>> {
  const { trx, actor, now } = command;
  refuseKeyMaterial(body);
  const { secondPerson, cameAt: said, placeId, uncasedId: id, ...thing } = body;
  if (body.kind === 'belongings' && body.owner === null) throw refuseUncased('OWNER_MISSING');
  if (findQuantityProblem(body.quantity, body.unit) !== null) throw refuseItem('QUANTITY_INVALID');
  if (!(await lockDraftPhotos(trx, actor.courtId, { id, personId: actor.personId })))
    throw refuseUncased('UNCASED_PHOTO_MISSING');
  const cameAt = said === undefined ? now : new Date(said);
  if (cameAt > now) throw refuseItem('OCCURRED_IN_FUTURE');
  const store = await resolveStore(command, placeId);
  const ofCase = body.caseId === null ? null : await lockReachableCase(command, 'item.receive', body.caseId);
  const label = isSecretThing({ ofCase }) ? SECRET_ITEM_NAME : body.name;
  const { name: secondPersonName } = await confirmBySecondPerson(command, secondPerson);
  const dueOn =
    body.kind === 'belongings'
      ? await setReturnTerm(command, id, label, body.caseId, { on: shanghaiDay(cameAt), placeId })
      : null;
  const recordedBy = { id: actor.personId, name: actor.personName };
  const isNew = await insertUncased(trx, actor.courtId, {
    ...thing,
    ...{ id, placeId: store.id, cameAt, dueOn, recordedBy, secondPersonName },
  });
  // Two windows may send the same draft at once; the photos belong to whichever was first.
  if (!isNew) throw refuseUncased('UNCASED_PHOTO_MISSING');
  command.audit({
    subjectKind: SUBJECT_KIND,
    subjectId: id,
    subjectLabel: label,
    after: isSecretThing({ ofCase })
      ? { kind: body.kind, caseId: body.caseId, dueOn }
      : auditedThing(ofCase, { ...thing, settledTo: null, dueOn }),
  });
  return { id, dueOn };
}

/** The audit trail is read without clearance. */
function auditedName(thing: UncasedRow): string {
  return isSecretThing(thing) ? SECRET_ITEM_NAME : thing.name;
}

/** Held, and not settled. Refusals: UNCASED_NOT_FOUND, UNCASED_SETTLED. */
async function lockOpen({ trx, actor }: CommandContext, id: string): Promise<UncasedRow> {
  const thing = await lockUncased(trx, actor.courtId, id);
  if (!thing) throw refuseUncased('UNCASED_NOT_FOUND');
  if (thing.state !== 'open') throw refuseUncased('UNCASED_SETTLED');
  return thing;
}

/**
 * A found thing is an item that is in the books: the judge of its case confirms, and its label is printed anew. Where it
 * is and whether an incident is closed is written by the movements of the item. Refusals: UNCASED_NOT_FOUND,
 * UNCASED_SETTLED, BELONGINGS_ARE_RETURNED, ITEM_NOT_FOUND, FOUND_THING_UNFIT, JUDGE_CONFIRMS.
 */
export async function identifyUncasedThing(
  command: CommandContext,
  { params, body }: InputOf<typeof identifyUncasedEndpoint>,
): Promise<ResponseOf<typeof identifyUncasedEndpoint>> {
  const { trx, actor, now } = command;
  const thing = await lockOpen(command, params.uncasedId);
  if (thing.kind === 'belongings') throw refuseUncased('BELONGINGS_ARE_RETURNED');
  const item = await lockReachableItem(command, 'item.receive', body.itemId);
  const { state } = item.standing;
  if (isEnded(state)) throw refuseUncased('FOUND_THING_UNFIT', { state: ITEM_STATES[state] });
  const { name: withName } = await confirmByJudge(command, item.caseId, body.secondPerson);
  await updateUncasedSettled(trx, actor.courtId, thing.id, {
    ...{ state: 'identified', itemId: item.id, at: now, byName: actor.personName, withName, to: null },
    note: body.note,
  });
  command.audit({
    ...{ subjectKind: SUBJECT_KIND, subjectId: thing.id, subjectLabel: auditedName(thing) },
    after: { itemId: item.id, code: item.code, note: body.note },
  });
  return { id: thing.id };
}

/** What belongs to somebody is given back before two people. Refusals: UNCASED_NOT_FOUND, UNCASED_SETTLED, those of the PIN. */
export async function giveBackUncasedThing(
  command: CommandContext,
  { params, body }: InputOf<typeof giveBackUncasedEndpoint>,
): Promise<ResponseOf<typeof giveBackUncasedEndpoint>> {
  const { trx, actor, now } = command;
  const { settledTo, note } = body;
  const thing = await lockOpen(command, params.uncasedId);
  const { name: withName } = await confirmBySecondPerson(command, body.secondPerson);
  const end = { state: 'given_back' as const, itemId: null, at: now, byName: actor.personName, withName };
  const said = auditedThing(thing.ofCase, { ...thing, settledTo, note });
  await updateUncasedSettled(trx, actor.courtId, thing.id, { ...end, to: settledTo, note });
  if (thing.dueOn !== null)
    await settleDeadline(
      command,
      { ruleId: 'D01', subjectKind: SUBJECT_KIND, subjectId: thing.id },
      { note: said.settledTo },
    );
  command.audit({
    ...{ subjectKind: SUBJECT_KIND, subjectId: thing.id, subjectLabel: auditedName(thing) },
    after: { settledTo: said.settledTo, note: said.note },
  });
  return { id: thing.id };
}

function photosOf(isSeen: boolean, all: readonly ThingPhoto[], thingId: string) {
  const photos = all.filter((photo) => photo.thingId === thingId);
  const shown = photos.map(({ id, sha256, uploadedAt }) => ({
    ...{ id, sha256, uploadedAt: shanghaiInstant(uploadedAt) },
  }));
  return { photos: isSeen ? shown : [], photoCount: photos.length };
}

/** Of one state, what came last first. */
export async function listUncasedThings(
  { reader, actor, now }: QueryContext,
  { query }: InputOf<typeof listUncasedEndpoint>,
): Promise<ResponseOf<typeof listUncasedEndpoint>> {
  const position = decodeCursor(query.after, cursor);
  const rows = await listUncasedRows(reader, actor.courtId, {
    state: query.state,
    after: position && { cameAt: position[0], id: position[1] },
    limit: query.limit + 1,
  });
  const today = shanghaiDay(now);
  const ids = rows.map(({ id }) => id);
  const photos = await listThingPhotos(reader, actor.courtId, ids);
  return pageOfRows(
    rows,
    query.limit,
    (row) => ({
      ...maskThing(actor, row),
      ...photosOf(maySeeThingPhotos(actor, row), photos, row.id),
      quantity: normaliseQuantity(row.quantity),
      cameAt: shanghaiInstant(row.cameAt),
      settledAt: instantOrNull(row.settledAt),
      isOverdue: row.state === 'open' && row.dueOn !== null && row.dueOn < today,
    }),
    ({ cameAt, id }) => [cameAt.toISOString(), id],
  );
}
