/** Notices and records in running text: differences, unsealing, claims. Pure. */
import type { PaperPart } from '../paper-content.ts';
import { detailOf, distinct, instantSaid, quantitySaid, whenSaid } from './entry-words.ts';
import type { EventGrounds, EventLine } from './event-grounds.ts';
import * as piece from './paper-parts.ts';

const { fact, facts, words, short, code, figure, table, place, signatures, byActor, bySecond } = piece;

/** 刑诉法解释 219: what is missing is put right by the procuratorate within three days of the notice. */
export function composeDifference({ source, lines, intake, texts }: EventGrounds): PaperPart[] {
  const first = lines[0]?.entry;
  const unit = intake?.delivererUnit ?? first?.counterparty ?? source.procuratorate ?? '';
  const list = intake?.listNumber ?? distinct(lines.map(({ item }) => item.listNumber));
  return [
    facts(
      ...piece.caseFacts(source),
      [fact('移送单位', unit), fact('原清单号', list)],
      [fact('查验时间', first === undefined ? '' : whenSaid(first))],
      ...piece.noteFacts(texts),
    ),
    piece.letter(
      unit,
      `你单位移送的上列案件涉案财物，经当场清点查验，下列 ${lines.length} 件与清单不符，已按实际查验情况登记，暂列差异待补正。`,
    ),
    table(
      [
        ...[short('序号'), code('物品编号'), words('名称'), short('清单行'), figure('清单数量')],
        ...[figure('实点数量'), short('单位'), words('差异情况')],
      ],
      lines.map(({ entry, item }, index) => [
        ...[String(index + 1), piece.codeSaid(item.code), item.name, item.listLine ?? ''],
        quantitySaid(detailOf(entry, 'listedQuantity') || item.listedQuantity, item.unitBefore),
        ...[
          quantitySaid(entry.quantity, entry.unit),
          piece.unitSaid(entry.unit),
          detailOf(entry, 'difference'),
        ],
      ]),
    ),
    ...piece.paragraphs(
      '',
      texts.demand ??
        '请于收到本通知之日起三日内补送材料、重新出具清单，或者出具加盖公章的情况说明（《最高人民法院关于适用〈中华人民共和国刑事诉讼法〉的解释》第二百一十九条）。',
    ),
    signatures(
      place('移交人（签收）', intake?.deliverer ?? ''),
      byActor('保管员', first),
      bySecond('复核人', first),
    ),
  ];
}

/** Who approved, in their order; whoever nobody recorded signs by hand. */
function approvers(approvals: EventGrounds['approvals']): ReturnType<typeof place>[] {
  const approved = approvals.flatMap(({ decisions }) => decisions.filter(({ kind }) => kind === 'approve'));
  return approved.length === 0 ? [place('批准人')] : piece.approvedPlaces(approved);
}

/** What was counted first takes the place of what the older register says, by those who approved it. */
export function composeBaseline({ source, lines, approvals, texts }: EventGrounds): PaperPart[] {
  const entries = lines.map(({ entry }) => entry);
  const [first] = entries;
  return [
    facts(...piece.caseFacts(source), ...piece.eventFacts(entries, '认定时间'), ...piece.noteFacts(texts)),
    ...piece.paragraphs(
      '',
      `下列 ${lines.length} 件物品由旧台账转入，首次清点的数量与旧台账记载不符。经两人清点、拍照，并按审批规则批准，以实点数量为账面基准。旧台账的记载、清点差异与本认定各自记账，均不删改。`,
    ),
    table(
      [
        ...[short('序号'), words('物品编号'), words('名称及特征'), figure('旧台账数'), figure('实点数')],
        ...[figure('增减'), short('单位'), words('差异原因'), short('清点时间'), words('审批单号')],
      ],
      lines.map(({ entry, item }, index) => [
        ...[String(index + 1), piece.codeSaid(item.code), piece.namedItem(item)],
        ...['booked', 'counted'].map((key) => quantitySaid(detailOf(entry, key), entry.unit)),
        `${entry.kind === 'baseline_less' ? '−' : '+'}${quantitySaid(entry.quantity, entry.unit)}`,
        ...[piece.unitSaid(entry.unit), detailOf(entry, 'reason'), instantSaid(detailOf(entry, 'countedAt'))],
        detailOf(entry, 'approvalNumber'),
      ]),
    ),
    signatures(byActor('保管员', first), bySecond('复核人', first), ...approvers(approvals)),
  ];
}

const PICTURES_MAX = 12;

