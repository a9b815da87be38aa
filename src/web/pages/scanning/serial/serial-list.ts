/** The list of 连续扫码: where things go, every beep as a line, the last first. Pure; kept in the tab as it is. */
import { z } from 'zod';
import { assetStatus } from '../../../../modules/fixed-assets/asset-fields.ts';
import { ASSET_MOVES } from '../../../../modules/fixed-assets/rules.ts';
import { ITEM_CODE_KINDS } from '../../../../modules/item-codes/item-code.ts';
import type { ScanAnswer, ScannedThing } from '../../../../modules/item-codes/scan.contract.ts';
import type { ScanResult } from '../../../scan/scan-feedback.ts';
import { fits } from '../../fixed-assets/bulk/scanned-list.ts';
import type { MoveSubject } from '../../fixed-assets/moves/move-forms.ts';
import { resultOfAnswer } from '../answer-result.ts';
import { targetOf } from '../thing-actions.ts';
import { lineNote, type LineNote } from './line-note.ts';
import { moveTo, serialTarget, type SerialTarget } from './serial-target.ts';

type Sentences = Pick<ScanAnswer, 'zh' | 'en'>;

const subject = z.object({
  ...{ id: z.string(), code: z.string(), name: z.string(), status: assetStatus },
  ...{ department: z.string().nullable(), holder: z.string().nullable(), place: z.string().nullable() },
}) satisfies z.ZodType<MoveSubject>;

const serialLine = z.object({
  key: z.int(),
  text: z.string(),
  /** `waiting`: not asked yet; `several`: the person says which; only `right` is written in the end. */
  state: z.enum(['waiting', 'several', 'right', 'wrong', 'unknown', 'duplicate']),
  thing: subject.nullable(),
  candidates: z.array(subject),
  note: lineNote.nullable(),
});
export type SerialLine = z.output<typeof serialLine>;

export const serialList = z.object({
  target: serialTarget.nullable(),
  /** Scanned while things of the target before wait to be written: the person says what becomes of them. */
  asked: serialTarget.nullable(),
  lines: z.array(serialLine),
  lastKey: z.int(),
});
export type SerialList = z.output<typeof serialList>;

export const EMPTY_SERIAL: SerialList = { target: null, asked: null, lines: [], lastKey: 0 };

/** What became of a scan: the list after it, and what it sounds like. */
export interface Taken {
  readonly list: SerialList;
  readonly result: ScanResult;
}

export function countedThings({ lines }: SerialList): MoveSubject[] {
  return lines.flatMap(({ state, thing }) => (state === 'right' && thing !== null ? [thing] : []));
}

export function addScan(list: SerialList, text: string): SerialList {
  const key = list.lastKey + 1;
  const line: SerialLine = { key, text, state: 'waiting', thing: null, candidates: [], note: null };
  return { ...list, lastKey: key, lines: [line, ...list.lines] };
}

/** The scan to ask about next, in the order of scanning; none while the person owes an answer about the target. */
export function nextWaiting({ asked, lines }: SerialList): SerialLine | undefined {
  return asked === null ? lines.findLast(({ state }) => state === 'waiting') : undefined;
}

export function removeLine(list: SerialList, key: number): SerialList {
  return { ...list, lines: list.lines.filter((line) => line.key !== key) };
}

function changeLine(list: SerialList, key: number, change: Partial<SerialLine>): SerialList {
  return { ...list, lines: list.lines.map((line) => (line.key === key ? { ...line, ...change } : line)) };
}

function settle(list: SerialList, key: number, state: ScanResult, change: Partial<SerialLine>): Taken {
  return { list: changeLine(list, key, { ...change, state }), result: state };
}

/** A place or a person: at once when nothing waits to be written, otherwise the person is asked. */
export function offerTarget(list: SerialList, target: SerialTarget): SerialList {
  const { target: now } = list;
  if (now?.kind === target.kind && now.id === target.id) return list;
  const isFree = now === null || countedThings(list).length === 0;
  return isFree ? { ...list, target } : { ...list, asked: target };
}

export function subjectOfThing(thing: ScannedThing): MoveSubject | undefined {
  const status = assetStatus.safeParse(thing.status?.id);
  if (thing.kind !== 'A' || !status.success) return undefined;
  const { id, code, title, department, holder, place } = thing;
  return {
    ...{ id, code, name: title, status: status.data },
    ...{ department: department?.name ?? null, holder: holder?.name ?? null, place: place?.path ?? null },
  };
}

function enterThing(list: SerialList, key: number, thing: MoveSubject, status: Sentences | null): Taken {
  const found = { thing, candidates: [] };
  const isThere = countedThings(list).some(({ id }) => id === thing.id);
  if (isThere) return settle(list, key, 'duplicate', { ...found, note: null });
  const move = list.target === null ? undefined : moveTo(list.target);
  if (move !== undefined && status !== null && !fits(thing.status, move))
    return settle(list, key, 'wrong', {
      ...found,
      note: { reason: 'unfit', status, verb: ASSET_MOVES[move] },
    });
  return settle(list, key, 'right', { ...found, note: null });
}

function noteOfWrongThing({ kind }: ScannedThing): LineNote {
  const isPlaceOrPerson = kind === 'L' || kind === 'P';
  return isPlaceOrPerson ? { reason: 'no_target' } : { reason: 'kind', kind: ITEM_CODE_KINDS[kind] };
}

/** Enters the server's answer to the scan of line `key`. */
export function takeAnswer(list: SerialList, key: number, answer: ScanAnswer): Taken {
  if (answer.outcome === 'thing') {
    const target = targetOf(answer);
    if (target !== undefined) return { list: offerTarget(removeLine(list, key), target), result: 'right' };
    const thing = subjectOfThing(answer);
    if (thing !== undefined) return enterThing(list, key, thing, answer.status);
    return settle(list, key, 'wrong', { note: noteOfWrongThing(answer) });
  }
  const note = { reason: 'said', zh: answer.zh, en: answer.en } as const;
  if (answer.outcome !== 'several') return settle(list, key, resultOfAnswer(answer), { note });
  const candidates = answer.things.flatMap((thing) => subjectOfThing(thing) ?? []);
  if (candidates.length === 0) return settle(list, key, 'unknown', { note });
  return { list: changeLine(list, key, { state: 'several', candidates, note }), result: 'duplicate' };
}

/** The server would not even look: the line says why. */
export function refuseLine(list: SerialList, key: number, said: Sentences): SerialList {
  return changeLine(list, key, { state: 'unknown', note: { reason: 'said', ...said } });
}

/** The person has said which of several things was scanned. */
export function chooseThing(list: SerialList, key: number, thing: MoveSubject): Taken {
  return enterThing(list, key, thing, null);
}

/** `keep` the target before; `move` the things scanned so far to the new one as well; `switch` after they are written. */
export function settleTarget(list: SerialList, how: 'keep' | 'move' | 'switch'): SerialList {
  const target = how === 'keep' ? list.target : (list.asked ?? list.target);
  return { ...list, target, asked: null };
}

/** After everything was written: the same target takes the next things, and what waits is asked about. */
export function afterWriting(list: SerialList): SerialList {
  return settleTarget({ ...list, lines: list.lines.filter(({ state }) => state === 'waiting') }, 'switch');
}
