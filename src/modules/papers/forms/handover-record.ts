/** 交接书: a room goes from one custodian to another, with all that was counted and all that was left open. Pure. */
import { HANDOVER_CAUSES } from '../../rooms/handover.rules.ts';
import type { HandoverAnswer } from '../../rooms/handovers.contract.ts';
import { MATTERS } from '../../rooms/handover-matters.ts';
import { LINE_RESULT_WORDS, MATTER_OUTCOME_WORDS, SIGNER_WORDS } from '../../rooms/handover-words.ts';
import type { PaperPart } from '../paper-content.ts';
import { instantSaid } from './entry-words.ts';
import { contentSaid, countedSaid, placeInRoom, signedPlaces } from './handover-parts.ts';
import * as piece from './paper-parts.ts';

const { fact, facts, words, short, code, table, signatures } = piece;

const instantOr = (instant: string | null): string => (instant === null ? '' : instantSaid(instant));

function headOf(handover: HandoverAnswer, texts: piece.Texts): PaperPart {
  const { cause, form, leader, cancelReason } = handover;
  const absent = form === 'emergency' ? '（移交人未到场）' : '';
  return facts(
    [fact('库房', handover.roomPath), fact('交接事由', `${HANDOVER_CAUSES[cause].zh}${absent}`)],
    [fact('移交人', handover.outgoing.name), fact('接收人', handover.incoming.name)],
    [fact('监交人', handover.supervisor.name), fact('清点负责人', handover.lead.name)],
    ...(leader === null ? [] : [[fact('开库领导', leader.name)]]),
    [fact('依据', handover.document), fact('冻结时间', instantSaid(handover.frozenAt))],
    [fact('清点完毕', instantOr(handover.countedAt)), fact('责任转移', instantOr(handover.completedAt))],
    [fact('清点结果', countedSaid(handover))],
    ...(cancelReason === null ? [] : [[fact('取消原因', cancelReason)]]),
    ...piece.noteFacts(texts),
  );
}

function thingsOf(handover: HandoverAnswer): PaperPart {
  return table(
    [
      ...[short('序号'), words('库位'), code('编号'), words('名称'), words('内容'), short('结论')],
      ...[words('说明'), short('核对人')],
    ],
    handover.lines.map((line, index) => [
      ...[String(index + 1), placeInRoom(handover, line), line.code ?? '', line.title, contentSaid(line)],
      ...[LINE_RESULT_WORDS[line.result], line.explanation ?? '', line.checkedByName ?? ''],
    ]),
    { heading: '一、库内物品' },
  );
}

function mattersOf({ matters }: HandoverAnswer): PaperPart {
  return table(
    [short('序号'), short('类别'), words('事项'), words('内容'), short('由谁负责'), words('说明')],
    matters.map((matter, index) => {
      const { kind, title, condition, outcome, note, clearedNote } = matter;
      const name = condition === null ? title : `${title}（${condition.zh}）`;
      return [
        ...[String(index + 1), MATTERS[kind].zh, name, contentSaid(matter)],
        outcome === null ? '' : MATTER_OUTCOME_WORDS[outcome],
        [note ?? '', clearedNote === null ? '' : `已了结：${clearedNote}`]
          .filter((part) => part !== '')
          .join('；'),
      ];
    }),
    { heading: '二、未结事项' },
  );
}

/** As the incoming custodian said when they signed; before that it is written by hand. */
function locksSaid({ signatures }: HandoverAnswer): string {
  return signatures.find(({ role }) => role === 'incoming')?.note ?? '＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿';
}

/** 行政事业性国有资产管理条例 15: whoever leaves hands over; what stays open stays on the outgoing custodian's name. */
export function composeHandoverRecord(handover: HandoverAnswer, texts: piece.Texts): PaperPart[] {
  return [
    headOf(handover, texts),
    thingsOf(handover),
    mattersOf(handover),
    ...piece.paragraphs(
      '',
      '上列物品及事项经逐件清点、逐项明确，各方核对无误。自责任转移时间起，本库房由接收人保管并负责；列明由移交人负责的差异和事项，责任不因交接转移。',
      `门锁、钥匙、密码及门禁权限更换情况：${locksSaid(handover)}`,
    ),
    signatures(...signedPlaces(handover, SIGNER_WORDS)),
    ...piece.paragraphs('', '本书一式三份：移交人、接收人各执一份，保管部门存档一份。'),
  ];
}
