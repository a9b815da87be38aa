/** Papers of the ways in which property leaves for good: returned, destroyed, handed over, paid in or sold. Pure. */
import { formatFen } from '../../../platform/spreadsheets/money.ts';
import { formatWallClockMinute } from '../../../platform/spreadsheets/wall-clock.ts';
import type { ChainedEntry } from '../../ledger/entry.ts';
import type { PaperPart } from '../paper-content.ts';
import type { ItemSource } from '../paper-source.sql.ts';
import { formatMinorUnits } from '../../seized-items/item-quantity.ts';
import { detailOf, distinct, instantSaid, kindSaid, quantitySaid, signatureOf } from './entry-words.ts';
import type { EventGrounds, EventLine } from './event-grounds.ts';
import * as piece from './paper-parts.ts';

const { fact, facts, words, short, code, figure, table, place, signatures, byActor, bySecond } = piece;

const entriesOf = (lines: readonly EventLine[]) => lines.map(({ entry }) => entry);
const recorded = (entry: ChainedEntry | undefined) =>
  entry === undefined ? '' : formatWallClockMinute(new Date(entry.recordedAtMs));

/** By the first eight digits of their checksums, which the item's page shows in full. */
function photoNumbers({ photos }: ItemSource): string {
  return photos.map(({ sha256 }) => sha256.slice(0, 8)).join('、');
}

/** Those of the day from before it began, and those from after it ended. */
function destructionPhotos(entry: ChainedEntry, item: ItemSource): [string, string] {
  const [from, to] = [instantSaid(detailOf(entry, 'startedAt')), instantSaid(detailOf(entry, 'endedAt'))];
  const day = from.slice(0, 10);
  const before = item.photos.filter(({ at }) => at.slice(0, 10) === day && at <= from);
  const after = item.photos.filter(({ at }) => at >= to);
  return [photoNumbers({ ...item, photos: before }), photoNumbers({ ...item, photos: after })];
}

function counted(entry: ChainedEntry): [string, string] {
  return [quantitySaid(entry.quantity, entry.unit), piece.unitSaid(entry.unit)];
}

export function composeReturn({ source, lines, texts }: EventGrounds): PaperPart[] {
  const entries = entriesOf(lines);
  const [first] = entries;
  const taker = detailOf(first, 'counterpartyName') || (first?.counterparty ?? '');
  const sha256 = signatureOf(first, 'takerSignatureSha256');
  const officer = signatureOf(first, 'officerSignatureSha256');
  return [
    facts(
      ...piece.caseFacts(source),
      [fact('领取人', taker), fact('领取人证件', detailOf(first, 'takerDocument'))],
      [fact('与权利人关系', detailOf(first, 'relation')), fact('权属或委托证明', detailOf(first, 'proof'))],
      ...piece.eventFacts(entries, '领取时间'),
      ...piece.noteFacts(texts),
    ),
    table(
      [
        ...[short('序号'), code('物品编号'), words('名称及特征'), figure('数量'), short('单位')],
        ...[words('状况'), words('封条号'), words('依据'), words('照片号')],
      ],
      lines.map(({ entry, item }, index) => [
        ...[String(index + 1), piece.codeSaid(item.code), piece.namedItem(item), ...counted(entry)],
        ...[detailOf(entry, 'condition'), detailOf(entry, 'sealBefore', 'seal')],
        ...[detailOf(entry, 'judgment') || (entry.basis ?? ''), photoNumbers(item)],
      ]),
      { byHand: ['状况'] },
    ),
    signatures(
      place('领取人', taker, sha256 === null ? '' : recorded(first), sha256),
      officer === null
        ? byActor('经办人', first)
        : place('经办人', first?.actorName ?? '', recorded(first), officer),
      bySecond('经办人（复核）', first),
      place('承办人', source.handler),
    ),
  ];
}

export function composeDestruction({ source, lines, texts }: EventGrounds): PaperPart[] {
  const entries = entriesOf(lines);
  const [first] = entries;
  const supervisor = detailOf(first, 'supervisor');
  return [
    facts(
      ...piece.caseFacts(source),
      [fact('销毁方式', detailOf(first, 'method')), fact('销毁地点', detailOf(first, 'place'))],
      [
        fact('开始时间', instantSaid(detailOf(first, 'startedAt'))),
        fact('结束时间', instantSaid(detailOf(first, 'endedAt'))),
      ],
      [fact('录像编号', detailOf(first, 'video')), fact('残余处理', detailOf(first, 'residue'))],
      ...piece.eventFacts(entries, '登记的业务时间'),
      ...piece.noteFacts(texts),
    ),
    table(
      [
        ...[short('序号'), code('物品编号'), words('名称及特征'), figure('数量'), short('单位')],
        ...[words('封条号'), words('依据'), words('销毁前照片号'), words('销毁后照片号')],
      ],
      lines.map(({ entry, item }, index) => [
        ...[String(index + 1), piece.codeSaid(item.code), piece.namedItem(item), ...counted(entry)],
        ...[detailOf(entry, 'sealBefore', 'seal'), detailOf(entry, 'judgment') || (entry.basis ?? '')],
        ...destructionPhotos(entry, item),
      ]),
    ),
    signatures(
      byActor('执行人', first),
      bySecond('执行人', first),
      place('监督人', supervisor, supervisor === '' ? '' : `${recorded(first)} 确认码确认`),
      place('见证人', detailOf(first, 'counterpartyName')),
    ),
  ];
}

