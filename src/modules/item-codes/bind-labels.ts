/**
 * The one way labels that were printed first come to their things: lock codes → decide each line → the things take
 * their codes, what they carried gives way → events and audit. All lines or none.
 */
import type { InputOf } from '../../platform/endpoint.ts';
import { fillSentence, type Facts, type Problem } from '../../platform/errors.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { decideBinding, type BindingRequest, type BindingVerdict } from './binding-rules.ts';
import type { bindLabelsEndpoint, BindingsAnswer } from './code-batches.contract.ts';
import { lockCodesOfBinding, type CodeRow } from './code-directory.sql.ts';
import { CODE_REFUSALS, refuseCode, type CodeRefusalReason } from './code-refusals.ts';
import { codeSubjectOf, type CodedThing } from './code-subjects.ts';
import { groupItemCode, readItemCode, type ItemCodeKind } from './item-code.ts';
import { listReadableThings } from './list-readable-things.ts';
import { recordBindings, type Binding } from './record-bindings.ts';

type Line = InputOf<typeof bindLabelsEndpoint>['body']['lines'][number];
type AnswerLine = BindingsAnswer['lines'][number];

type Things = ReadonlyMap<string, CodedThing>;

/** By kind and id, those asked for and those that the codes are bound to already. */
async function listThingsOf(
  command: CommandContext,
  lines: readonly Line[],
  codes: readonly CodeRow[],
): Promise<Things> {
  const wanted = new Map<ItemCodeKind, Set<string>>();
  const add = (kind: ItemCodeKind, id: string) => wanted.set(kind, (wanted.get(kind) ?? new Set()).add(id));
  for (const { subjectKind, subjectId } of lines) add(subjectKind, subjectId);
  for (const { code, subjectId } of codes) {
    const scanned = readItemCode(code);
    if (scanned.ok && subjectId !== null) add(scanned.kind, subjectId);
  }
  const things = new Map<string, CodedThing>();
  for (const [kind, ids] of wanted) {
    const found = await listReadableThings({ ...command, reader: command.trx }, kind, [...ids]);
    for (const thing of found.values()) things.set(`${kind} ${thing.id}`, thing);
  }
  return things;
}

/** The code that each thing carries now. */
function carriedCodes(codes: readonly CodeRow[]): ReadonlyMap<string | null, CodeRow> {
  return new Map(codes.filter(({ voidedAt }) => voidedAt === null).map((row) => [row.subjectId, row]));
}

function answerLine(line: Line, thing: CodedThing | undefined, verdict: BindingVerdict): AnswerLine {
  const scanned = readItemCode(line.code);
  const about = {
    code: scanned.ok ? scanned.code : line.code,
    subjectKind: line.subjectKind,
    subjectId: line.subjectId,
    title: thing?.title ?? null,
  };
  if (!verdict.allowed)
    return { ...about, formerCode: null, verdict: verdict.reason, ...sentenceOf(verdict) };
  const { givesWay } = verdict;
  const sentence =
    givesWay === null
      ? { zh: '可以绑定', en: 'Can be bound' }
      : {
          zh: `可以绑定，原编码 ${groupItemCode(givesWay)} 停用`,
          en: `Can be bound; the code ${groupItemCode(givesWay)} gives way`,
        };
  return { ...about, formerCode: givesWay, verdict: 'ALLOWED', ...sentence };
}

function sentenceOf({ reason, facts }: { reason: CodeRefusalReason; facts: Facts }) {
  const code = facts['code'];
  const shown = typeof code === 'string' ? { ...facts, code: groupItemCode(code) } : facts;
  return fillSentence({ zh: CODE_REFUSALS[reason].zh, en: CODE_REFUSALS[reason].en }, shown);
}

interface Decided {
  readonly lines: readonly AnswerLine[];
  readonly bindings: readonly Binding[];
}

function decideLines(
  lines: readonly Line[],
  codes: readonly CodeRow[],
  things: Things,
  courtId: number,
): Decided {
  const answers: AnswerLine[] = [];
  const bindings: Binding[] = [];
  const byCode = new Map(codes.map((row) => [row.code, row]));
  const carried = carriedCodes(codes);
  const seen = new Set<string>();
  for (const line of lines) {
    const { subjectKind, subjectId, reason } = line;
    const scanned = readItemCode(line.code);
    const row = scanned.ok ? byCode.get(scanned.code) : undefined;
    const request: BindingRequest = {
      text: line.code,
      scanned,
      kind: subjectKind,
      reason,
      isCodeListedBefore: row !== undefined && seen.has(row.code),
      isThingListedBefore: seen.has(subjectId),
    };
    const found = things.get(`${subjectKind} ${subjectId}`);
    const thing = found?.courtId === courtId ? found : undefined;
    const boundTo = things.get(`${row?.code.charAt(0) ?? ''} ${row?.subjectId ?? ''}`)?.title ?? null;
    const verdict = decideBinding(
      request,
      row && { ...row, boundTo },
      thing && { ...thing, carries: carried.get(subjectId) ?? null },
    );
    answers.push(answerLine(line, thing, verdict));
    if (verdict.allowed && row && thing) bindings.push({ row, thing, reason, givesWay: verdict.givesWay });
    seen.add(subjectId).add(row?.code ?? line.code);
  }
  return { lines: answers, bindings };
}

function problemsOf(lines: readonly AnswerLine[]): Problem[] {
  return lines.flatMap(({ verdict, zh, en }, index) =>
    verdict === 'ALLOWED' ? [] : [{ path: `body.lines.${index}.code`, code: verdict, zh, en }],
  );
}

/**
 * Binds every line or none. On a dry run refused lines are answered; otherwise BINDINGS_REFUSED carries them as
 * problems.
 */
export async function bindLabels(
  command: CommandContext,
  { lines }: { readonly lines: readonly Line[] },
): Promise<BindingsAnswer> {
  const { trx, actor, dryRun } = command;
  const scanned = lines.map(({ code }) => readItemCode(code));
  const codes = await lockCodesOfBinding(
    trx,
    actor.courtId,
    scanned.flatMap((one) => (one.ok ? [one.code] : [])),
    lines.map(({ subjectId }) => subjectId),
  );
  const things = await listThingsOf(command, lines, codes);
  const decided = decideLines(lines, codes, things, actor.courtId);
  const problems = problemsOf(decided.lines);
  if (problems.length > 0 && !dryRun)
    throw refuseCode('BINDINGS_REFUSED', { count: problems.length }, problems);
  if (problems.length === 0) {
    await changeCodesOfThings(command, decided.bindings);
    await recordBindings(command, decided.bindings);
  }
  return {
    written: problems.length === 0 && !dryRun,
    refusedCount: problems.length,
    lines: [...decided.lines],
  };
}

async function changeCodesOfThings(command: CommandContext, bindings: readonly Binding[]): Promise<void> {
  for (const kind of new Set(bindings.map(({ thing }) => thing.kind))) {
    const changes = bindings
      .filter(({ thing }) => thing.kind === kind)
      .map(({ row, thing, reason, givesWay }) => ({ id: thing.id, from: givesWay, to: row.code, reason }));
    await codeSubjectOf(kind)?.changeCodes(command, changes);
  }
}
