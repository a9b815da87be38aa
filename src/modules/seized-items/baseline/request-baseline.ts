import { shanghaiDay } from '../../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { sayQuantity } from '../../../platform/quantity.ts';
import type { Fact } from '../request-fact.ts';
import { requestForItems } from '../request-for-items.ts';
import { refuseBaseline } from './baseline-refusals.ts';
import type { requestBaselineEndpoint } from './baseline.contract.ts';
import { baselineStep } from './baseline.rules.ts';
import { lockOpenDifferences, updateRequested, type DifferenceRow } from './count-difference.sql.ts';

/** Both figures, why they differ and who counted, as the approver sees them. */
function factsOf(row: DifferenceRow): Fact[] {
  const { booked, counted, unit, reason, document, countedAt, countedByName, secondPersonName } = row;
  return [
    { zh: '旧台账数', en: 'In the register', value: sayQuantity(booked, unit) },
    { zh: '首次实点数', en: 'Counted first', value: sayQuantity(counted, unit) },
    { zh: '差异原因', en: 'Why they differ', value: reason },
    ...(document === null ? [] : [{ zh: '凭证', en: 'Paper', value: document }]),
    {
      zh: '清点',
      en: 'Counted by',
      value: {
        zh: `${countedByName}、${secondPersonName}，${shanghaiDay(countedAt)}`,
        en: `${countedByName}, ${secondPersonName}, ${shanghaiDay(countedAt)}`,
      },
    },
  ];
}

/**
 * Asks that what two people counted becomes the baseline in place of what the register said; whoever keeps the things
 * does not ask. A request about an earlier count is overtaken and stands in the way no longer. Refusals: COUNT_DIFFERENCE_NOT_FOUND, those of requestForItems.
 */
export async function requestBaseline(
  command: CommandContext,
  { body }: InputOf<typeof requestBaselineEndpoint>,
): Promise<ResponseOf<typeof requestBaselineEndpoint>> {
  const { trx, actor } = command;
  const ids = [...new Set(body.differenceIds)];
  const rows = await lockOpenDifferences(trx, actor.courtId, { ids });
  if (rows.length < ids.length) throw refuseBaseline('COUNT_DIFFERENCE_NOT_FOUND');
  const request = await requestForItems(command, {
    kind: 'baseline',
    isOvertaken: (open) =>
      !rows.some((row) => row.itemId === open.subjectId && row.requestId === open.requestId),
    reason: body.reason,
    items: rows.map((row) => ({
      itemId: row.itemId,
      quantity: baselineStep(row).quantity,
      facts: factsOf(row),
    })),
  });
  await updateRequested(trx, actor.courtId, ids, request);
  return request;
}
