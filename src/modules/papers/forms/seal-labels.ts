/** 封存标签: one a sealed item, to be signed by both who sealed it and stuck over the closure. Pure. */
import { formatWallClockMinute } from '../../../platform/spreadsheets/wall-clock.ts';
import { sayQuantity } from '../../../platform/quantity.ts';
import { warningsOf } from '../../seized-items/item-warnings.ts';
import { isSecretItem, SECRET_ITEM_NAME } from '../../seized-items/mask-item.ts';
import type { PaperPart } from '../paper-content.ts';
import type { CaseSource, ItemSource } from '../paper-source.sql.ts';
import type { SealSource } from '../seal-source.sql.ts';
import { quantitySaid } from './entry-words.ts';
import * as piece from './paper-parts.ts';

type Label = Extract<PaperPart, { kind: 'labels' }>['labels'][number];

const { fact } = piece;

/** Nothing on it tells whoever passes by the names of people, or what a secret thing is. */
function labelOf(source: CaseSource, item: ItemSource, seal: SealSource): Label {
  const name = isSecretItem(seal) ? SECRET_ITEM_NAME : item.name;
  const sealedAt = seal.sealedAt === null ? '' : formatWallClockMinute(seal.sealedAt);
  return {
    code: item.code,
    title: '封存标签',
    warning: warningsOf({ ...seal, grade: item.grade, category: item.category }),
    facts: [
      fact('封条号', item.sealNumber),
      fact('物品编号', piece.codeSaid(item.code)),
      fact('案号', source.number),
      fact('件号', `第 ${item.number} 件 / 共 ${seal.itemCount} 件`),
      fact('名称', name),
      fact('数量', sayQuantity(quantitySaid(item.onHand, item.unit), item.unit).zh),
      fact('封存日期', sealedAt),
    ],
    signers: [`封存人：${seal.sealedBy ?? ''}`, `封存人：${seal.secondPerson ?? ''}`, '见证人：'],
    foot: `${seal.court}　非经批准　严禁启封`,
  };
}

export function composeSealLabels(
  source: CaseSource,
  items: readonly ItemSource[],
  seals: ReadonlyMap<string, SealSource>,
): PaperPart[] {
  const labels = items.flatMap((item) => {
    const seal = seals.get(item.id);
    return seal === undefined ? [] : [labelOf(source, item, seal)];
  });
  return [{ kind: 'labels', labels }];
}
