/** Whether a label that was printed first may be put on a thing. Pure; reasons in the order of CODE_REFUSALS. */
import type { Facts } from '../../platform/errors.ts';
import type { CodeRefusalReason } from './code-refusals.ts';
import { canChangeCode, codeStateOf, type CodeStanding } from './code-states.ts';
import { ITEM_CODE_KINDS, type ItemCodeKind, type ScannedCode } from './item-code.ts';

export interface BindingRequest {
  /** As scanned or typed. */
  readonly text: string;
  readonly scanned: ScannedCode;
  readonly kind: ItemCodeKind;
  readonly reason: string | null;
  /** An earlier line of the same list has the same label, or the same thing. */
  readonly isCodeListedBefore: boolean;
  readonly isThingListedBefore: boolean;
}

export interface CodeToBind extends CodeStanding {
  readonly code: string;
  /** What it is bound to, as far as this person may know. */
  readonly boundTo: string | null;
}

export interface ThingToBind {
  readonly id: string;
  readonly title: string;
  readonly isOver: boolean;
  /** The code that it carries; null: none yet. */
  readonly carries: { readonly code: string; readonly labelVersion: string | null } | null;
}

export type BindingVerdict =
  | { readonly allowed: true; readonly givesWay: string | null }
  | { readonly allowed: false; readonly reason: CodeRefusalReason; readonly facts: Facts };

function refused(reason: CodeRefusalReason, facts: Facts = {}): BindingVerdict {
  return { allowed: false, reason, facts };
}

function decideLabel(
  { text, scanned, isCodeListedBefore }: BindingRequest,
  label: CodeToBind | undefined,
  thing: ThingToBind | undefined,
): BindingVerdict | undefined {
  if (!scanned.ok) return refused('CODE_MISREAD', { text });
  const { code } = scanned;
  if (label === undefined) return refused('CODE_UNKNOWN', { code });
  if (isCodeListedBefore) return refused('CODE_LISTED_TWICE', { code });
  const state = codeStateOf(label);
  if (canChangeCode('bind', state)) return undefined;
  if (state === 'void') return refused('CODE_VOID', { code });
  if (thing !== undefined && label.subjectId === thing.id) return refused('CODE_BOUND_HERE', { code });
  const thingEnglish = label.boundTo ?? 'another thing';
  return refused('CODE_BOUND', { code, thing: label.boundTo ?? '其他物品', thingEnglish });
}

/** A thing whose own code was never on a label takes the label's code in silence; otherwise a reason is asked for. */
export function decideBinding(
  request: BindingRequest,
  label: CodeToBind | undefined,
  thing: ThingToBind | undefined,
): BindingVerdict {
  const { scanned, kind } = request;
  const refusedLabel = decideLabel(request, label, thing);
  if (refusedLabel) return refusedLabel;
  if (scanned.ok && scanned.kind !== kind) {
    const [own, other] = [ITEM_CODE_KINDS[scanned.kind], ITEM_CODE_KINDS[kind]];
    const kinds = { kind: own.zh, kindEnglish: own.en, thingKind: other.zh, thingKindEnglish: other.en };
    return refused('CODE_KIND_DIFFERS', { code: scanned.code, ...kinds });
  }
  if (thing === undefined) return refused('THING_UNKNOWN');
  if (request.isThingListedBefore) return refused('THING_LISTED_TWICE', { thing: thing.title });
  if (thing.isOver) return refused('THING_OVER', { thing: thing.title });
  const { carries } = thing;
  if (carries !== null && carries.labelVersion !== null && request.reason === null)
    return refused('REBIND_REASON_MISSING', { thing: thing.title, code: carries.code });
  return { allowed: true, givesWay: carries?.code ?? null };
}
