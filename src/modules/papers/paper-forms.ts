/**
 * The forms of papers that are issued over seized property, as data: what each is made from, how it is numbered, what is
 * written by hand into it. Pure; runs in the browser too.
 */
import type { ItemTransition } from '../seized-items/item-transitions.ts';

/** What whoever issues a paper writes into it. */
export const PAPER_TEXTS = {
  recipient: { zh: '接收单位', en: 'Recipient', isLong: false },
  demand: { zh: '补正要求', en: 'What is to be put right', isLong: true },
  opinion: { zh: '移送意见', en: 'Opinion on the hand-over', isLong: true },
  body: { zh: '正文', en: 'Text', isLong: true },
  note: { zh: '备注', en: 'Note', isLong: true },
} as const;
export type PaperText = keyof typeof PAPER_TEXTS;

/** `event`: entries of one command in the book of a case. `request`: an approval. `handover`: of a room. */
export type PaperSource = 'event' | 'items' | 'request' | 'handover';

export interface PaperForm {
  readonly zh: string;
  readonly en: string;
  /** 字: what its numbers begin with. */
  readonly word: string;
  readonly source: PaperSource;
  readonly orientation: 'portrait' | 'landscape';
  /** Of an event: the transitions whose entries it is made from. */
  readonly kinds: readonly ItemTransition[];
  /** Of a request: its kinds, as the approvals know them. */
  readonly requestKinds: readonly string[];
  readonly texts: readonly PaperText[];
  /** Without which it is not issued. */
  readonly required: readonly PaperText[];
}

type Draft = Pick<PaperForm, 'zh' | 'en' | 'word'> & Partial<PaperForm>;

const form = (source: PaperSource, draft: Draft): PaperForm => ({
  ...{ source, orientation: 'landscape', kinds: [], requestKinds: [], texts: ['note'], required: [] },
  ...draft,
});
const event = (zh: string, en: string, word: string, kinds: readonly ItemTransition[], more = {}) =>
  form('event', { zh, en, word, kinds, ...more });

export const PAPER_FORMS = {
  seizure_list: form('items', { zh: '扣押（查封）财物清单', en: 'List of property seized', word: '扣清' }),
  transfer_list: form('items', {
    zh: '随案移送财物清单',
    en: 'List of property that goes with the case',
    word: '移清',
    texts: ['recipient', 'opinion', 'note'],
    required: ['recipient'],
  }),
  receipt: event('涉案财物入库单', 'Receipt into store', '入', [
    ...(['check_in', 'record_difference', 'settle_difference'] as const),
    ...(['keep_elsewhere', 'refuse_receipt'] as const),
  ]),
  difference_notice: event('涉案财物差异补正通知书', 'Notice of a difference', '差', ['record_difference'], {
    texts: ['demand', 'note'],
    orientation: 'portrait',
  }),
  baseline_record: event('存量涉案财物数量认定书', 'Record of a baseline', '核', [
    'baseline_more',
    'baseline_less',
  ]),
  unsealing_record: event('涉案财物启封记录', 'Record of unsealing', '启', ['unseal'], {
    orientation: 'portrait',
  }),
  release_approval: form('request', {
    zh: '涉案财物出库审批表',
    en: 'Approval of a release',
    word: '批',
    orientation: 'portrait',
    requestKinds: [
      ...['seized_item_loan', 'seized_item_examination', 'seized_item_transfer_up'],
      ...[
        'seized_item_outside_keeping',
        'seized_item_extension',
        'seized_item_return',
        'seized_item_treasury',
      ],
      ...['seized_item_destroy', 'seized_item_sell', 'seized_item_send_back', 'seized_item_hand_over'],
    ],
  }),
  release: event('涉案财物出库单', 'Release from store', '出', ['release', 'to_keeper']),
  re_entry: event('涉案财物再入库单', 'Return into store', '再', [
    ...(['give_back', 'from_keeper', 'take_back_from_transit'] as const),
  ]),
  return_list: event('涉案财物返还清单', 'List of property returned', '返', ['return_to_owner']),
  destruction_record: event('涉案财物销毁记录', 'Record of destruction', '毁', ['destroy']),
  handover_list: event('涉案财物移交清单', 'List of property handed over', '交', [
    ...(['dispatch', 'send_back', 'reject_difference'] as const),
  ]),
  treasury: event('涉案财物上缴（变价）单', 'Payment into the treasury or sale', '缴', [
    ...(['pay_into_treasury', 'forfeit_unclaimed', 'sell'] as const),
  ]),
  count_sheet: form('handover', { zh: '涉案财物盘点表', en: 'Count sheet', word: '盘' }),
  handover_record: form('handover', { zh: '涉案财物保管交接书', en: 'Handover of custody', word: '接' }),
  early_disposal: form('request', {
    zh: '涉案财物先行处置审批表',
    en: 'Approval of an early disposal',
    word: '先',
    orientation: 'portrait',
    requestKinds: ['seized_item_early_disposal'],
  }),
  claim_notice: event('涉案财物认领公告', 'Notice to claim property', '公', ['publish_notice'], {
    texts: ['body', 'note'],
    orientation: 'portrait',
  }),
  statement: form('items', {
    zh: '情况说明',
    en: 'Statement',
    word: '说',
    orientation: 'portrait',
    texts: ['recipient', 'body'],
    required: ['body'],
  }),
  supplement_notice: form('items', {
    zh: '补充涉案财物材料通知书',
    en: 'Notice to complete the papers of seized property',
    word: '补',
    orientation: 'portrait',
    texts: ['recipient', 'demand', 'note'],
    required: ['demand'],
  }),
  seal_label: form('items', {
    zh: '涉案财物封存标签',
    en: 'Seal labels',
    word: '封',
    orientation: 'portrait',
    texts: [],
  }),
  custody_report: form('items', { zh: '物证保管链报告', en: 'Chain-of-custody report', word: '链' }),
} as const satisfies Record<string, PaperForm>;

export type PaperFormId = keyof typeof PAPER_FORMS;
// why: the keys of a literal object are its forms.
export const PAPER_FORM_IDS = Object.keys(PAPER_FORMS) as [PaperFormId, ...PaperFormId[]];

export function paperFormOf(id: PaperFormId): PaperForm {
  return PAPER_FORMS[id];
}

export function isPaperForm(value: string): value is PaperFormId {
  return Object.hasOwn(PAPER_FORMS, value);
}

/** Forms whose transitions include this one: a difference is received by one paper and complained of by another. */
export function formsOfTransition(kind: string): PaperFormId[] {
  return PAPER_FORM_IDS.filter((id) => paperFormOf(id).kinds.some((known) => known === kind));
}

/** `涉财入〔2026〕0012号` */
export function paperNumber(id: PaperFormId, year: number, serial: number): string {
  return `涉财${paperFormOf(id).word}〔${year}〕${String(serial).padStart(4, '0')}号`;
}
