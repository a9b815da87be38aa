import { fillSentence, type Facts, type Problem } from '../../platform/errors.ts';
import { isSecretItem, saidItemName } from '../seized-items/mask-item.ts';
import {
  DISPOSITION_REFUSALS,
  refuseDisposition,
  type DispositionRefusalReason,
} from './disposition-refusals.ts';
import type { LoadedItem } from './load-question.ts';
import type { ReachedItems } from './reach-items.ts';

/** What is wrong with one of the items; a secret thing has no name in it, since it is read without clearance. */
export function problemOfItem(
  { head }: Pick<ReachedItems, 'head'>,
  { row }: Pick<LoadedItem, 'row'>,
  {
    path,
    code,
    facts = {},
  }: { readonly path: string; readonly code: DispositionRefusalReason; readonly facts?: Facts },
): Problem {
  const { zh, en } = fillSentence(DISPOSITION_REFUSALS[code], facts);
  const name = saidItemName({ ...row, isSecret: isSecretItem({ ...head, keeping: row.keeping }) });
  return { path, code, zh: `${name.zh}：${zh}`, en: `${name.en}: ${en}` };
}

/** Refusal: DISPOSITION_REFUSED, with the problems; nothing when there are none. */
export function requireNoProblem(problems: readonly Problem[]): void {
  if (problems.length > 0)
    throw refuseDisposition('DISPOSITION_REFUSED', { count: problems.length }, problems);
}