/** The seal that was put on when the item was closed again. */
function nextSeal({ book, line: { entry, item } }: { book: EventGrounds['book']; line: EventLine }): string {
  const resealed = book.find(
    ({ kind, sequence, details }) =>
      kind === 'reseal' && sequence > entry.sequence && details['itemId'] === item.id,
  );
  return detailOf(resealed, 'seal');
}

function photosOf(lines: readonly EventLine[]): PaperPart[] {
  const photos = lines.flatMap(({ item }) =>
    piece
      .shownPhotos(item)
      .slice(-4)
      .map(({ sha256, at }) => ({
        sha256,
        caption: `${item.name}　${at} 上传　SHA-256 ${sha256}`,
      })),
  );
  const pictures = photos.slice(0, PICTURES_MAX);
  return photos.length === 0 ? [] : [{ kind: 'pictures', heading: '照片', pictures }];
}

export function composeUnsealing({ source, lines, book, texts }: EventGrounds): PaperPart[] {
  const entries = lines.map(({ entry }) => entry);
  const [first] = entries;
  const basis = distinct(entries.map((entry) => entry.basis));
  return [
    facts(
      ...piece.caseFacts(source),
      [
        fact('启封时间', first === undefined ? '' : whenSaid(first)),
        fact('批准', distinct(entries.map((entry) => detailOf(entry, 'approvalNumber', 'approvedBy')))),
      ],
      [fact('启封事由', distinct(entries.map((entry) => detailOf(entry, 'reason') || entry.note)))],
      ...(basis === '' ? [] : [[fact('依据文书', basis)]]),
      [
        fact(
          '在场人',
          distinct([detailOf(first, 'present', 'witness', 'attendees'), first?.counterparty ?? '']),
        ),
      ],
      ...piece.noteFacts(texts),
    ),
    table(
      [
        ...[short('序号'), code('物品编号'), words('名称及特征'), figure('数量'), short('单位')],
        ...[words('原封条号'), words('启封前状况'), words('新封条号'), words('地点')],
      ],
      lines.map((line, index) => {
        const { entry, item } = line;
        return [
          ...[String(index + 1), piece.codeSaid(item.code), piece.namedItem(item)],
          ...[
            quantitySaid(entry.quantity, entry.unit),
            piece.unitSaid(entry.unit),
            detailOf(entry, 'sealBefore'),
          ],
          detailOf(entry, 'sealCondition', 'condition'),
          detailOf(entry, 'seal') || nextSeal({ book, line }),
          entry.to.place ?? entry.from.place ?? '',
        ];
      }),
      { byHand: ['启封前状况', '新封条号'] },
    ),
    signatures(
      byActor('启封人', first),
      bySecond('启封人（复核）', first),
      place('在场人', detailOf(first, 'witness')),
    ),
    ...photosOf(lines),
  ];
}

/** 刑诉法解释 445: unclaimed for a year after the notice, it goes into the treasury; who proves a right later gets it back. */
export function composeClaimNotice({ source, lines, texts }: EventGrounds): PaperPart[] {
  const first = lines[0]?.entry;
  const until = instantSaid(detailOf(first, 'expiresOn'));
  const published = detailOf(first, 'medium');
  return [
    facts(
      [fact('案号', source.number), fact('案由', source.cause)],
      [fact('公告日期', first === undefined ? '' : whenSaid(first)), fact('公告期满日', until)],
      [fact('公告载体', published), fact('依据文书', distinct(lines.map(({ entry }) => entry.basis)))],
      ...piece.noteFacts(texts),
    ),
    ...piece.paragraphs(
      '',
      texts.body ??
        `本院在办理上列案件中，下列财物权属不明或者无人认领。请权利人自本公告发布之日起一年内，持有效身份证件和权属证明到本院认领。公告满一年无人认领的，依法上缴国库；上缴后有人认领，经查证属实的，依法办理退库返还（《最高人民法院关于适用〈中华人民共和国刑事诉讼法〉的解释》第四百四十五条）。`,
    ),
    table(
      [short('序号'), code('物品编号'), words('名称及特征'), figure('数量'), short('单位')],
      lines.map(({ entry, item }, index) => [
        ...[String(index + 1), piece.codeSaid(item.code), piece.namedItem(item)],
        ...[quantitySaid(entry.quantity, entry.unit), piece.unitSaid(entry.unit)],
      ]),
    ),
    signatures(byActor('承办人', first), place('审核人'), place('院印')),
  ];
}
