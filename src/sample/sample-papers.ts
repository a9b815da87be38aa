/**
 * Papers of the sample court: issued by the use cases that people use, an hour after what they are about. Every form is
 * there: those that the newest cases offer, and of the rarer ones the last that happened.
 */
import { grantsOfRoles } from '../modules/accounts/permissions.ts';
import { listCaseRows } from '../modules/cases/case-list.sql.ts';
import { issuePaper } from '../modules/papers/issue-paper.ts';
import { listCasePapers } from '../modules/papers/list-case-papers.ts';
import { isPaperForm, PAPER_FORM_IDS, paperFormOf, type PaperFormId } from '../modules/papers/paper-forms.ts';
import type { PaperOffer } from '../modules/papers/papers.contract.ts';
import { printPaper } from '../modules/papers/print-paper.ts';
import { voidPaper } from '../modules/papers/void-paper.ts';
import { listItemRows } from '../modules/seized-items/item-page.sql.ts';
import type { Actor } from '../platform/actor.ts';
import type { CommandContext } from '../platform/run-command.ts';
import type { SampleStructure } from './sample-court-structure.ts';
import { listOpenProsecutions } from './sample-custody.sql.ts';
import { listCasesOfKinds, listCountedHandovers } from './sample-papers.sql.ts';

const CASES = 14;
const ITEMS = 30;
const HOUR_MS = 3_600_000;
const ANYBODY = { isWhole: true, departmentIds: [], personId: '00000000-0000-0000-0000-000000000000' };
const NOBODY = { search: null, handlerId: null, personId: null, departmentId: null, stage: null };
/** Every so many-th was made wrong and is void. */
const VOIDED_EACH = 17;

interface Wanted {
  readonly form: PaperFormId;
  readonly at: Date;
  readonly subject: object;
  readonly texts?: Readonly<Record<string, string>>;
}

function custodianOf(command: CommandContext, structure: SampleStructure): Actor {
  const [custodian] = structure.custodians;
  return {
    ...command.actor,
    personId: custodian?.id ?? command.actor.personId,
    personName: custodian?.name ?? command.actor.personName,
    roles: ['property_custodian'],
    grants: grantsOfRoles([{ role: 'property_custodian', departmentId: null }]),
  };
}

/** The first offer of each form in the case. */
async function firstOffers(command: CommandContext, caseId: string): Promise<PaperOffer[]> {
  const query = { ...command, reader: command.trx };
  const { offers } = await listCasePapers(query, { params: { caseId }, query: {}, body: {} });
  return offers.filter((offer) => offers.find(({ form }) => form === offer.form) === offer);
}

async function offersOf(command: CommandContext, caseId: string): Promise<Wanted[]> {
  return (await firstOffers(command, caseId)).flatMap(({ form, subject, occurredAt }) =>
    isPaperForm(form) ? [{ form, at: new Date(occurredAt), subject: { caseId, ...subject } }] : [],
  );
}

/** Forms that no paper is wanted of yet, the latest of each. */
async function rareOffers(
  command: CommandContext,
  courtId: number,
  wanted: readonly Wanted[],
): Promise<Wanted[]> {
  const known = new Set(wanted.map(({ form }) => form));
  const missing = PAPER_FORM_IDS.filter((form) => !known.has(form));
  const kinds = missing.flatMap((form) => paperFormOf(form).kinds);
  const requestKinds = missing.flatMap((form) => paperFormOf(form).requestKinds);
  const offered: Wanted[] = [];
  for (const caseId of await listCasesOfKinds(command.trx, courtId, { kinds, requestKinds }))
    offered.push(...(await offersOf(command, caseId)));
  offered.sort((left, right) => right.at.getTime() - left.at.getTime());
  return missing.flatMap((form) => offered.find((offer) => offer.form === form) ?? []);
}

