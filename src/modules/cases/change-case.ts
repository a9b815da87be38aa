import { refuse } from '../../platform/errors.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { withVersion, type Versioned } from '../../platform/served-endpoint.ts';
import type { Permission } from '../accounts/permissions.ts';
import { reachesCase } from './case-access.ts';
import type { CaseAnswer } from './case-fields.ts';
import { refuseCase } from './case-refusals.ts';
import type { CaseRow } from './case-row.sql.ts';
import { findCaseRow, lockCaseRow } from './case.sql.ts';
import { describeCase, nameShapeFor } from './describe-case.ts';
import { isSensitive, maskCause, nameShapeOf, NO_CLEARANCE } from './mask-names.ts';

export interface ChangeCaseInput {
  readonly caseId: string;
  /** The version that the person saw. */
  readonly expectedVersion: number;
}

/** The case of the acting court, held. Refusals: CASE_NOT_FOUND, CASE_NOT_YOURS, VERSION_STALE. */
export async function lockCaseToChange(
  command: CommandContext,
  { caseId, expectedVersion }: ChangeCaseInput,
  permission: Permission = 'case.write',
): Promise<CaseRow> {
  const row = await lockCaseRow(command.trx, command.actor.courtId, caseId);
  if (!row || !reachesCase(command.actor, 'case.read', row, 'read')) throw refuseCase('CASE_NOT_FOUND');
  if (!reachesCase(command.actor, permission, row, 'write')) throw refuseCase('CASE_NOT_YOURS');
  if (row.version !== expectedVersion) throw refuse('VERSION_STALE');
  return row;
}

/** The same for a change of names or of the cause. Refusal besides: CASE_NAMES_HIDDEN. */
export async function lockCaseToRename(command: CommandContext, input: ChangeCaseInput): Promise<CaseRow> {
  const row = await lockCaseToChange(command, input);
  if (nameShapeFor(command.actor, row) !== 'plain') throw refuseCase('CASE_NAMES_HIDDEN');
  return row;
}

/** How the audit trail calls the case: its readers have no clearance. */
export function auditLabelOf(row: Pick<CaseRow, 'number' | 'cause' | 'secrecy' | 'involvesMinors'>): string {
  return `${row.number} ${maskCause(row.cause, nameShapeOf(row, NO_CLEARANCE))}`;
}

/** What a change says about names in the audit trail: nothing, where any reader would see them masked. */
export function auditedName(row: Pick<CaseRow, 'secrecy' | 'involvesMinors'>, name: string): string {
  return isSensitive(row) ? '＊＊＊' : name;
}

/** Records what became of the case and answers it as it is now. */
export async function finishCaseChange(
  command: CommandContext,
  caseId: string,
  change: { readonly before?: unknown; readonly after?: unknown; readonly detail?: Record<string, unknown> },
): Promise<Versioned<CaseAnswer>> {
  const { trx, actor } = command;
  const row = await findCaseRow(trx, [actor.courtId], caseId);
  if (!row) throw refuseCase('CASE_NOT_FOUND');
  command.audit({ subjectKind: 'case', subjectId: caseId, subjectLabel: auditLabelOf(row), ...change });
  return withVersion(row.version, await describeCase({ reader: trx, actor }, row));
}
