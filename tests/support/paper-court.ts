/** Issuing papers and reading what their copies say, through the public door. */
import type { Occasion } from '../../src/modules/seized-items/item-happening.ts';
import type { ItemTransition } from '../../src/modules/seized-items/item-transitions.ts';
import { lockItems } from '../../src/modules/seized-items/item.sql.ts';
import { writeSteps } from '../../src/modules/seized-items/write-steps.ts';
import { issuePaperEndpoint, printPaperEndpoint } from '../../src/modules/papers/papers.contract.ts';
import type { ResponseOf } from '../../src/platform/endpoint.ts';
import { bodyOf, codeOf } from './answers.ts';
import { textOfPaper } from './paper-text.ts';
import { writeAsSystem, type TestPerson } from './people.ts';
import { occasionAt } from './seized-case.ts';
import type { SeizedCourt } from './seized-court.ts';
import type { TestApp } from './test-app.ts';

type Issued = ResponseOf<typeof issuePaperEndpoint>;

export async function issue(person: TestPerson, paper: object): Promise<Issued> {
  return bodyOf(issuePaperEndpoint, await person.agent.post('/api/papers').send(paper).expect(200));
}

/** The code of the refusal. */
export async function refuseIssue(person: TestPerson, paper: object): Promise<string> {
  const answer = await person.agent.post('/api/papers').send(paper);
  return answer.status < 400 ? `answered ${answer.status}` : codeOf(answer);
}

export async function recordPrint(
  person: TestPerson,
  paperId: string,
  reason = '附卷',
): Promise<ResponseOf<typeof printPaperEndpoint>> {
  const answer = await person.agent.post(`/api/papers/${paperId}/prints`).send({ reason }).expect(200);
  return bodyOf(printPaperEndpoint, answer);
}

export async function openPrint(person: TestPerson, paperId: string, printId: string): Promise<Buffer> {
  const answer = await person.agent
    .get(`/api/papers/${paperId}/prints/${printId}`)
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done(null, Buffer.concat(chunks)));
    })
    .expect(200);
  // why: the parser above answers one buffer.
  return answer.body as Buffer;
}

/** A new copy, as text without the spaces that line breaks leave. */
export async function printedText(person: TestPerson, paperId: string): Promise<string> {
  const { printId } = await recordPrint(person, paperId);
  const text = await textOfPaper(await openPrint(person, paperId, printId));
  return text.replace(/\s+/g, '');
}

/**
 * Entries of one command in the book of the case, as the use case of the transition writes them, without asking its
 * rules. Answers the sequence of the first.
 */
export async function writeEvent(
  app: TestApp,
  { court }: SeizedCourt,
  event: {
    readonly itemIds: readonly string[];
    readonly transition: ItemTransition;
    readonly details?: Readonly<Record<string, unknown>>;
    readonly occasion?: Partial<Occasion>;
  },
): Promise<number> {
  app.clock.advanceMs(60_000);
  return writeAsSystem(app, court.id, async (command) => {
    const items = await lockItems(command.trx, court.id, event.itemIds);
    const steps = items.map((item) => ({
      ...{ item, transition: event.transition, quantity: item.standing.onHand, change: {}, names: {} },
      details: event.details ?? {},
    }));
    const written = await writeSteps(command, court.id, steps, occasionAt(command, event.occasion));
    return Math.min(...written.map(({ entry }) => entry.sequence));
  });
}
