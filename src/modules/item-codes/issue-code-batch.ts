import type { InputOf } from '../../platform/endpoint.ts';
import { newId } from '../../platform/ids.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { insertBatch } from './code-batch.sql.ts';
import type { CodeBatch, issueCodeBatchEndpoint } from './code-batches.contract.ts';
import { describeBatch } from './describe-batch.ts';
import { insertItemCodes } from './item-code.sql.ts';
import { takeCodes } from './issue-item-codes.ts';

/** Issues codes in a row for labels whose things are not known yet. */
export async function issueCodeBatch(
  command: CommandContext,
  input: InputOf<typeof issueCodeBatchEndpoint>['body'],
): Promise<CodeBatch> {
  const { trx, actor, now } = command;
  const { courtId } = actor;
  const codes = await takeCodes(command, { courtId, kind: input.kind, count: input.count });
  const batch = {
    courtId,
    id: newId(now.getTime()),
    kind: input.kind,
    codeCount: codes.length,
    firstCode: codes[0] ?? '',
    lastCode: codes.at(-1) ?? '',
    note: input.note,
    createdByName: actor.personName,
    createdAt: now,
  };
  await insertBatch(trx, { ...batch, createdBy: actor.personId });
  const rows = codes.map((code) => ({ code, subjectId: null }));
  await insertItemCodes(trx, courtId, now, rows, batch.id);
  command.audit({
    subjectKind: 'code_batch',
    subjectId: batch.id,
    subjectLabel: `${batch.firstCode} – ${batch.lastCode}`,
    after: { kind: batch.kind, codeCount: batch.codeCount, note: batch.note },
  });
  return describeBatch(actor, { ...batch, issued: codes.length, printed: 0, bound: 0, void: 0 });
}
