/** Lines of judgments as a person may see them. Pure. */
import type { Actor } from '../../platform/actor.ts';
import { compareDecimals } from '../../platform/decimal.ts';
import { clearanceFor, reachesCase, type CaseSubject } from '../cases/case-access.ts';
import type { CaseHead } from '../cases/find-case.ts';
import { maskName, nameShapeOf, type CaseSensitivity } from '../cases/mask-names.ts';
import { isNameHidden, SECRET_ITEM_NAME } from '../seized-items/mask-item.ts';
import { isLineDone } from './finish-execution.ts';
import { concernsAThing } from './judgment-orders.ts';
import type { JudgmentLineRow } from './judgment-line.sql.ts';
import type { JudgmentLineAnswer, LINE_STATES } from './judgments.contract.ts';
import { runningLineOf } from './load-question.ts';

export type LineState = (typeof LINE_STATES)[number];

export function lineStateOf(row: JudgmentLineRow, today: string): LineState {
  if (row.refusedAt !== null) return 'refused';
  if (row.replacedByLineId !== null) return 'replaced';
  if (row.confirmedAt === null) return 'waiting';
  if (row.effectiveOn > today) return 'ahead';
  if (isLineDone(runningLineOf(row))) return 'done';
  return compareDecimals(row.carriedOut, '0') > 0 ? 'part_done' : 'in_force';
}

/** Names of people in the case as the reader may see them. */
export function shownName(
  actor: Actor,
  head: CaseSubject & CaseSensitivity,
  name: string | null,
): string | null {
  return name === null ? null : maskName(name, 'person', nameShapeOf(head, clearanceFor(actor, head)));
}

/**
 * What a thing of the case is called, or what a judgment calls it, as the reader may see it. `keeping`: the needs of
 * the thing; none of a line about nothing that is here.
 */
export function shownThing(
  actor: Actor,
  head: CaseSubject & CaseSensitivity,
  { name, keeping }: { readonly name: string; readonly keeping: readonly string[] },
): string {
  return isNameHidden(actor, { ...head, keeping }) ? SECRET_ITEM_NAME : name;
}

/** What this person may do with the line now. */
export function lineActionsOf(
  actor: Actor,
  head: CaseHead,
  row: JudgmentLineRow,
  today: string,
): JudgmentLineAnswer['availableActions'] {
  const state = lineStateOf(row, today);
  const mayConfirm =
    reachesCase(actor, 'judgment.confirm', head, 'write') && !actor.roles.includes('property_custodian');
  const mayEnter = reachesCase(actor, 'judgment.enter', head, 'write');
  const isOpen = ['waiting', 'ahead', 'in_force', 'part_done'].includes(state);
  return [
    ...(state === 'waiting' && mayConfirm && row.enteredById !== actor.personId
      ? (['confirm'] as const)
      : []),
    ...(state === 'waiting' && mayConfirm ? (['refuse'] as const) : []),
    ...(isOpen && mayEnter ? (['correct'] as const) : []),
    ...(state === 'in_force' && mayConfirm && !concernsAThing(row.order) ? (['carry_out'] as const) : []),
  ];
}
