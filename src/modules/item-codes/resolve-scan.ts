/**
 * What a scanned or typed text means: a code → its thing, its blank label, or why there is none; otherwise a number
 * that things bear; otherwise a slip, a supplier's product code, or nothing.
 */
import { shanghaiInstant } from '../../platform/clock.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import { decidePermission, mayUse } from '../accounts/permissions.ts';
import { answerThing, describeThing, listNumbered } from './answer-thing.ts';
import { findBatch } from './code-batch.sql.ts';
import { findCode, findCourtOfDivision, type CodeRow } from './code-directory.sql.ts';
import { codeStateOf } from './code-states.ts';
import { listCodeSubjects, type NumberedThing } from './code-subjects.ts';
import { isLikeCode } from './intended-codes.ts';
import { foldCodeText, readItemCode, type ScannedCode } from './item-code.ts';
import { productSymbologyOf } from './product-code.ts';
import { SCAN_SENTENCES } from './scan-sentences.ts';
import type { ScanAnswer, ScannedThing } from './scan.contract.ts';

type WholeCode = Extract<ScannedCode, { ok: true }>;
/** More things than a person looks through. */
const THINGS_MAX = 20;

/** Answers what the text means to this person; what they may not read, and other courts' things, stay unsaid. */
export async function resolveScan(
  context: QueryContext,
  { text }: { readonly text: string },
): Promise<ScanAnswer> {
  const scanned = readItemCode(text);
  if (scanned.ok) return resolveCode(context, scanned);
  const numbered = await resolveNumber(context, text);
  if (numbered) return numbered;
  const shown = foldCodeText(text);
  if (isLikeCode(text)) return { outcome: 'misread', ...SCAN_SENTENCES.misread, text: shown };
  const symbology = productSymbologyOf(text);
  if (symbology) return { outcome: 'product_code', ...SCAN_SENTENCES.product_code, text: shown, symbology };
  return { outcome: 'nothing', ...SCAN_SENTENCES.nothing, text: shown };
}

async function resolveCode(context: QueryContext, scanned: WholeCode): Promise<ScanAnswer> {
  const { code, kind, labelVersion } = scanned;
  const row = await findCode(context.reader, code);
  if (!row) return resolveUnknownCode(context, scanned);
  if (row.subjectId !== null) {
    const thing = await describeThing(context, kind, row.subjectId);
    if (thing) return answerThing(context, thing, { by: 'code', row, labelVersion });
  }
  if (row.courtId !== context.actor.courtId) return resolveForeignCode(context, scanned);
  if (row.subjectId !== null) return { outcome: 'not_yours', ...SCAN_SENTENCES.not_yours, code, kind };
  return resolveBlankCode(context, scanned, row);
}

async function resolveBlankCode(
  { reader, actor }: QueryContext,
  { code, kind }: WholeCode,
  row: CodeRow,
): Promise<ScanAnswer> {
  const worksWithLabels = mayUse(actor, 'label.read');
  if (row.voidedAt !== null) {
    const reason = worksWithLabels ? row.voidReason : null;
    const since = shanghaiInstant(row.voidedAt);
    return { outcome: 'void', ...SCAN_SENTENCES.void, code, kind, since, reason };
  }
  const mayBind = decidePermission(actor, 'label.bind', { courtId: row.courtId }, 'write').allowed;
  const batch =
    worksWithLabels && row.batchId !== null ? await findBatch(reader, row.courtId, row.batchId) : undefined;
  return {
    outcome: 'blank_label',
    ...SCAN_SENTENCES[mayBind ? 'blank_label' : 'blank_label_of_others'],
    code,
    kind,
    state: codeStateOf(row) === 'printed' ? 'printed' : 'issued',
    batch: batch ? { id: batch.id, note: batch.note, createdAt: shanghaiInstant(batch.createdAt) } : null,
    mayBind,
  };
}

/** A code that no court in reach has issued: that of a person of another court who acts here, or somebody else's. */
async function resolveUnknownCode(context: QueryContext, scanned: WholeCode): Promise<ScanAnswer> {
  const { code, kind, labelVersion } = scanned;
  const [numbered] = await listNumbered(context, kind, code);
  const thing = numbered ? await describeThing(context, kind, numbered.id) : null;
  if (thing) return answerThing(context, thing, { by: 'code', row: undefined, labelVersion });
  return resolveForeignCode(context, scanned);
}

async function resolveForeignCode(
  { reader, actor }: QueryContext,
  { code, kind }: WholeCode,
): Promise<ScanAnswer> {
  const court = await findCourtOfDivision(reader, code.slice(1, 7));
  if (court === undefined || court.id === actor.courtId)
    return { outcome: 'never_issued', ...SCAN_SENTENCES.never_issued, code, kind };
  return { outcome: 'other_court', ...SCAN_SENTENCES.other_court, code, kind, courtName: court.name };
}

async function resolveNumber(context: QueryContext, text: string): Promise<ScanAnswer | undefined> {
  const found: { thing: ScannedThing; by: NumberedThing['by'] }[] = [];
  let hasMore = false;
  for (const { kind } of listCodeSubjects()) {
    for (const { id, by } of await listNumbered(context, kind, text)) {
      hasMore = found.length === THINGS_MAX;
      const thing = hasMore ? null : await describeThing(context, kind, id);
      if (thing) found.push({ thing, by });
    }
  }
  const [first, ...others] = found;
  if (first === undefined) return undefined;
  if (others.length === 0)
    return answerThing(context, first.thing, { by: first.by, row: undefined, labelVersion: null });
  const things = found.map(({ thing }) => thing);
  return { outcome: 'several', ...SCAN_SENTENCES.several, text: foldCodeText(text), things, hasMore };
}
