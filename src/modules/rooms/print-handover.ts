import { formatWallClockMinute } from '../../platform/spreadsheets/wall-clock.ts';
import { writeTablePdf } from '../../platform/pdf/write-table-pdf.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import type { Download } from '../../platform/served-endpoint.ts';
import type { TableColumn } from '../../platform/spreadsheets/table-column.ts';
import { findCourtName } from './court-name.sql.ts';
import { readHandoverDetails, signerOf, type HandoverDetails } from './describe-handover.ts';
import { HANDOVER_CAUSES, signingRolesOf } from './handover.rules.ts';
import { MATTERS } from './handover-matters.ts';
import { findHandover, type HandoverRow } from './handover.sql.ts';
import { refuseHandover } from './handover-refusals.ts';
import { LINE_RESULT_WORDS, MATTER_OUTCOME_WORDS, SIGNER_WORDS } from './handover-words.ts';

const TITLE = '涉案财物保管交接书（稿）';
const STATES = { counting: '清点中', signing: '待签字', completed: '已完成', cancelled: '已取消' } as const;

interface PaperRow {
  readonly part: string;
  readonly code: string | null;
  readonly title: string;
  readonly detail: string | null;
  readonly place: string | null;
  readonly result: string;
  readonly note: string | null;
}

const text = (key: string, title: string, value: (row: PaperRow) => string | null) =>
  ({ key, title, kind: 'text', value }) as const;
const COLUMNS: readonly TableColumn<PaperRow>[] = [
  text('part', '类别', (row) => row.part),
  text('code', '编码', (row) => row.code),
  text('title', '名称', (row) => row.title),
  text('detail', '内容', (row) => row.detail),
  text('place', '位置', (row) => row.place),
  text('result', '结论', (row) => row.result),
  text('note', '说明', (row) => row.note),
];

function rowsOf({ lines, matters }: HandoverDetails): PaperRow[] {
  return [
    ...lines.map(({ code, title, detail, placePath, result, explanation }) => ({
      part: '库内物品',
      code,
      title,
      detail,
      place: placePath,
      result: LINE_RESULT_WORDS[result],
      note: explanation,
    })),
    ...matters.map(({ kind, title, detail, outcome, note, clearedNote }) => ({
      part: MATTERS[kind].zh,
      code: null,
      title,
      detail,
      place: null,
      result: outcome === null ? '未明确' : MATTER_OUTCOME_WORDS[outcome],
      note: [note, clearedNote && `已了结：${clearedNote}`].filter(Boolean).join('；') || null,
    })),
  ];
}

function headOf(row: HandoverRow, { lines }: HandoverDetails): string[] {
  const parties = signingRolesOf(row.form).map(
    (role) => `${SIGNER_WORDS[role]}：${signerOf(row, role).name}`,
  );
  const found = lines.filter(({ result }) => result === 'found').length;
  const switched = row.completedAt;
  return [
    `库房：${row.roomPath}　事由：${HANDOVER_CAUSES[row.cause].zh}${row.form === 'emergency' ? '（移交人未到场）' : ''}`,
    `${parties.join('　')}　清点负责人：${row.leadName}　依据：${row.document}`,
    `应点 ${lines.filter(({ result }) => result !== 'surplus').length} 件，相符 ${found} 件；冻结时间：${formatWallClockMinute(row.frozenAt)}` +
      (switched === null ? '' : `　责任转移时间：${formatWallClockMinute(switched)}`),
    ...(row.cancelReason === null ? [] : [`取消原因：${row.cancelReason}`]),
  ];
}

function signedText({ signatures }: HandoverDetails): string[] {
  return signatures.map(
    ({ role, personName, signedAt }) =>
      `${SIGNER_WORDS[role]} ${personName} 已于 ${formatWallClockMinute(signedAt)} 以确认码签字`,
  );
}

/**
 * The draft of the 交接书, to read before it is signed: parties, everything counted, open matters and who answers for
 * them. Refusal: HANDOVER_NOT_FOUND.
 */
export async function printHandover(context: QueryContext, input: { handoverId: string }): Promise<Download> {
  const { reader, actor, now } = context;
  const row = await findHandover(reader, actor.readableCourtIds, input.handoverId);
  if (!row) throw refuseHandover('HANDOVER_NOT_FOUND');
  const details = await readHandoverDetails(reader, row);
  return {
    fileName: `${TITLE} ${row.id.slice(0, 8)}.pdf`,
    contentType: 'application/pdf',
    inline: true,
    body: writeTablePdf({
      title: TITLE,
      organisation: await findCourtName(reader, row.courtId),
      subtitles: [STATES[row.state], ...headOf(row, details), ...signedText(details)],
      columns: COLUMNS,
      rows: rowsOf(details),
      totals: [],
      printedBy: actor.personName,
      printedAt: now,
      signatures: signingRolesOf(row.form).map((role) => SIGNER_WORDS[role]),
      language: 'zh',
    }),
  };
}
