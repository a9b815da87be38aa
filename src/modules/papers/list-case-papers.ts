import { shanghaiInstant } from '../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import { reachesCase } from '../cases/case-access.ts';
import type { CaseHead } from '../cases/find-case.ts';
import { isSensitive } from '../cases/mask-names.ts';
import { describePaper } from './describe-paper.ts';
import { findReachableCase, seesNames } from './paper-access.ts';
import { listEventRows, listRequestSources, listSubjectsOfPapers, type EventRow } from './paper-event.sql.ts';
import { formsOfTransition, PAPER_FORM_IDS, paperFormOf, type PaperFormId } from './paper-forms.ts';
import { refusePaper } from './paper-refusals.ts';
import { listPaperRowsOfCase } from './paper.sql.ts';
import type { listCasePapersEndpoint, PaperOffer } from './papers.contract.ts';

const EVENT_KINDS = [...new Set(PAPER_FORM_IDS.flatMap((id) => paperFormOf(id).kinds))];

interface Made {
  readonly standing: ReadonlySet<string>;
  readonly voided: ReadonlyMap<string, string>;
}

type Offer = PaperOffer & { readonly key: string };

/** Kinds that one form takes together are one event; nothing is issued about what was reversed. */
function offersOfEvents(caseId: string, events: readonly EventRow[]): Offer[] {
  const groups = new Map<string, { form: PaperFormId; rows: EventRow[] }>();
  for (const row of events) {
    for (const form of formsOfTransition(row.kind)) {
      const key = [form, row.recordedAt.getTime(), row.actorId, row.intakeId].join(' ');
      const group = groups.get(key);
      if (group) group.rows.push(row);
      else groups.set(key, { form, rows: [row] });
    }
  }
  return [...groups.values()].flatMap(({ form, rows }) => {
    const [first] = [...rows].sort((left, right) => left.firstSequence - right.firstSequence);
    if (first === undefined) return [];
    const itemIds = [...new Set(rows.flatMap((row) => row.itemIds))];
    if (itemIds.length === 0) return [];
    return [
      {
        ...{
          form,
          itemIds,
          itemCount: itemIds.length,
          firstItem: rows.find((row) => row.firstItem !== '')?.firstItem ?? '',
          replacesId: null,
        },
        key: `event:${caseId}:${first.firstSequence}`,
        subject: { sequence: first.firstSequence },
        occurredAt: shanghaiInstant(first.occurredAt),
      },
    ];
  });
}

async function offersOfRequests({ reader }: QueryContext, head: CaseHead): Promise<Offer[]> {
  const of = { courtId: head.courtId, caseId: head.id, requestId: null };
  const requests = await listRequestSources(reader, of);
  return requests.flatMap(({ id, kind, decidedAt, submittedAt, lines }) =>
    PAPER_FORM_IDS.filter((form) => paperFormOf(form).requestKinds.includes(kind)).map((form) => ({
      ...{ form, replacesId: null, key: `request:${head.id}:${id}`, subject: { requestId: id } },
      occurredAt: shanghaiInstant(decidedAt ?? submittedAt),
      itemIds: lines.map(({ itemId }) => itemId),
      firstItem: lines[0]?.label ?? '',
      itemCount: lines.length,
    })),
  );
}

async function readMade({ reader }: QueryContext, head: CaseHead): Promise<Made> {
  const papers = await listSubjectsOfPapers(reader, { courtId: head.courtId, caseId: head.id });
  const keyOf = ({ form, subjectKey }: { form: string; subjectKey: string }) => `${form} ${subjectKey}`;
  return {
    standing: new Set(papers.filter(({ isVoided }) => !isVoided).map(keyOf)),
    voided: new Map(papers.filter(({ isVoided }) => isVoided).map((paper) => [keyOf(paper), paper.id])),
  };
}

/**
 * What was issued over a case, and what happened in it of which no valid paper is there yet; the latest first.
 * Refusal: PAPER_CASE_UNKNOWN.
 */
export async function listCasePapers(
  query: QueryContext,
  { params, query: { itemId } }: InputOf<typeof listCasePapersEndpoint>,
): Promise<ResponseOf<typeof listCasePapersEndpoint>> {
  const { reader, actor } = query;
  const wanted = { caseId: params.caseId, permission: 'paper.read', access: 'read' } as const;
  const head = await findReachableCase(query, wanted);
  if (!head) throw refusePaper('PAPER_CASE_UNKNOWN');
  const { courtId, id: caseId } = head;
  const rows = await listPaperRowsOfCase(reader, { courtId, caseId, itemId: itemId ?? null });
  const mayIssue = reachesCase(actor, 'paper.issue', head, 'write') && seesNames(actor, head);
  const events = mayIssue ? await listEventRows(reader, { courtId, caseId, kinds: EVENT_KINDS }) : [];
  const made = await readMade(query, head);
  const requests = mayIssue ? await offersOfRequests(query, head) : [];
  const offers = [...offersOfEvents(caseId, events), ...requests]
    .filter(({ form, key }) => !made.standing.has(`${form} ${key}`))
    .filter(({ itemIds }) => itemId === undefined || itemIds.includes(itemId))
    .map(({ key, ...offer }) => ({ ...offer, replacesId: made.voided.get(`${offer.form} ${key}`) ?? null }))
    .sort((left, right) => (left.occurredAt < right.occurredAt ? 1 : -1));
  return {
    papers: rows.map(describePaper),
    offers: offers.slice(0, 200),
    mayIssue,
    mayPrint: reachesCase(actor, 'paper.print', head, 'read') && seesNames(actor, head),
    isSensitive: isSensitive(head),
  };
}
