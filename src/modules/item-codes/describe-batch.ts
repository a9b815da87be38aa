import { shanghaiInstant } from '../../platform/clock.ts';
import type { Actor } from '../../platform/actor.ts';
import { decidePermission, type Permission } from '../accounts/permissions.ts';
import type { CountedBatchRow } from './code-batch.sql.ts';
import type { CodeBatch } from './code-batches.contract.ts';

/** A batch as the wire shows it, with what this person may do as it stands. */
export function describeBatch(actor: Actor, row: CountedBatchRow): CodeBatch {
  const { courtId, createdAt, issued, printed, bound, void: voided, ...batch } = row;
  const may = (permission: Permission) => decidePermission(actor, permission, { courtId }, 'write').allowed;
  const isOpen = issued + printed > 0;
  return {
    ...batch,
    createdAt: shanghaiInstant(createdAt),
    counts: { issued, printed, bound, void: voided },
    availableActions: [
      ...(isOpen && may('label.print') ? (['print', 'download'] as const) : []),
      ...(isOpen && may('label.bind') ? (['bind', 'void'] as const) : []),
    ],
  };
}