/** Lists and letters about things of one case. */
async function itemPapers(command: CommandContext, courtId: number, caseId: string): Promise<Wanted[]> {
  const rows = await listItemRows(command.trx, {
    ...{ courtId, reach: ANYBODY, ids: null, caseId, placeId: null, states: [], words: [], overdueAt: null },
    ...{ isUnverified: false, seesSecrets: true, lapsedBefore: null, after: null, limit: ITEMS },
  });
  const all = rows.map(({ id }) => id);
  const sealed = rows.filter(({ sealNumber, state }) => sealNumber !== null && state === 'in_store');
  const some = (itemIds: readonly string[]) => ({ caseId, itemIds });
  const at = new Date(command.now.getTime() - HOUR_MS);
  const recipient = '内蒙古自治区高级人民法院';
  const papers: (Omit<Wanted, 'at' | 'subject'> & { readonly itemIds: readonly string[] })[] = [
    { form: 'seizure_list', itemIds: all },
    { form: 'transfer_list', itemIds: all, texts: { recipient, opinion: '随案移送，请查收。' } },
    {
      ...{ form: 'statement', itemIds: all.slice(0, 2) },
      texts: { recipient, body: '下列财物由扣押机关直接移送，原始照片存于本院涉案财物管理系统。' },
    },
    {
      ...{ form: 'supplement_notice', itemIds: all.slice(0, 1) },
      texts: { demand: '1. 扣押决定书及清单原件；\n2. 权属证据材料。' },
    },
    { form: 'custody_report', itemIds: all.slice(0, 1) },
    { form: 'seal_label', itemIds: sealed.slice(0, 6).map(({ id }) => id) },
  ];
  return papers.flatMap(({ itemIds, ...paper }) =>
    itemIds.length === 0 ? [] : [{ ...paper, at, subject: some(itemIds) }],
  );
}

async function roomPapers(command: CommandContext, courtId: number): Promise<Wanted[]> {
  const handovers = await listCountedHandovers(command.trx, courtId);
  return handovers.flatMap(({ id: handoverId, completedAt }) =>
    (['count_sheet', 'handover_record'] as const).map((form) => ({
      form,
      at: completedAt,
      subject: { handoverId },
    })),
  );
}

async function issueOne(command: CommandContext, { form, subject, texts, at }: Wanted): Promise<string> {
  const issuedAt = new Date(Math.min(at.getTime() + HOUR_MS, command.now.getTime()));
  const then = { ...command, now: issuedAt };
  const { id } = await issuePaper(then, { body: { itemIds: [], texts: { ...texts }, ...subject, form } });
  await printPaper(then, { params: { paperId: id }, query: {}, body: { reason: '附卷' } });
  return id;
}

/** Answers how many were issued; none where the court has no storage room. */
export async function addSamplePapers(command: CommandContext, structure: SampleStructure): Promise<number> {
  if (structure.propertyRooms.length === 0) return 0;
  const { courtId } = structure.world;
  const acting = { ...command, actor: custodianOf(command, structure), audit: () => {} };
  const filter = { courtId, reach: ANYBODY, ...NOBODY, state: 'open', after: null, limit: CASES } as const;
  const newest = await listCaseRows(command.trx, filter);
  const wanted: Wanted[] = [];
  for (const { id } of newest) wanted.push(...(await offersOf(acting, id)));
  const [prosecution] = await listOpenProsecutions(command.trx, courtId, { exceptOf: null, limit: 1 });
  const caseOfLists = (prosecution ?? newest.at(-1))?.id;
  wanted.push(
    ...(await rareOffers(acting, courtId, wanted)),
    ...(caseOfLists === undefined ? [] : await itemPapers(acting, courtId, caseOfLists)),
    ...(await roomPapers(acting, courtId)),
  );
  wanted.sort((left, right) => left.at.getTime() - right.at.getTime());
  for (const [index, paper] of wanted.entries()) {
    const paperId = await issueOne(acting, paper);
    const body = { reason: '领取人姓名写错' };
    const hasOthers = wanted.some((other) => other !== paper && other.form === paper.form);
    if (index % VOIDED_EACH === VOIDED_EACH - 1 && hasOthers)
      await voidPaper(acting, { params: { paperId }, query: {}, body });
  }
  return wanted.length;
}
