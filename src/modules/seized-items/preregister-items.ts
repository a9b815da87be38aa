import { multiplyDecimals, normaliseDecimal } from '../../platform/decimal.ts';
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import { fillSentence, type Problem } from '../../platform/errors.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { addItems, type ItemDraft } from './add-items.ts';
import { expectDelivery } from './delivery-deadlines.ts';
import { refuseKeyMaterial } from './care/refuse-key-material.ts';
import type { preregisterItemsEndpoint } from './intakes.contract.ts';
import { categoryOf, gradeWithin } from './item-categories.ts';
import type { ItemCard } from './item-fields.ts';
import { findQuantityProblem, isCurrency } from './item-quantity.ts';
import { ITEM_REFUSALS, refuseItem } from './item-refusals.ts';
import { occasionOf } from './occasion.ts';
import { lockReachableCase } from './reach-case.ts';

type Input = InputOf<typeof preregisterItemsEndpoint>;
type Line = Input['body']['lines'][number];

function hasQuantityProblem({ quantity, unit, category }: Line): boolean {
  const isMoney = categoryOf(category).isMoney === true;
  return isMoney !== isCurrency(unit) || findQuantityProblem(quantity, unit) !== null;
}

/** What is no thing of a case is not entered, and whoever enters it is told what is done instead. */
function objectToClass({ category, name }: Line, index: number): Problem[] {
  const { isNoItem = false, prohibition, ...word } = categoryOf(category);
  if (!isNoItem || prohibition === undefined) return [];
  const facts = {
    category: word,
    article: prohibition.article,
    ...{ advice: prohibition.zh, adviceEn: prohibition.en },
  };
  const { zh, en } = fillSentence(ITEM_REFUSALS.CLASS_PROHIBITED, facts);
  const path = `body.lines.${index}.category`;
  return [{ path, code: 'CLASS_PROHIBITED', zh: `${name}：${zh}`, en: `${name}: ${en}` }];
}

function problemsOf(lines: readonly Line[]): Problem[] {
  const { zh, en } = ITEM_REFUSALS.QUANTITY_INVALID;
  return lines.flatMap((line, index) => {
    const objections = objectToClass(line, index);
    if (objections.length > 0) return objections;
    const isWrong = hasQuantityProblem({ ...line, quantity: countedQuantity(line) });
    return isWrong
      ? [
          {
            path: `body.lines.${index}.quantity`,
            code: 'QUANTITY_INVALID',
            zh: `${line.name}：${zh}`,
            en: `${line.name}: ${en}`,
          },
        ]
      : [];
  });
}

/** The listed quantity in the unit in which it is counted. */
function countedQuantity({ quantity, unitFactor }: Line): string {
  return unitFactor === null ? normaliseDecimal(quantity) : multiplyDecimals(quantity, unitFactor);
}

function cardOf(line: Line, body: Input['body']): ItemCard {
  const { listLine, listedUnit, unitFactor, quantity: _listed, priorItemId: _prior, ...description } = line;
  return {
    ...description,
    grade: gradeWithin(line.category, line.grade),
    listNumber: body.listNumber,
    listLine,
    listedQuantity: countedQuantity(line),
    listedUnit,
    unitFactor,
    seizureDocument: body.seizureDocument,
    seizureExpiresOn: body.seizureExpiresOn,
    isUnverified: false,
    reviewOn: null,
  };
}

/**
 * Enters the lines of a list as items of the case, each with its code and its number in the case (T1). Nothing is
 * received by it. Refusals: INTAKE_CASE_UNKNOWN, KEY_MATERIAL, LINES_REFUSED.
 */
export async function preregisterItems(
  command: CommandContext,
  { params, body }: Input,
): Promise<ResponseOf<typeof preregisterItemsEndpoint>> {
  const { actor } = command;
  refuseKeyMaterial(body);
  const head = await lockReachableCase(command, 'item.preregister', params.caseId);
  const problems = problemsOf(body.lines);
  if (problems.length > 0) throw refuseItem('LINES_REFUSED', { count: problems.length }, problems);
  const occasion = occasionOf(command, body);
  if (occasion.occurredAt > command.now) throw refuseItem('OCCURRED_IN_FUTURE');
  const drafts = body.lines.map((line): ItemDraft => ({
    card: cardOf(line, body),
    quantity: countedQuantity(line),
    priorItemId: line.priorItemId,
  }));
  const items = await addItems(command, {
    courtId: actor.courtId,
    caseId: head.id,
    transition: 'preregister',
    drafts,
    occasion: { ...occasion, basis: body.basis ?? body.listNumber },
  });
  await expectDelivery(command, head);
  command.audit({
    subjectKind: 'case',
    subjectId: head.id,
    subjectLabel: head.number,
    after: { listNumber: body.listNumber, codes: items.map(({ code }) => code) },
  });
  return { items };
}
