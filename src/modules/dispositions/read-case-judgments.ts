import { shanghaiDay, shanghaiInstant } from '../../platform/clock.ts';
import { addDecimals } from '../../platform/decimal.ts';
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import { reachesCase } from '../cases/case-access.ts';
import type { CaseHead } from '../cases/find-case.ts';
import { refuseIntake } from '../seized-items/intake-refusals.ts';
import { isEnded } from '../seized-items/item-states.ts';
import { findReadableCase } from '../seized-items/reach-case.ts';
import { findEffectiveDay, listItemsOfCase, type CaseItemRow } from './case-item.sql.ts';
import { listBeneficiaries } from './case-party.sql.ts';
import { lineActionsOf, lineStateOf, shownName, shownThing } from './describe-line.ts';
import { listLinesOfCase, listNoticesToOrgans, type JudgmentLineRow } from './judgment-line.sql.ts';
import type { JudgmentLineAnswer, readCaseJudgmentsEndpoint } from './judgments.contract.ts';
import { matchedItemOf, runningLineOf } from './load-question.ts';
import { linesInForce, listExceptions, type CaseExceptions } from './match-lines.rules.ts';

type Answer = ResponseOf<typeof readCaseJudgmentsEndpoint>;

/** Items in a few words, as the reader may see them. */
function briefFor({ actor }: Pick<QueryContext, 'actor'>, head: CaseHead) {
  return (row: CaseItemRow) => {
    const { id, code, number, state, onHand, unit } = row;
    return { id, code, number, name: shownThing(actor, head, row), state, onHand, unit };
  };
}
type Brief = ReturnType<typeof briefFor>;

function lineAnswerOf(
  { actor, now }: QueryContext,
  head: CaseHead,
  row: JudgmentLineRow,
  items: readonly CaseItemRow[],
): JudgmentLineAnswer {
  const today = shanghaiDay(now);
  const item = items.find(({ id }) => id === row.itemId);
  const { id, document, effectiveOn, lineNumber, quantity, unit, order, correctsLineId } = row;
  const said = { name: row.description, keeping: item?.keeping ?? [] };
  return {
    ...{ id, document, effectiveOn, lineNumber, quantity, unit, order, correctsLineId },
    counted: { quantity: row.counted.quantity, unit: row.counted.unit },
    description: shownThing(actor, head, said),
    item: item ? briefFor({ actor }, head)(item) : null,
    beneficiary: shownName(actor, head, row.beneficiary),
    note: row.note,
    state: lineStateOf(row, today),
    carriedOut: row.carriedOut,
    enteredByName: row.enteredByName,
    enteredAt: shanghaiInstant(row.enteredAt),
    confirmedByName: row.confirmedByName,
    confirmedAt: row.confirmedAt === null ? null : shanghaiInstant(row.confirmedAt),
    refusalReason: row.refusalReason,
    carriedOutDocument: row.carriedOutDocument,
    availableActions: lineActionsOf(actor, head, row, today),
  };
}

function exceptionsOf(
  { forgottenIds, unmatchedIds, differingIds }: CaseExceptions,
  items: readonly CaseItemRow[],
  lines: readonly JudgmentLineRow[],
  today: string,
  briefOf: Brief,
): Answer['exceptions'] {
  const inForce = linesInForce(lines.map(runningLineOf), today);
  const pick = (ids: readonly string[]) => items.filter(({ id }) => ids.includes(id));
  return {
    forgotten: pick(forgottenIds).map(briefOf),
    unmatchedLineIds: [...unmatchedIds],
    differing: pick(differingIds).map((item) => ({
      ...briefOf(item),
      ordered: inForce
        .filter(({ itemId }) => itemId === item.id)
        .reduce((sum, { quantity }) => addDecimals(sum, quantity), '0'),
      there: addDecimals(item.onHand, item.disposed),
    })),
  };
}

function actionsOf({ actor }: QueryContext, head: CaseHead): Answer['availableActions'] {
  const may = (permission: Parameters<typeof reachesCase>[1]) =>
    reachesCase(actor, permission, head, 'write');
  return [
    ...(may('judgment.enter') ? (['enter'] as const) : []),
    ...(may('judgment.confirm') ? (['confirm'] as const) : []),
    ...(may('disposition.prepare') ? (['await', 'send'] as const) : []),
  ];
}

/** What judgments order about the case, how it matches the stock, and what does not. Refusal: INTAKE_CASE_UNKNOWN. */
export async function readCaseJudgments(
  context: QueryContext,
  { params }: InputOf<typeof readCaseJudgmentsEndpoint>,
): Promise<Answer> {
  const { reader, actor, now } = context;
  const head = await findReadableCase(context, params.caseId);
  if (!head) throw refuseIntake('INTAKE_CASE_UNKNOWN');
  const { courtId, id: caseId } = head;
  const today = shanghaiDay(now);
  const lines = await listLinesOfCase(reader, courtId, caseId);
  const items = await listItemsOfCase(reader, courtId, caseId);
  const effectiveOn = await findEffectiveDay(reader, courtId, caseId);
  const parties = await listBeneficiaries(reader, courtId, caseId);
  const briefOf = briefFor(context, head);
  const hasJudgment = effectiveOn !== null && effectiveOn <= today;
  const exceptions = listExceptions(items.map(matchedItemOf), lines.map(runningLineOf), {
    today,
    hasJudgment,
  });
  return {
    caseId,
    lines: lines.map((row) => lineAnswerOf(context, head, row, items)),
    items: items.filter(({ state }) => !isEnded(state)).map(briefOf),
    parties: parties.map(({ id, name }) => ({ id, name: shownName(actor, head, name) ?? '' })),
    exceptions: exceptionsOf(exceptions, items, lines, today, briefOf),
    notices: await listNoticesToOrgans(reader, courtId, caseId),
    availableActions: actionsOf(context, head),
  };
}
