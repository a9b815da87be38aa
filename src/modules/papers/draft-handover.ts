import type { InputOf } from '../../platform/endpoint.ts';
import type { OfficePaper } from '../../platform/pdf/office/office-paper.ts';
import { writeOfficePaper } from '../../platform/pdf/office/write-office-paper.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import type { Download } from '../../platform/served-endpoint.ts';
import { formatWallClockMinute } from '../../platform/spreadsheets/wall-clock.ts';
import { findHandoverHead, readHandover } from '../rooms/read-handovers.ts';
import { composeHandoverRecord } from './forms/handover-record.ts';
import { officePartOf } from './office-part.ts';
import { paperFormOf } from './paper-forms.ts';
import { findCourtName } from './paper-source.sql.ts';
import type { draftHandoverEndpoint } from './room-papers.contract.ts';

const FORM = paperFormOf('handover_record');
const MARKS = { counting: '清点中', signing: '待签字', completed: '已完成', cancelled: '已取消' } as const;

/**
 * The 交接书 to read before it is signed and issued: without a number and a code, marked as a draft on every page.
 * Refusal: HANDOVER_NOT_FOUND.
 */
export async function draftHandover(
  query: QueryContext,
  { params }: InputOf<typeof draftHandoverEndpoint>,
): Promise<Download> {
  const { reader, actor, now } = query;
  const { courtId } = await findHandoverHead(query, params);
  const handover = await readHandover(query, params);
  const paper: OfficePaper = {
    ...{ court: await findCourtName(reader, courtId), title: FORM.zh, number: '' },
    language: 'zh',
    ...{ orientation: FORM.orientation, code: null, marks: ['稿', MARKS[handover.state]] },
    parts: composeHandoverRecord(handover, {}).map(officePartOf),
    footLeft: `${actor.personName} ${formatWallClockMinute(now)} 打印`,
    ...{ footRight: '本稿不作为交接依据', createdAt: now },
  };
  return {
    fileName: `${FORM.zh}（稿） ${handover.id.slice(0, 8)}.pdf`,
    contentType: 'application/pdf',
    inline: true,
    body: writeOfficePaper(paper, new Map()),
  };
}
