import { shanghaiDay } from '../../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { setDeadlines } from '../../deadlines/set-deadline.ts';
import { normaliseQuantity } from '../../ledger/entry.ts';
import { findCase } from '../../cases/find-case.ts';
import { refuseKeyMaterial } from '../care/refuse-key-material.ts';
import { confirmSecondPerson } from '../confirm-second-person.ts';
import { gradeWithin } from '../item-categories.ts';
import type { LockedItem } from '../item.sql.ts';
import { occasionOf } from '../occasion.ts';
import { lockReachableItem } from '../reach-item.ts';
import { writeRecord } from '../write-record.ts';
import { refuseExamination } from './examination-refusals.ts';
import { latestValidity, objectToOpinion, type ExaminedItem, type Opinion } from './examination-rules.ts';
import {
  findExaminationRow,
  findStatedValueFen,
  insertOpinion,
  updateItemWorth,
  type ExaminationRow,
} from './examination.sql.ts';
import type { recordOpinionEndpoint } from './examinations.contract.ts';
import { auditedItemLabel } from '../mask-item.ts';

type Body = InputOf<typeof recordOpinionEndpoint>['body'];

function opinionOf(examination: ExaminationRow, body: Body): Opinion {
  const { sentOn, sampleQuantity } = examination;
  const { concludedOn, returnedQuantity, consumedQuantity, grade, category, value } = body;
  const validUntil = value && (value.validUntil ?? latestValidity(value.baseDate));
  return {
    ...{ sentOn, concludedOn, returnedQuantity, consumedQuantity, grade, category },
    sampleQuantity: sampleQuantity === null ? null : normaliseQuantity(sampleQuantity),
    value: value && validUntil !== null ? { fen: value.fen, baseDate: value.baseDate, validUntil } : null,
  };
}

/** What the opinion makes of the item. */
function worthAfter(item: ExaminedItem, { grade, category, value }: Opinion): ExaminedItem {
  const next = category ?? item.category;
  return {
    category: next,
    grade: grade ?? gradeWithin(next, item.grade),
    valueFen: value?.fen ?? item.valueFen,
  };
}

/** The end of a valuation comes back as a reminder to whoever handles the case. */
async function remindOfEnd(command: CommandContext, item: LockedItem, { value }: Opinion): Promise<void> {
  if (value === null) return;
  const head = await findCase(command.trx, { courtId: item.courtId, id: item.caseId });
  if (!head) return;
  await setDeadlines(command, [
    {
      rule: 'D21',
      subject: { kind: 'seized_item', id: item.id, label: item.code, caseId: item.caseId },
      ownerId: head.handlerId,
      departmentId: head.departmentId,
      startOn: value.baseDate,
      dueAt: new Date(`${value.validUntil}T23:59:59.999+08:00`),
      skipWhenPast: true,
    },
  ]);
}

/** Writes the change as an entry that keeps both sides; null when nothing changes. */
async function changeItem(
  command: CommandContext,
  item: LockedItem,
  before: ExaminedItem,
  {
    examination,
    opinion,
    body,
    secondPerson,
  }: {
    readonly examination: ExaminationRow;
    readonly opinion: Opinion;
    readonly body: Body;
    readonly secondPerson: { readonly id: string; readonly name: string } | null;
  },
): Promise<number | null> {
  const after = worthAfter(before, opinion);
  const isSame =
    after.category === before.category && after.grade === before.grade && after.valueFen === before.valueFen;
  if (isSame) return null;
  const occasion = occasionOf(
    command,
    { basis: `${examination.institution} ${body.opinionNumber}`, note: body.conclusion.slice(0, 1000) },
    { secondPerson },
  );
  const details = { examinationId: examination.id, before, after };
  const sequence = await writeRecord(command, { item, record: 'examine', details, occasion });
  await updateItemWorth(command.trx, item.courtId, item.id, after);
  return sequence;
}

/**
 * The opinion of an examination. Grade, category and value of the item change by it alone, by an entry that keeps the
 * old ones; what falls takes two people. Refusals: KEY_MATERIAL, EXAMINATION_NOT_FOUND, OPINION_RECORDED, VALUE_MISSING, those of
 * `objectToOpinion` and of the second person's PIN.
 */
export async function recordOpinion(
  command: CommandContext,
  { params, body }: InputOf<typeof recordOpinionEndpoint>,
): Promise<ResponseOf<typeof recordOpinionEndpoint>> {
  const { trx, actor, now } = command;
  const { courtId } = actor;
  refuseKeyMaterial(body);
  const examination = await findExaminationRow(trx, courtId, params.examinationId);
  if (!examination) throw refuseExamination('EXAMINATION_NOT_FOUND');
  const item = await lockReachableItem(command, 'item.examine', examination.itemId);
  const fresh = await findExaminationRow(trx, courtId, examination.id);
  if (fresh?.opinionNumber !== null) throw refuseExamination('OPINION_RECORDED');
  if (examination.kind === 'valuation' && body.value === null) throw refuseExamination('VALUE_MISSING');
  const opinion = opinionOf(examination, body);
  const { category, grade } = item;
  const before = { category, grade, valueFen: await findStatedValueFen(trx, courtId, item.id) };
  const grounds = { today: shanghaiDay(now), hasSecondPerson: body.secondPerson !== null };
  const objection = objectToOpinion(before, opinion, grounds);
  if (objection) throw refuseExamination(objection.reason, objection.facts);
  const secondPerson = await confirmSecondPerson(command, body.secondPerson);
  const entrySequence = await changeItem(command, item, before, { examination, opinion, body, secondPerson });
  const { opinionNumber, concludedOn, conclusion, examiners, returnedQuantity, consumedQuantity } = body;
  await insertOpinion(trx, courtId, now, {
    ...{
      opinionNumber,
      concludedOn,
      conclusion,
      examiners,
      returnedQuantity,
      consumedQuantity,
      entrySequence,
    },
    examinationId: examination.id,
    itemId: item.id,
    value: opinion.value,
    recordedBy: { id: actor.personId, name: actor.personName },
    secondPersonName: secondPerson?.name ?? null,
  });
  await remindOfEnd(command, item, opinion);
  command.audit({
    subjectKind: 'seized_item',
    subjectId: item.id,
    subjectLabel: auditedItemLabel(item),
    before,
    after: { examinationId: examination.id, opinionNumber, ...worthAfter(before, opinion) },
  });
  return { examinationId: examination.id, changesItem: entrySequence !== null };
}
