import { z } from 'zod';
import { shanghaiDay } from '../../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import { decodeCursor, pageOfRows } from '../../../platform/page-cursor.ts';
import type { QueryContext } from '../../../platform/run-query.ts';
import { reachesCase } from '../../cases/case-access.ts';
import { HIDDEN_NAME } from '../../cases/mask-names.ts';
import { quantityOrNull } from '../describe-item.ts';
import { refuseItem } from '../item-refusals.ts';
import { SECRET_ITEM_NAME } from '../mask-item.ts';
import { findReadableCase } from '../reach-case.ts';
import { findReadableItem } from '../read-items.ts';
import { listExaminationRows, type ExaminationRow } from './examination.sql.ts';
import type { Examination, listExaminationsEndpoint } from './examinations.contract.ts';

const cursor = z.tuple([z.iso.date(), z.uuid()]);

function opinionOf(row: ExaminationRow, today: string): Examination['opinion'] {
  const { opinionNumber, concludedOn, conclusion, recordedByName } = row;
  if (opinionNumber === null || concludedOn === null || conclusion === null || recordedByName === null)
    return null;
  const { kind, valueFen, baseDate, validUntil, confirmedByName } = row;
  return {
    ...{ opinionNumber, concludedOn, conclusion, recordedByName, valueFen, baseDate, validUntil },
    returnedQuantity: quantityOrNull(row.returnedQuantity),
    consumedQuantity: quantityOrNull(row.consumedQuantity),
    isValid:
      kind === 'valuation' &&
      baseDate !== null &&
      baseDate <= today &&
      validUntil !== null &&
      today <= validUntil,
    secondPersonName: confirmedByName,
  };
}

/** Of a secret thing nothing that describes it, for whoever has no clearance. */
function maskExamination(actor: QueryContext['actor'], row: ExaminationRow): ExaminationRow {
  if (!row.isSecret || reachesCase(actor, 'case.secret-names.read', row, 'read')) return row;
  const conclusion = row.conclusion === null ? null : HIDDEN_NAME;
  return { ...row, itemName: SECRET_ITEM_NAME, question: HIDDEN_NAME, conclusion };
}

/** Of one item or of one case, the newest first. Refusal: ITEM_NOT_FOUND, also when it is not theirs to see. */
export async function listExaminations(
  context: QueryContext,
  { query }: InputOf<typeof listExaminationsEndpoint>,
): Promise<ResponseOf<typeof listExaminationsEndpoint>> {
  const { reader, actor, now } = context;
  const { itemId, caseId, limit } = query;
  const item = itemId === undefined ? undefined : await findReadableItem(context, itemId);
  const head = caseId === undefined ? undefined : await findReadableCase(context, caseId);
  if (!item && !head) throw refuseItem('ITEM_NOT_FOUND');
  const position = decodeCursor(query.after, cursor);
  const rows = await listExaminationRows(
    reader,
    [item?.courtId ?? head?.courtId ?? actor.courtId],
    { itemId: item?.id ?? null, caseId: head?.id ?? null },
    { after: position && { sentOn: position[0], id: position[1] }, limit: limit + 1 },
  );
  const today = shanghaiDay(now);
  return pageOfRows(
    rows.map((row) => maskExamination(actor, row)),
    limit,
    (row) => ({
      ...row,
      sampleQuantity: quantityOrNull(row.sampleQuantity),
      opinion: opinionOf(row, today),
      mayConclude: row.opinionNumber === null && reachesCase(actor, 'item.examine', row, 'write'),
    }),
    ({ sentOn, id }) => [sentOn, id],
  );
}
