/** Approvals as papers: what was asked for, who decided what. Pure. */
import { formatFen } from '../../../platform/spreadsheets/money.ts';
import { formatWallClockMinute } from '../../../platform/spreadsheets/wall-clock.ts';
import { CONSENTS, EARLY_CAUSES } from '../../dispositions/judgment-orders.ts';
import type { PaperPart } from '../paper-content.ts';
import type { PaperFormId } from '../paper-forms.ts';
import type { RequestSource } from '../paper-event.sql.ts';
import type { GroundSource } from '../paper-record.sql.ts';
import type { CaseSource, ItemSource } from '../paper-source.sql.ts';
import { ITEM_STATES } from '../../seized-items/item-states.ts';
import { distinct, quantitySaid } from './entry-words.ts';
import * as piece from './paper-parts.ts';

export interface RequestGrounds {
  readonly source: CaseSource;
  readonly request: RequestSource;
  /** 操作类型. */
  readonly kindName: string;
  readonly grounds: readonly GroundSource[];
  readonly items: ReadonlyMap<string, ItemSource>;
  readonly texts: piece.Texts;
}

const { fact, facts, words, short, code, figure, table, place, signatures } = piece;

const DECISIONS: Readonly<Record<string, string>> = {
  submit: '提交',
  approve: '同意',
  reject: '不同意',
  return: '退回补正',
  resubmit: '重新提交',
  withdraw: '撤回',
  use: '执行',
  expire: '过期',
};

function decidedTable({ decisions }: RequestSource): PaperPart {
  return table(
    [short('时间'), words('环节'), words('人员'), short('决定'), words('意见')],
    decisions.map(({ kind, stepTitle, personName, onBehalfOfName, opinion, decidedAt }) => [
      ...[decidedAt, stepTitle ?? ''],
      onBehalfOfName === null ? personName : `${personName}（受${onBehalfOfName}委托）`,
      ...[DECISIONS[kind] ?? kind, opinion ?? ''],
    ]),
    { heading: '审批意见' },
  );
}

function askedFacts({ source, request, kindName, items }: RequestGrounds) {
  const { applicantDepartment, applicantName, decidedAt, usedAt, usedByName } = request;
  const grades = distinct([...items.values()].map((item) => piece.gradeSaid(item)));
  return [
    ...piece.caseFacts(source),
    [fact('审批单号', request.number), fact('经办单位', applicantDepartment)],
    [fact('申请人', applicantName), fact('申请时间', formatWallClockMinute(request.submittedAt))],
    [fact('操作类型', kindName), fact('物品等级', grades)],
    [fact('申请事项', request.title)],
    [fact('经办原因', request.reason)],
    ...(request.amountFen === null ? [] : [[fact('估价（元）', formatFen(request.amountFen))]]),
    [
      fact('批准时间', decidedAt === null ? '' : formatWallClockMinute(decidedAt)),
      fact('有效至', formatWallClockMinute(request.expiresAt)),
    ],
    [
      fact('审批规则', request.basis),
      fact('执行', usedAt === null ? '尚未执行' : `${usedByName ?? ''} ${formatWallClockMinute(usedAt)}`),
    ],
  ];
}

/** Of what is not in a room and with no keeper, how it stands. */
function whereSaid({ place: at, keeper, state }: ItemSource): string {
  return at ?? keeper ?? ITEM_STATES[state].zh;
}

function linesTable({ request, items }: RequestGrounds): PaperPart {
  return table(
    [
      ...[short('序号'), code('物品编号'), words('名称及特征'), figure('数量'), short('单位')],
      ...[short('等级'), words('封条号'), words('库位')],
    ],
    request.lines.map(({ itemId, label, quantity, unit }, index) => {
      const item = items.get(itemId);
      return [
        ...[String(index + 1), piece.codeSaid(item?.code ?? ''), item ? piece.namedItem(item) : label],
        ...[quantitySaid(quantity, unit), piece.unitSaid(unit), item ? piece.gradeSaid(item) : ''],
        ...[item?.sealNumber ?? '', item ? whereSaid(item) : ''],
      ];
    }),
  );
}

function composeReleaseApproval(grounds: RequestGrounds): PaperPart[] {
  const { request, texts } = grounds;
  const approvals = request.decisions.filter(({ kind }) => kind === 'approve');
  return [
    facts(...askedFacts(grounds), ...piece.noteFacts(texts)),
    linesTable(grounds),
    decidedTable(request),
    signatures(
      place('办案人', request.applicantName),
      place('库管员', request.usedByName ?? ''),
      ...piece.approvedPlaces(approvals),
    ),
    ...piece.paragraphs('', '本表一式二份，一份附卷，一份由保管部门存档。'),
  ];
}

/** 不宜长期保存 and the like, with the paper that found it. */
function conditionsSaid({ grounds }: RequestGrounds): string {
  return distinct(
    grounds.map(({ cause, document, reason }) =>
      [wordIn(EARLY_CAUSES, cause), reason, document].filter((part) => part !== '').join('，'),
    ),
  );
}

function consentSaid({ grounds }: RequestGrounds): string {
  return distinct(
    grounds.map(({ rightHolder, consent, consentDocument }) =>
      [rightHolder ?? '', wordIn(CONSENTS, consent), consentDocument ?? '']
        .filter((part) => part !== '')
        .join('，'),
    ),
  );
}

function wordIn(words: Readonly<Record<string, { readonly zh: string }>>, key: string | null): string {
  return key === null ? '' : (words[key]?.zh ?? key);
}

/** 刑诉法解释 439: the right holder asked or agreed, the president approved; the price is kept by the court. */
function composeEarlyDisposal(grounds: RequestGrounds): PaperPart[] {
  const { request, texts } = grounds;
  const approvals = request.decisions.filter(({ kind }) => kind === 'approve');
  return [
    facts(
      ...askedFacts(grounds),
      [fact('处置条件', conditionsSaid(grounds))],
      [fact('权利人意见', consentSaid(grounds))],
      ...piece.noteFacts(texts),
    ),
    linesTable(grounds),
    decidedTable(request),
    ...piece.paragraphs(
      '',
      '审判期间，对不宜长期保存、易贬值或者市场价格波动大的财产，或者有效期即将届满的票据等，经权利人申请或者同意，并经院长批准，可以依法先行处置，所得款项由本院保管（《最高人民法院关于适用〈中华人民共和国刑事诉讼法〉的解释》第四百三十九条）。',
    ),
    signatures(
      place('申请人', request.applicantName),
      place('权利人'),
      ...piece.approvedPlaces(approvals),
      ...(approvals.some(({ stepTitle }) => stepTitle === '院长') ? [] : [place('院长')]),
    ),
  ];
}

export function composeRequest(form: PaperFormId, grounds: RequestGrounds): PaperPart[] | null {
  if (form === 'release_approval') return composeReleaseApproval(grounds);
  return form === 'early_disposal' ? composeEarlyDisposal(grounds) : null;
}
