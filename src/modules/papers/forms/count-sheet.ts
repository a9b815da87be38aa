/** 盘点表: the full count at a handover, line by line. Pure. */
import type { PaperPart } from '../paper-content.ts';
import type { HandoverAnswer } from '../../rooms/handovers.contract.ts';
import { instantSaid } from './entry-words.ts';
import { contentSaid, countedSaid, placeInRoom, signedPlaces } from './handover-parts.ts';
import * as piece from './paper-parts.ts';

const { fact, facts, words, short, code, table, place, signatures } = piece;

const RESULTS = {
  pending: { book: '1', counted: '', conclusion: '未核对' },
  found: { book: '1', counted: '1', conclusion: '相符' },
  explained: { book: '1', counted: '0', conclusion: '未见，已说明' },
  surplus: { book: '0', counted: '1', conclusion: '清单外' },
} as const;
const ROLES = { outgoing: '移交人', incoming: '接收人', supervisor: '监盘人', leader: '开库领导' } as const;

/** Two count; the second is whoever checked most of the lines besides the lead, or signs by hand. */
function secondCounter({ lines, lead }: HandoverAnswer): string {
  const others = lines.map(({ checkedByName }) => checkedByName ?? '').filter((name) => name !== lead.name);
  const counts = new Map<string, number>();
  for (const name of others) if (name !== '') counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([, left], [, right]) => right - left)[0]?.[0] ?? '';
}

const signed = (difference: number) => (difference > 0 ? `+${difference}` : String(difference));

export function composeCountSheet(handover: HandoverAnswer, texts: piece.Texts): PaperPart[] {
  const { lines } = handover;
  return [
    facts(
      [fact('库房', handover.roomPath), fact('依据', handover.document)],
      [
        fact('冻结时间', instantSaid(handover.frozenAt)),
        fact('清点完毕', handover.countedAt === null ? '' : instantSaid(handover.countedAt)),
      ],
      [fact('清点负责人', handover.lead.name), fact('清点结果', countedSaid(handover))],
      ...piece.noteFacts(texts),
    ),
    table(
      [
        ...[short('序号'), words('库位'), code('编号'), words('名称'), words('内容'), short('账面')],
        ...[short('实盘'), short('差异'), words('封条'), short('标签'), words('结论'), words('核对人')],
      ],
      lines.map((line, index) => {
        const result = RESULTS[line.result];
        const difference = result.counted === '' ? '' : Number(result.counted) - Number(result.book);
        const content = contentSaid(line, { seal: false });
        return [
          ...[String(index + 1), placeInRoom(handover, line), line.code ?? '', line.title, content],
          ...[result.book, result.counted, difference === '' ? '' : signed(difference)],
          line.particulars?.sealNumber ?? '',
          line.result === 'found' && line.code !== null ? '已扫' : '',
          [result.conclusion, line.explanation].filter((part) => part !== null).join('：'),
          line.checkedByName ?? '',
        ];
      }),
    ),
    signatures(
      place('盘点人', handover.lead.name),
      place('盘点人', secondCounter(handover)),
      ...signedPlaces(handover, ROLES),
    ),
  ];
}
