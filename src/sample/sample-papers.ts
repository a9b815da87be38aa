/** Papers of the sample court: issued by the use cases that people use, an hour after what they are about. */
import { grantsOfRoles } from '../modules/accounts/permissions.ts';
import { listCaseRows } from '../modules/cases/case-list.sql.ts';
import { issuePaper } from '../modules/papers/issue-paper.ts';
import { listCasePapers } from '../modules/papers/list-case-papers.ts';
import { isPaperForm } from '../modules/papers/paper-forms.ts';
import type { PaperOffer } from '../modules/papers/papers.contract.ts';
import { printPaper } from '../modules/papers/print-paper.ts';
import { voidPaper } from '../modules/papers/void-paper.ts';
import type { Actor } from '../platform/actor.ts';
import type { CommandContext } from '../platform/run-command.ts';
import type { SampleStructure } from './sample-court-structure.ts';

const CASES = 14;
const OFFERS_A_FORM = 1;
const HOUR_MS = 3_600_000;
const ANYBODY = { isWhole: true, departmentIds: [], personId: '00000000-0000-0000-0000-000000000000' };
const NOBODY = { search: null, handlerId: null, personId: null, departmentId: null, stage: null };
/** Every so many-th was made wrong and is void. */
const VOIDED_EACH = 17;

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

/** Answers how many were issued; none where the court has no storage room. */
export async function addSamplePapers(command: CommandContext, structure: SampleStructure): Promise<number> {
  if (structure.propertyRooms.length === 0) return 0;
  const { trx, now } = command;
  const { courtId } = structure.world;
  const actor = custodianOf(command, structure);
  const quiet = { ...command, actor, audit: () => {} };
  const filter = { courtId, reach: ANYBODY, ...NOBODY, state: 'open', after: null, limit: CASES } as const;
  const offers: (PaperOffer & { readonly caseId: string })[] = [];
  for (const { id: caseId } of await listCaseRows(trx, filter)) {
    const query = { ...quiet, reader: trx };
    const listed = await listCasePapers(query, { params: { caseId }, query: {}, body: {} });
    const first = (offer: PaperOffer) =>
      listed.offers
        .filter(({ form }) => form === offer.form)
        .slice(0, OFFERS_A_FORM)
        .includes(offer);
    offers.push(...listed.offers.filter(first).map((offer) => ({ ...offer, caseId })));
  }
  offers.sort((left, right) => (left.occurredAt < right.occurredAt ? -1 : 1));
  let count = 0;
  for (const { form, caseId, subject, occurredAt } of offers) {
    if (!isPaperForm(form)) continue;
    const at = new Date(Math.min(new Date(occurredAt).getTime() + HOUR_MS, now.getTime()));
    const then = { ...quiet, now: at };
    const body = { form, caseId, ...subject, itemIds: [], texts: {} };
    const { id: paperId } = await issuePaper(then, { body });
    count += 1;
    await printPaper(then, { params: { paperId }, query: {}, body: { reason: '附卷' } });
    if (count % VOIDED_EACH === 0)
      await voidPaper(then, { params: { paperId }, query: {}, body: { reason: '领取人姓名写错' } });
  }
  return count;
}
