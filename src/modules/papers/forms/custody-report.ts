/**
 * 物证保管链报告: every entry of one item's life in order, with people, places, seals and the hashes that chain it to the
 * book of its case, and how all of it can be verified (刑诉法解释 82, 86). Pure.
 */
import { sayQuantity } from '../../../platform/quantity.ts';
import type { ChainedEntry, HashAlgorithm } from '../../ledger/entry.ts';
import { OWNERSHIPS } from '../../seized-items/item-fields.ts';
import { ITEM_CATEGORIES } from '../../seized-items/item-categories.ts';
import { ITEM_STATES } from '../../seized-items/item-states.ts';
import type { PaperPart } from '../paper-content.ts';
import type { CaseSource, ItemSource } from '../paper-source.sql.ts';
import * as say from './entry-words.ts';
import * as piece from './paper-parts.ts';

export interface CustodyGrounds {
  readonly source: CaseSource;
  readonly item: ItemSource;
  /** Of the item, by sequence. */
  readonly entries: readonly ChainedEntry[];
  readonly chain: {
    readonly algorithm: HashAlgorithm;
    readonly entryCount: number;
    readonly headHash: string;
    /** Everything was recomputed and agreed. */
    readonly isWhole: boolean;
  };
  readonly texts: piece.Texts;
}

const { fact, facts, words, short, table, place, signatures } = piece;

function arrow(before: string, after: string): string {
  if (before === after) return after;
  return before === '' ? `→ ${after}` : `${before} → ${after === '' ? '无' : after}`;
}

function whereSaid({ from, to }: ChainedEntry): string {
  return arrow(from.place ?? from.holder ?? '', to.place ?? to.holder ?? '');
}

function groundsSaid(entry: ChainedEntry): string {
  const approval = say.detailOf(entry, 'approvalNumber', 'approval');
  const parts = [
    entry.basis === null ? '' : `文书 ${entry.basis}`,
    approval === '' ? '' : `审批 ${approval}`,
    say.detailOf(entry, 'difference', 'condition', 'reason'),
    entry.note ?? '',
    entry.correctsSequence === null ? '' : `更正第 ${entry.correctsSequence} 笔`,
    say.detailOf(entry, 'isVisitMissing') === '是' ? '补录，无出入库房记录' : '',
  ];
  return say.distinct(parts);
}

function lifeRow(entry: ChainedEntry): string[] {
  const people = [entry.actorName, entry.secondPersonName].filter((name) => name !== null).join('、');
  return [
    ...[String(entry.sequence), say.whenSaid(entry).replace('（', '\n（'), say.kindSaid(entry)],
    arrow(say.stateSaid(entry.from.status), say.stateSaid(entry.to.status)),
    sayQuantity(say.quantitySaid(entry.quantity, entry.unit), entry.unit).zh,
    ...[whereSaid(entry), people, entry.counterparty ?? ''],
    arrow(say.detailOf(entry, 'sealBefore'), say.detailOf(entry, 'seal')),
    groundsSaid(entry),
  ];
}

const ALGORITHMS: Readonly<Record<HashAlgorithm, string>> = { sha256: 'SHA-256', sm3: 'SM3' };

function verificationOf({ chain, entries }: CustodyGrounds): string[] {
  const algorithm = ALGORITHMS[chain.algorithm];
  return [
    `本案账簿为只增不改的电子账簿，每一笔记录均含上一笔的哈希值：以 RFC 8785 规定的 JSON 规范形式列出该笔全部内容及上一笔哈希，按 ${algorithm} 计算得出本笔哈希。任何一笔被更改、删除或插入，其后各笔哈希均不再相符。`,
    `本报告列示与本物品有关的 ${entries.length} 笔；账簿同时登记本案其他物品，故序号不必相连，“上一笔哈希”为账簿中前一笔（可能属于其他物品）的哈希。`,
    chain.isWhole
      ? `出具本报告时，已对本案账簿全部 ${chain.entryCount} 笔逐笔重新计算，哈希链完整、无断点。`
      : `出具本报告时，对本案账簿全部 ${chain.entryCount} 笔重新计算，发现哈希链不相符，本报告内容须经审计核实后方可使用。`,
    `账簿末笔哈希：${chain.headHash}。任何人持本报告，均可要求本院以系统校验命令（npm run verify-ledger）或者用独立程序按上述方法复算核对；照片以所列 SHA-256 值核对原件。`,
  ];
}

const PHOTOS_MAX = 9;

function headOf({ source, item, chain, texts }: CustodyGrounds): PaperPart {
  const ownerships: Readonly<Record<string, { readonly zh: string }>> = OWNERSHIPS;
  const category = ITEM_CATEGORIES[item.category];
  return facts(
    ...piece.caseFacts(source),
    [fact('物品编号', item.code), fact('名称', `${item.name}（第 ${item.number} 件）`)],
    [
      fact('类别/等级', `${category.zh} / ${piece.gradeSaid(item)}`),
      fact('权属', ownerships[item.ownership]?.zh ?? item.ownership),
    ],
    [fact('特征', piece.featuresOf(item))],
    [
      fact('原清单', [item.listNumber, item.listLine].filter((part) => part !== null).join(' / ')),
      fact('扣押文书', item.seizureDocument),
    ],
    [
      fact(
        '现状',
        `${ITEM_STATES[item.state].zh}，结存 ${sayQuantity(say.quantitySaid(item.onHand, item.unit), item.unit).zh}`,
      ),
      fact('现处', say.distinct([item.place ?? item.keeper, item.sealNumber && `封条 ${item.sealNumber}`])),
    ],
    [fact('账簿末笔哈希', chain.headHash)],
    ...piece.noteFacts(texts),
  );
}

function photosOf({ item }: CustodyGrounds): PaperPart[] {
  const pictures = piece
    .shownPhotos(item)
    .slice(0, PHOTOS_MAX)
    .map(({ sha256, at }, index) => ({ sha256, caption: `照片 ${index + 1}　${at}` }));
  return pictures.length === 0 ? [] : [{ kind: 'pictures', heading: '', pictures }];
}

export function composeCustodyReport(grounds: CustodyGrounds): PaperPart[] {
  const { item, entries } = grounds;
  return [
    headOf(grounds),
    table(
      [
        ...[short('序号'), short('时间'), words('事项'), words('状态'), words('数量'), words('地点/持有人')],
        ...[words('经办、复核'), words('对方'), words('封条'), words('依据与说明')],
      ],
      entries.map(lifeRow),
      { heading: '一、保管经过' },
    ),
    table(
      [short('序号'), short('上一笔哈希'), short('本笔哈希')],
      entries.map(({ sequence, previousHash, hash }) => [
        ...[String(sequence), previousHash.toString('hex'), hash.toString('hex')],
      ]),
      { heading: '二、记录哈希' },
    ),
    table(
      [short('序号'), short('上传时间'), short('照片 SHA-256')],
      item.photos.map(({ sha256, at }, index) => [String(index + 1), at, sha256]),
      { heading: '三、照片' },
    ),
    ...photosOf(grounds),
    ...piece.paragraphs('四、核验方法', ...verificationOf(grounds)),
    signatures(place('保管员'), place('复核人'), place('保管部门（盖章）')),
  ];
}
