/** What a scan says, and what to do next. Pure. */
import type { Sentence } from '../../platform/errors.ts';
import { groupItemCode, type ItemCodeKind } from './item-code.ts';
import { REPLACEMENT_REASONS } from './label-version.ts';
import type { ScannedLabel, ScannedThing } from './scan.contract.ts';

export const SCAN_SENTENCES = {
  several: {
    zh: '有多件物品使用此编号，请选择眼前的这一件。',
    en: 'Several things bear this number. Choose the one that lies before you.',
  },
  blank_label: {
    zh: '这是一张空白标签，尚未绑定。请到“绑定标签”将它绑定到实物。',
    en: 'This is a blank label, not bound yet. Bind it to its thing.',
  },
  blank_label_of_others: {
    zh: '这是一张空白标签，尚未绑定。请交还装备科。',
    en: 'This is a blank label, not bound yet. Hand it to the equipment office.',
  },
  void: {
    zh: '此标签已作废，不能使用。请撕下销毁；物品上如无其他标签，请补贴。',
    en: 'This label is void. Take it off and destroy it; if the thing has no other label, print one.',
  },
  not_yours: {
    zh: '这是本院的编码，但不在您的查看范围内。如捡到此物，请交装备科。',
    en: 'The code is of this court, but lies outside what you may see. If you found the thing, hand it to the equipment office.',
  },
  other_court: {
    zh: '这是其他法院的编码，请与该院联系核实。',
    en: 'The code is of another court. Ask that court.',
  },
  never_issued: {
    zh: '编码格式正确，但从未发放。请核对标签来源，必要时报装备科。',
    en: 'The code is well formed but was never issued. Check where the label comes from, and tell the equipment office.',
  },
  misread: {
    zh: '像是一个编码，但校验位不符。请重新扫描，或对照标签从候选编码中选择。',
    en: 'It looks like a code, but its check digits are wrong. Scan again, or compare the label with the codes that may be meant.',
  },
  product_code: {
    zh: '这是厂商的商品条码，本院没有以它登记的物品。请扫描本院标签，或在卡片上把它登记为序列号。',
    en: 'This is a supplier’s product code and nothing is registered under it. Scan the court’s own label.',
  },
  nothing: {
    zh: '没有找到使用此编号的物品。请核对后重新扫描，或按名称搜索。',
    en: 'Nothing bears this number. Check it and scan again, or search by name.',
  },
} as const satisfies Record<string, Sentence>;

function dayOf(instant: string): string {
  return instant.slice(0, 10);
}

/** Another label of the code may be on another thing: nothing is done on the strength of this one. */
const MAYBE_DOUBLE: Sentence = {
  zh: '这不是该涉案财物现在的标签，不能据此办理业务。请核对实物：同一件的旧标签撕下销毁；如是另一件，请隔离存放并报告异常“两件物品标签相同”。',
  en: 'This is not the current label of the seized item, and nothing is done on the strength of it. If it is an old label on the same thing, take it off; if it is another thing, set it apart and report “Two things with one label”.',
};

/** An old label of a seized item, or one that was never made. */
export function isLabelDoubtful(kind: ItemCodeKind, { state }: ScannedLabel): boolean {
  return kind === 'S' && (state === 'replaced' || state === 'unknown_version');
}

function sentenceOfLabel(label: ScannedLabel): Sentence | undefined {
  if (label.state === 'replaced' && label.replacedAt !== null) {
    const why = label.reason === null ? undefined : REPLACEMENT_REASONS[label.reason];
    const since = dayOf(label.replacedAt);
    return {
      zh: `此标签已于 ${since} 更换${why ? `（${why.zh}）` : ''}，请撕下旧标签，贴上新标签。`,
      en: `This label was replaced on ${since}${why ? ` (${why.en.toLowerCase()})` : ''}. Take it off and put the new one on.`,
    };
  }
  if (label.state === 'unknown_version')
    return {
      zh: '编码有效，但没有打印过这一版标签，请核对标签来源。',
      en: 'The code is right, but no label of this version was ever printed. Check where it comes from.',
    };
  return undefined;
}

/** About the label when it is not the current one; otherwise what to do with the thing. */
export function sentenceOfThing(
  thing: ScannedThing,
  label: ScannedLabel,
  gaveWay: { readonly code: string; readonly since: string } | null,
): Sentence {
  if (gaveWay !== null) {
    const [former, current] = [groupItemCode(gaveWay.code), groupItemCode(thing.code)];
    const since = dayOf(gaveWay.since);
    return {
      zh: `编码 ${former} 自 ${since} 起停用，此物现用编码 ${current}。请撕下旧标签。`,
      en: `The code ${former} gave way on ${since}; the thing carries ${current} now. Take the old label off.`,
    };
  }
  if (isLabelDoubtful(thing.kind, label)) return MAYBE_DOUBLE;
  const aboutLabel = sentenceOfLabel(label);
  if (aboutLabel) return aboutLabel;
  return thing.actions.length > 0
    ? { zh: '请核对实物，选择要办理的业务。', en: 'Compare it with the thing and choose what to do.' }
    : { zh: '请核对实物。', en: 'Compare it with the thing.' };
}
