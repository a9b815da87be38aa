import type { CommandContext } from '../../platform/run-command.ts';
import { reachesCase } from './case-access.ts';
import type { CaseSummary } from './case-fields.ts';
import { listCaseIdsByNumberHash } from './case-party.sql.ts';
import { listCaseRowsById } from './case.sql.ts';
import { describeCases, nameShapeFor } from './describe-case.ts';
import { foldDocumentNumber, maskDocumentNumber } from './document-number.ts';
import { partyNumberHashes } from './seal-party-number.ts';

/**
 * The cases in which somebody has this number, as far as the person may read them and their names: a case whose names
 * are masked is not found by the number of one of them. Who asked, and the number masked, stand in the audit trail.
 */
export async function findCasesByDocument(
  command: CommandContext,
  { documentNumber }: { readonly documentNumber: string },
): Promise<{ items: CaseSummary[] }> {
  const { trx, actor } = command;
  const { courtId } = actor;
  const ids = await listCaseIdsByNumberHash(trx, courtId, partyNumberHashes(courtId, documentNumber));
  const rows = (await listCaseRowsById(trx, courtId, ids)).filter(
    (row) => reachesCase(actor, 'case.read', row, 'read') && nameShapeFor(actor, row) === 'plain',
  );
  const numberMasked = maskDocumentNumber(foldDocumentNumber(documentNumber));
  command.audit({ subjectKind: 'case', subjectId: null, detail: { numberMasked, found: rows.length } });
  const latestFirst = rows.toSorted((one, other) => other.acceptedOn.localeCompare(one.acceptedOn));
  return { items: await describeCases({ reader: trx, actor }, latestFirst) };
}
