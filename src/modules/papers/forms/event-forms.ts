/** Papers of what happened: each is made from the entries that one command wrote. Pure. */
import type { ChainedEntry } from '../../ledger/entry.ts';
import type { PaperPart } from '../paper-content.ts';
import type { PaperFormId } from '../paper-forms.ts';
import { formatWallClockMinute } from '../../../platform/spreadsheets/wall-clock.ts';
import { composeDestruction, composeHandover, composeReturn, composeTreasury } from './disposition-forms.ts';
import { detailOf, distinct, instantSaid, kindSaid, quantitySaid, signatureOf } from './entry-words.ts';
import type { EventGrounds, EventLine } from './event-grounds.ts';
import { composeBaseline, composeClaimNotice, composeDifference, composeUnsealing } from './notice-forms.ts';
import * as piece from './paper-parts.ts';

const { fact, facts, words, short, code, figure, table, place, signatures, byActor, bySecond } = piece;

const TAKEN_NOT: ReadonlySet<string> = new Set(['refuse_receipt', 'keep_elsewhere']);
const DELIVERER_SIGNATURES = ['delivererSignatureSha256', 'signatureSha256'] as const;
const TAKER_SIGNATURES = ['takerSignature', 'keeperSignature', 'takerSignatureSha256'] as const;

function differenceSaid(entry: ChainedEntry): string {
  const said = detailOf(entry, 'difference');
  return TAKEN_NOT.has(entry.kind) ? distinct([kindSaid(entry), said]) : said;
}

function composeReceipt({ source, lines, intake, texts }: EventGrounds): PaperPart[] {
  const first = lines[0]?.entry;
  const deliverer = intake === null ? (first?.counterparty ?? '') : intake.deliverer;
  const sha256 = signatureOf(first, ...DELIVERER_SIGNATURES) ?? intake?.signatureSha256 ?? null;
  return [
    facts(
      ...piece.caseFacts(source),
      [
        fact('移送单位', intake?.delivererUnit ?? first?.counterparty ?? ''),
        fact('移送人', distinct([deliverer, intake?.delivererDocument ?? ''])),
      ],
      [
        fact('送达时间', intake === null ? '' : formatWallClockMinute(intake.arrivedAt)),
        fact('原清单号', intake?.listNumber ?? distinct(lines.map(({ item }) => item.listNumber))),
      ],
      ...piece.eventFacts(
        lines.map(({ entry }) => entry),
        '入库时间',
      ),
      ...piece.noteFacts(texts),
    ),
    table(
      [
        ...[short('序号'), code('物品编号'), words('名称及特征'), figure('应入数量'), figure('实入数量')],
        ...[short('单位'), short('等级'), words('封条号'), words('库位'), words('差异')],
      ],
      lines.map(({ entry, item }, index) => [
        ...[String(index + 1), piece.codeSaid(item.code), piece.namedItem(item)],
        quantitySaid(detailOf(entry, 'listedQuantity') || item.listedQuantity, item.unitBefore),
        entry.kind === 'refuse_receipt' ? '0' : quantitySaid(entry.quantity, entry.unit),
        ...[piece.unitSaid(entry.unit), piece.gradeSaid(item), detailOf(entry, 'seal')],
        ...[entry.to.place ?? entry.to.holder ?? '', differenceSaid(entry)],
      ]),
    ),
    signatures(
      place(
        '移交人',
        deliverer,
        first && sha256 ? formatWallClockMinute(new Date(first.recordedAtMs)) : '',
        sha256,
      ),
      byActor('保管员', first),
      bySecond('复核人', first),
    ),
  ];
}

/** A keeper that is given something is given it to keep. */
function purposeSaid(entry: ChainedEntry): string {
  return detailOf(entry, 'purpose', 'reason') || (entry.kind === 'to_keeper' ? kindSaid(entry) : '');
}

