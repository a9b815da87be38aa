import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import { decidePermission } from '../accounts/permissions.ts';
import { findHandoverHead } from '../rooms/read-handovers.ts';
import { describePaper } from './describe-paper.ts';
import { PAPER_FORM_IDS, paperFormOf, type PaperFormId } from './paper-forms.ts';
import { listRoomPaperRows } from './paper.sql.ts';
import type { listHandoverPapersEndpoint } from './room-papers.contract.ts';

const ROOM_FORMS = PAPER_FORM_IDS.filter((id) => paperFormOf(id).source === 'handover');

/** The papers of a handover, form by form. Refusal: HANDOVER_NOT_FOUND. */
export async function listHandoverPapers(
  query: QueryContext,
  { params }: InputOf<typeof listHandoverPapersEndpoint>,
): Promise<ResponseOf<typeof listHandoverPapersEndpoint>> {
  const { reader, actor } = query;
  const { courtId, countedAt, completedAt } = await findHandoverHead(query, params);
  const isReady = (form: PaperFormId) => (form === 'handover_record' ? completedAt : countedAt) !== null;
  const reads = decidePermission(actor, 'paper.read', { courtId }, 'read').allowed;
  const writes = decidePermission(actor, 'paper.issue', { courtId }, 'write').allowed;
  const subjectKey = `handover:${params.handoverId}`;
  const rows = reads ? await listRoomPaperRows(reader, courtId, subjectKey) : [];
  return {
    papers: ROOM_FORMS.map((form) => {
      const made = rows.filter((row) => row.form === form);
      const standing = made.find(({ voidedAt }) => voidedAt === null);
      return {
        form,
        paper: standing === undefined ? null : describePaper(standing),
        mayIssue: standing === undefined && writes && isReady(form),
        replacesId: standing === undefined ? (made[0]?.id ?? null) : null,
      };
    }),
  };
}
