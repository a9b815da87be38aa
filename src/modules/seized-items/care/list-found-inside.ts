import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { confirmSecondPerson } from '../confirm-second-person.ts';
import { categoryOf, gradeWithin } from '../item-categories.ts';
import type { ItemCard } from '../item-fields.ts';
import type { Occasion } from '../item-happening.ts';
import { findQuantityProblem, isCurrency } from '../item-quantity.ts';
import type { LockedItem } from '../item.sql.ts';
import { keptOtherwise, requireFitting } from '../keeping/require-fitting-place.ts';
import { occasionOf } from '../occasion.ts';
import { lockReachableItem } from '../reach-item.ts';
import { recordTransitions } from '../record-transitions.ts';
import { requireAtItem } from '../require-at-item.ts';
import { requireKeeps, requireRoomFor, resolveStore } from '../resolve-store.ts';
import { addParts, requireFreshSeals } from './add-parts.ts';
import { refuseCare } from './care-refusals.ts';
import type { listFoundInsideEndpoint } from './care.contract.ts';
import { refuseKeyMaterial } from './refuse-key-material.ts';

type Body = InputOf<typeof listFoundInsideEndpoint>['body'];
type Answer = ResponseOf<typeof listFoundInsideEndpoint>;

/** Counterfeit notes lower the money in which they were found; nothing else does. */
function requireFit(source: LockedItem, body: Body): void {
  const { category, quantity, unit, name, struckAmount, opinionNumber } = body;
  const { prohibition, zh, isMoney } = categoryOf(category);
  const isCounterfeit = category === 'counterfeit_notes';
  if (prohibition && !isCounterfeit)
    throw refuseCare('FOUND_CLASS_PROHIBITED', {
      ...{ category: zh, advice: prohibition.zh, adviceEn: prohibition.en },
    });
  if (isCounterfeit !== (struckAmount !== null) || (isCounterfeit && !isCurrency(source.standing.unit)))
    throw refuseCare('COUNTERFEIT_IN_MONEY');
  if (isCounterfeit && opinionNumber === null) throw refuseCare('OPINION_MISSING');
  if ((isMoney === true) !== isCurrency(unit) || findQuantityProblem(quantity, unit) !== null)
    throw refuseCare('QUANTITY_UNFIT', { name });
}

/**
 * Where it is put: the place of what it was found in, or another one, where there is what it needs. Refusals:
 * PLACE_MISSING, those of a store, KEEPING_NEED_UNMET, SECRET_PLACE_NEEDED.
 */
async function placeFor(command: CommandContext, source: LockedItem, body: Body) {
  const { placeId: lies } = source.standing;
  const placeId = body.placeId ?? lies;
  if (placeId === null) throw refuseCare('PLACE_MISSING');
  const store = await resolveStore(command, placeId);
  // Counterfeit notes wait at the money until the police fetch them; no room keeps them as a category.
  if (body.category !== 'counterfeit_notes') requireKeeps(store, [{ category: body.category }]);
  const { name, category, keeping, placeReason } = body;
  const isSecret = source.isSecret || keeping.includes('secret');
  const item = { name, category, keeping, isSecret };
  const putting = { store, item, placeReason };
  await requireFitting(command, [{ ...putting, path: 'body.placeId' }]);
  await requireRoomFor(command, store, 1);
  const containerId = placeId === lies ? source.standing.containerId : null;
  return { place: { id: store.id, path: store.path }, containerId, kept: keptOtherwise(putting) };
}

async function strike(
  command: CommandContext,
  source: LockedItem,
  body: Body,
  occasion: Occasion,
): Promise<Omit<Answer, 'parts'>> {
  if (body.struckAmount === null) return { written: !command.dryRun, refusedCount: 0, lines: [] };
  const { steps: _written, ...answer } = await recordTransitions(command, {
    occasion,
    lines: [
      {
        ...{ itemId: source.id, transition: 'strike_counterfeit', quantity: body.struckAmount },
        evidence: ['opinion'],
        details: { opinionNumber: body.opinionNumber },
      },
    ],
  });
  return answer;
}

function cardOf(body: Body): ItemCard {
  const { category, grade, name, unit, facts, hazards, keeping, ownership, nature, isEvidence } = body;
  const { expiresOn, estimatedValueFen, notes, quantity } = body;
  return {
    ...{ category, name, unit, facts, hazards, keeping, ownership, nature, isEvidence },
    ...{ expiresOn, estimatedValueFen, notes },
    grade: gradeWithin(category, grade),
    listedQuantity: quantity,
    ...{ listNumber: null, listLine: null, listedUnit: null, unitFactor: null, reviewOn: null },
    ...{ seizureDocument: null, seizureExpiresOn: null, isUnverified: false },
  };
}

/**
 * Something that was found in an item becomes an item of its own: counterfeit notes in cash (situation 10), the
 * packaging of what was used up (02), a hardware wallet in a bag (20). Nothing that the court does not keep is listed so.
 * Refusals: those of the contract, LINES_REFUSED.
 */
export async function listFoundInside(
  command: CommandContext,
  { params, body }: InputOf<typeof listFoundInsideEndpoint>,
): Promise<Answer> {
  refuseKeyMaterial(body);
  const source = await lockReachableItem(command, 'item.move', params.itemId);
  const { sealNumber } = source.standing;
  if (sealNumber !== null && source.standing.placeId !== null)
    throw refuseCare('ITEM_SEALED', { seal: sealNumber });
  requireFit(source, body);
  await requireFreshSeals(command, [body.sealNumber]);
  const { kept, ...where } = await placeFor(command, source, body);
  const secondPerson = await confirmSecondPerson(command, body.secondPerson);
  const basis = body.basis ?? body.opinionNumber;
  const occasion = occasionOf(command, { ...body, basis, note: body.reason }, { secondPerson });
  await requireAtItem(command, source, occasion);
  const answer = await strike(command, source, body, occasion);
  if (answer.refusedCount > 0) return { ...answer, parts: [] };
  const { quantity } = body;
  const details = { foundIn: source.id, struckAmount: body.struckAmount, ...kept.details };
  const draft = {
    card: cardOf(body),
    quantity,
    parentItemId: source.id,
    details,
    sealNumber: body.sealNumber,
  };
  const parts = await addParts(command, {
    ...{ caseId: source.caseId, transition: 'find_inside', occasion },
    drafts: [{ ...draft, ...where }],
  });
  return { ...answer, parts };
}
