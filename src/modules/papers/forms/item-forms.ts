/** Lists of chosen items and statements about them. Pure. */
import { OWNERSHIPS } from '../../seized-items/item-fields.ts';
import { ITEM_STATES } from '../../seized-items/item-states.ts';
import type { PaperPart } from '../paper-content.ts';
import type { CaseSource, ItemSource } from '../paper-source.sql.ts';
import { distinct, quantitySaid } from './entry-words.ts';
import * as piece from './paper-parts.ts';

export interface ItemGrounds {
  readonly source: CaseSource;
  readonly items: readonly ItemSource[];
  readonly texts: piece.Texts;
}

const { fact, facts, words, short, code, figure, table, place, signatures } = piece;

function modelSaid({ facts: stated }: ItemSource): string {
  return distinct([stated.specification ?? null, stated.model ?? null]);
}

function weightSaid({ facts: stated }: ItemSource): string {
  return distinct([stated.weight ?? null, stated.fineness ?? null, stated.purity ?? null]);
}

const whereaboutsOf = ({ state }: ItemSource) => ITEM_STATES[state].whereabouts;

/** What is on hand; of what has not been counted yet or has left for good, what was listed. */
function quantityOf(item: ItemSource): [quantity: string, unit: string] {
  return whereaboutsOf(item) === 'nowhere'
    ? [quantitySaid(item.listedQuantity, item.unitBefore), piece.unitSaid(item.unitBefore)]
    : [quantitySaid(item.onHand, item.unit), piece.unitSaid(item.unit)];
}

const isInStore = (item: ItemSource) => whereaboutsOf(item) === 'in_store';

/** Of what is nowhere any more, how it ended. */
function whereSaid(item: ItemSource): string {
  return item.place ?? item.keeper ?? ITEM_STATES[item.state].zh;
}

/** 刑诉法 142: counted on the spot, signed by two investigators, the witness and the holder; one copy for the holder. */
export function composeSeizureList({ source, items, texts }: ItemGrounds): PaperPart[] {
  return [
    facts(
      ...piece.caseFacts(source),
      [
        fact('扣押（查封）机关', source.seizingOrgan),
        fact('扣押文书', distinct(items.map(({ seizureDocument }) => seizureDocument))),
      ],
      [fact('原清单号', distinct(items.map(({ listNumber }) => listNumber)))],
      ...piece.noteFacts(texts),
    ),
    table(
      [
        ...[short('编号'), words('名称'), words('规格型号'), figure('数量'), short('单位')],
        ...[words('重量/成色'), words('特征'), words('来源'), words('物品编号及备注')],
      ],
      items.map((item, index) => [
        ...[String(index + 1), item.name, modelSaid(item), ...quantityOf(item)],
        weightSaid(item),
        piece.featuresOf(item, ['specification', 'model', 'weight', 'fineness', 'purity', 'source']),
        ...[item.facts.source ?? '', distinct([item.code, item.notes])],
      ]),
    ),
    signatures(...['侦查（执行）人员', '侦查（执行）人员', '见证人', '持有人'].map((role) => place(role))),
    ...piece.paragraphs('', '本清单一式二份，一份交持有人，一份附卷备查。'),
  ];
}

/** 刑诉法解释 440–441: evidence goes with the case; what is not moved is listed with where it lies. */
export function composeTransferList({ source, items, texts }: ItemGrounds): PaperPart[] {
  const ownerships: Readonly<Record<string, { readonly zh: string }>> = OWNERSHIPS;
  return [
    facts(
      ...piece.caseFacts(source),
      [fact('接收单位', texts.recipient ?? ''), fact('移送件数', `${items.length} 件`)],
      ...piece.noteFacts(texts),
    ),
    table(
      [
        ...[short('序号'), words('原清单号/行'), words('名称'), figure('数量'), short('单位'), words('特征')],
        ...[short('权属'), short('移送实物'), words('存放地点'), code('鉴定估价意见号')],
      ],
      items.map((item, index) => [
        String(index + 1),
        [item.listNumber, item.listLine].filter((part) => part !== null).join(' / '),
        ...[item.name, ...quantityOf(item), piece.featuresOf(item)],
        ...[ownerships[item.ownership]?.zh ?? item.ownership, isInStore(item) ? '是' : '否'],
        ...[whereSaid(item), item.opinionNumbers.join('\n')],
      ]),
    ),
    facts([fact('移送意见', texts.opinion ?? '')]),
    signatures(...['移送人', '保管员', '接收人', '接收单位（盖章）'].map((role) => place(role))),
  ];
}

export function composeStatement({ source, items, texts }: ItemGrounds): PaperPart[] {
  const listed =
    items.length === 0
      ? []
      : [
          table(
            [short('序号'), code('物品编号'), words('名称及特征'), figure('数量'), short('单位')],
            items.map((item, index) => [
              ...[String(index + 1), piece.codeSaid(item.code), piece.namedItem(item)],
              ...[...quantityOf(item)],
            ]),
          ),
        ];
  const recipient = texts.recipient ?? '';
  return [
    facts(...piece.caseFacts(source)),
    piece.letter(recipient, ...(texts.body ?? '').split('\n')),
    ...listed,
    signatures(place('说明人'), place('部门负责人'), place('单位（盖章）')),
  ];
}

/** 刑诉法解释 219: what a filing lacks is supplied by the procuratorate within three days of the notice. */
export function composeSupplement({ source, items, texts }: ItemGrounds): PaperPart[] {
  const recipient = texts.recipient ?? source.procuratorate ?? '';
  const listed = table(
    [
      ...[short('序号'), words('原清单号/行'), code('物品编号'), words('名称及特征')],
      ...[figure('数量'), short('单位')],
    ],
    items.map((item, index) => [
      String(index + 1),
      [item.listNumber, item.listLine].filter((part) => part !== null).join(' / '),
      ...[piece.codeSaid(item.code), piece.namedItem(item), ...quantityOf(item)],
    ]),
    { heading: '所涉物品' },
  );
  return [
    facts(...piece.caseFacts(source), ...piece.noteFacts(texts)),
    piece.letter(
      recipient,
      '你院提起公诉的上列案件，经审查涉案财物材料，尚需补充下列材料：',
      ...(texts.demand ?? '').split('\n'),
      '请于收到本通知之日起三日内补送（《最高人民法院关于适用〈中华人民共和国刑事诉讼法〉的解释》第二百一十八条第四项、第二百一十九条）。',
    ),
    ...(items.length === 0 ? [] : [listed]),
    signatures(place('承办人'), place('院印'), place('签收人'), place('签收时间')),
  ];
}