export function composeHandover({ source, lines, intake, texts }: EventGrounds): PaperPart[] {
  const entries = entriesOf(lines);
  const [first] = entries;
  const named = detailOf(first, 'receiver', 'takerUnit') || (first?.counterparty ?? first?.to.holder ?? '');
  // What differs goes back to where it came from; of whom nothing is said, that is who prosecutes.
  const sender = first?.kind === 'reject_difference' ? (source.procuratorate ?? '') : '';
  const organ = named || (intake?.delivererUnit ?? sender);
  const receiver = detailOf(first, 'takerName', 'counterpartyName');
  const sha256 = signatureOf(first, 'takerSignatureSha256');
  const attachments = distinct(entries.map((entry) => detailOf(entry, 'listNumber', 'attachment')));
  return [
    facts(
      ...piece.caseFacts(source),
      [fact('接收机关', organ), fact('移交事由', distinct(entries.map(kindSaid)))],
      [fact('接收人', receiver), fact('接收人证件', detailOf(first, 'takerDocument', 'proof'))],
      ...piece.eventFacts(entries, '移交时间'),
      [fact('附件', attachments)],
      ...piece.noteFacts(texts),
    ),
    table(
      [
        ...[short('序号'), code('物品编号'), words('名称及特征'), figure('数量'), short('单位')],
        ...[words('封条号'), words('状况'), words('备注')],
      ],
      lines.map(({ entry, item }, index) => [
        ...[String(index + 1), piece.codeSaid(item.code), piece.namedItem(item), ...counted(entry)],
        ...[detailOf(entry, 'seal', 'sealBefore'), detailOf(entry, 'condition'), kindSaid(entry)],
      ]),
      { byHand: ['状况'] },
    ),
    signatures(
      place('接收人', receiver, sha256 === null ? '' : recorded(first), sha256),
      byActor('移交人', first),
      bySecond('移交人（复核）', first),
    ),
    ...piece.paragraphs('回执', '今收到上列财物，经当场核对，名称、数量、封条与清单一致。'),
    signatures(place('接收机关（盖章）'), place('接收人')),
  ];
}

function moneySaid(entry: ChainedEntry, ...paths: readonly string[]): string {
  const text = detailOf(entry, ...paths);
  return /^-?\d+$/.test(text) ? formatFen(Number(text)) : text;
}

/** `12,345.67` of yuan; of another currency with its name. */
function amountSaid(minor: number, currency: string): string {
  const amount = formatMinorUnits(minor, currency);
  return currency === 'CNY' ? amount : `${amount} ${piece.unitSaid(currency)}`;
}

/** What was paid for the line, by its slip or, of money, by the entry itself. */
function paidOf({ entry }: EventLine): { currency: string; minor: number } | null {
  const text = detailOf(entry, 'amountFen');
  if (/^\d+$/.test(text)) return { currency: 'CNY', minor: Number(text) };
  return entry.amountFen > 0 ? { currency: entry.currency, minor: entry.amountFen } : null;
}

function totalRows(lines: readonly EventLine[], columnCount: number, at: number): string[][] {
  const totals = new Map<string, number>();
  const paid = lines.map(paidOf).filter((one) => one !== null);
  for (const { currency, minor } of paid) totals.set(currency, (totals.get(currency) ?? 0) + minor);
  if (paid.length < 2) return [];
  return [...totals].map(([currency, minor]) =>
    Array.from({ length: columnCount }, (_, column) =>
      column === 2 ? '合计' : column === at ? amountSaid(minor, currency) : '',
    ),
  );
}

export function composeTreasury({ source, lines, texts }: EventGrounds): PaperPart[] {
  const entries = entriesOf(lines);
  const [first] = entries;
  const columns = [
    ...[short('序号'), code('物品编号'), words('名称'), figure('数量'), short('单位'), words('办理方式')],
    ...[words('评估号'), figure('评估价（元）'), figure('成交价或金额（元）')],
    ...[words('缴款书号'), words('缴款日期')],
  ];
  const rows = lines.map((line, index) => {
    const { entry, item } = line;
    const paid = paidOf(line);
    return [
      ...[String(index + 1), piece.codeSaid(item.code), item.name, ...counted(entry), kindSaid(entry)],
      detailOf(entry, 'valuationNumber'),
      moneySaid(entry, 'valueFen'),
      paid === null ? '' : amountSaid(paid.minor, paid.currency),
      detailOf(entry, 'paymentSlip', 'slipNumber'),
      detailOf(entry, 'paidOn'),
    ];
  });
  return [
    facts(...piece.caseFacts(source), ...piece.eventFacts(entries), ...piece.noteFacts(texts)),
    piece.summedTable(columns, rows, totalRows(lines, columns.length, 8), ['缴款书号', '缴款日期']),
    signatures(
      byActor('经办人', first),
      bySecond('复核人', first),
      place('财务人员'),
      place('承办人', source.handler),
    ),
  ];
}