function composeRelease({ source, lines, texts }: EventGrounds): PaperPart[] {
  const entries = lines.map(({ entry }) => entry);
  const [first] = entries;
  const taker = detailOf(first, 'takerName') || (first?.counterparty ?? first?.to.holder ?? '');
  const sha256 = signatureOf(first, ...TAKER_SIGNATURES);
  return [
    facts(
      ...piece.caseFacts(source),
      [fact('领取人', taker), fact('领取人证件', detailOf(first, 'takerDocument'))],
      [
        fact('领取单位', detailOf(first, 'takerUnit', 'receiver', 'keeper')),
        fact('用途', distinct(entries.map(purposeSaid))),
      ],
      ...piece.eventFacts(entries, '出库时间'),
      ...piece.noteFacts(texts),
    ),
    table(
      [
        ...[short('序号'), code('物品编号'), words('名称及特征'), figure('在库数'), figure('出库数')],
        ...[short('单位'), words('原库位'), words('封条号'), words('出库时状况'), short('应归还时间')],
      ],
      lines.map(({ entry, item }, index) => [
        ...[String(index + 1), piece.codeSaid(item.code), piece.namedItem(item)],
        ...[
          quantitySaid(detailOf(entry, 'onHand'), entry.unit),
          quantitySaid(entry.quantity, entry.unit),
          piece.unitSaid(entry.unit),
        ],
        ...[entry.from.place ?? '', detailOf(entry, 'seal'), detailOf(entry, 'condition')],
        instantSaid(detailOf(entry, 'dueAt')),
      ]),
      { byHand: ['出库时状况'] },
    ),
    signatures(
      place(
        '领取人',
        taker,
        sha256 && first ? formatWallClockMinute(new Date(first.recordedAtMs)) : '',
        sha256,
      ),
      byActor('保管员', first),
      bySecond('复核人', first),
    ),
  ];
}

const LEAVES: ReadonlySet<string> = new Set(['release', 'to_keeper', 'dispatch']);

/** The entry by which the item left, before this one. */
function leavingEntry(book: readonly ChainedEntry[], { entry, item }: EventLine): ChainedEntry | undefined {
  return book
    .filter(({ kind, sequence, details }) => {
      return LEAVES.has(kind) && sequence < entry.sequence && details['itemId'] === item.id;
    })
    .at(-1);
}

function composeReEntry({ source, lines, book, releaseNumbers, texts }: EventGrounds): PaperPart[] {
  const entries = lines.map(({ entry }) => entry);
  const [first] = entries;
  const giver = first?.counterparty ?? (detailOf(first, 'takerName') || (first?.from.holder ?? ''));
  const sha256 = signatureOf(first, 'returnerSignature');
  const rows = lines.map((line, index) => {
    const { entry, item } = line;
    const left = leavingEntry(book, line);
    const leftQuantity = left === undefined ? '' : quantitySaid(left.quantity, left.unit);
    const back = quantitySaid(entry.quantity, entry.unit);
    return [
      ...[String(index + 1), piece.codeSaid(item.code), item.name, releaseNumbers.get(item.id) ?? ''],
      ...[leftQuantity, back, piece.unitSaid(entry.unit)],
      leftQuantity === '' ? '' : leftQuantity === back ? '是' : '否',
      distinct([detailOf(entry, 'condition'), detailOf(entry, 'difference')]),
      ...[detailOf(left, 'seal'), detailOf(entry, 'seal'), entry.to.place ?? ''],
    ];
  });
  return [
    facts(
      ...piece.caseFacts(source),
      [fact('归还人', giver), fact('归还人证件', detailOf(first, 'takerDocument'))],
      ...piece.eventFacts(entries, '归还时间'),
      ...piece.noteFacts(texts),
    ),
    table(
      [
        ...[short('序号'), code('物品编号'), words('名称'), words('原出库单号'), figure('出库数')],
        ...[figure('本次归还数'), short('单位'), short('全部归还'), words('状况')],
        ...[words('原封条'), words('新封条'), words('库位')],
      ],
      rows,
      { byHand: ['状况'] },
    ),
    signatures(
      place(
        '归还人',
        giver,
        sha256 && first ? formatWallClockMinute(new Date(first.recordedAtMs)) : '',
        sha256,
      ),
      byActor('保管员', first),
      bySecond('复核人', first),
    ),
  ];
}

const COMPOSERS: Readonly<Partial<Record<PaperFormId, (grounds: EventGrounds) => PaperPart[]>>> = {
  receipt: composeReceipt,
  release: composeRelease,
  re_entry: composeReEntry,
  difference_notice: composeDifference,
  baseline_record: composeBaseline,
  unsealing_record: composeUnsealing,
  claim_notice: composeClaimNotice,
  return_list: composeReturn,
  destruction_record: composeDestruction,
  handover_list: composeHandover,
  treasury: composeTreasury,
};

/** null: the form is made from something else. */
export function composeEvent(form: PaperFormId, grounds: EventGrounds): PaperPart[] | null {
  return COMPOSERS[form]?.(grounds) ?? null;
}
