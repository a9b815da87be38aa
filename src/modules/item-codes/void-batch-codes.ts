import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import { fillSentence, type Problem } from '../../platform/errors.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { lockBatchCodes } from './code-batch.sql.ts';
import type { voidBatchCodesEndpoint } from './code-batches.contract.ts';
import { updateVoidedCodes, type CodeRow } from './code-directory.sql.ts';
import { CODE_REFUSALS, refuseCode, type CodeRefusalReason } from './code-refusals.ts';
import { canChangeCode, codeStateOf } from './code-states.ts';
import { groupItemCode, readItemCode } from './item-code.ts';
import { listReadableThings } from './list-readable-things.ts';
import { requireBatch } from './read-code-batch.ts';
import { recordLabelEvents } from './record-label-events.ts';

type Input = InputOf<typeof voidBatchCodesEndpoint>;
type What = Input['body']['what'];

function problemAt(path: string, code: CodeRefusalReason, facts: Record<string, string>): Problem {
  return { path, code, ...fillSentence({ zh: CODE_REFUSALS[code].zh, en: CODE_REFUSALS[code].en }, facts) };
}

interface Chosen {
  readonly rows: readonly CodeRow[];
  readonly problems: readonly Problem[];
}

/** Codes as typed or scanned, each of which must be one of the batch. */
function findTyped(
  rows: readonly CodeRow[],
  texts: readonly string[],
  pathOf: (index: number) => string,
): Chosen {
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const found: CodeRow[] = [];
  const problems: Problem[] = [];
  texts.forEach((text, index) => {
    const scanned = readItemCode(text);
    const row = scanned.ok ? byCode.get(scanned.code) : undefined;
    if (row !== undefined) found.push(row);
    else if (scanned.ok)
      problems.push(problemAt(pathOf(index), 'CODE_NOT_IN_BATCH', { code: groupItemCode(scanned.code) }));
    else problems.push(problemAt(pathOf(index), 'CODE_MISREAD', { text }));
  });
  return { rows: [...new Set(found)], problems };
}

function choose(rows: readonly CodeRow[], what: What): Chosen {
  if (what.which === 'rest')
    return { rows: rows.filter((row) => canChangeCode('void', codeStateOf(row))), problems: [] };
  if (what.which === 'codes') return findTyped(rows, what.codes, (index) => `body.what.codes.${index}`);
  const ends = findTyped(rows, [what.from, what.to], (index) => `body.what.${index === 0 ? 'from' : 'to'}`);
  if (ends.problems.length > 0) return ends;
  const first = ends.rows[0]?.code ?? '';
  const last = ends.rows.at(-1)?.code ?? '';
  if (first > last) throw refuseCode('CODE_RANGE_BACKWARDS');
  const within = rows.filter(({ code }) => code >= first && code <= last);
  // What of a range is void already stays as it is.
  return { rows: within.filter((row) => codeStateOf(row) !== 'void'), problems: [] };
}

async function listUnvoidable(
  command: CommandContext,
  kind: Parameters<typeof listReadableThings>[1],
  { rows }: Chosen,
): Promise<Problem[]> {
  const refused = rows.filter((row) => !canChangeCode('void', codeStateOf(row)));
  const ids = refused.flatMap(({ subjectId }) => (subjectId === null ? [] : [subjectId]));
  const things = await listReadableThings({ ...command, reader: command.trx }, kind, ids);
  return refused.map((row) => {
    const code = groupItemCode(row.code);
    if (codeStateOf(row) === 'void') return problemAt('body.what', 'CODE_VOID_ALREADY', { code });
    const title = things.get(row.subjectId ?? '')?.title;
    const facts = { code, thing: title ?? '其他物品', thingEnglish: title ?? 'another thing' };
    return problemAt('body.what', 'CODE_BOUND', facts);
  });
}

/**
 * Voids blank labels for good: all that are asked for or none. A bound code is for the life of its thing.
 * Refusals: BATCH_NOT_FOUND, CODE_RANGE_BACKWARDS, CODES_REFUSED with a problem a code, NOTHING_TO_VOID.
 */
export async function voidBatchCodes(
  command: CommandContext,
  { params, body }: Pick<Input, 'params' | 'body'>,
): Promise<ResponseOf<typeof voidBatchCodesEndpoint>> {
  const { trx, actor, now } = command;
  const batch = await requireBatch({ reader: trx, actor }, params.batchId);
  const chosen = choose(await lockBatchCodes(trx, actor.courtId, batch.id), body.what);
  const problems = [...chosen.problems, ...(await listUnvoidable(command, batch.kind, chosen))];
  if (problems.length > 0) throw refuseCode('CODES_REFUSED', { count: problems.length }, problems);
  const codes = chosen.rows.map(({ code }) => code);
  if (codes.length === 0) throw refuseCode('NOTHING_TO_VOID');
  await updateVoidedCodes(trx, actor.courtId, now, { codes, reason: body.reason });
  await recordLabelEvents(
    command,
    chosen.rows.map(({ code, labelVersion }) => ({
      code,
      kind: 'voided',
      labelVersion,
      reason: body.reason,
    })),
  );
  command.audit({
    subjectKind: 'code_batch',
    subjectId: batch.id,
    subjectLabel: `${batch.firstCode} – ${batch.lastCode}`,
    after: { voidedCount: codes.length, firstCode: codes[0], lastCode: codes.at(-1) },
    detail: { reason: body.reason },
  });
  return { written: !command.dryRun, voidedCount: codes.length };
}
