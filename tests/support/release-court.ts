/** A court in which items are asked for, decided on and let out of the room, through the public door. */
import {
  decideApprovalEndpoint,
  readApprovalEndpoint,
} from '../../src/modules/approvals/approvals.contract.ts';
import { prepareReleaseEndpoint } from '../../src/modules/seized-items/releases/release-steps.contract.ts';
import { requestLoanEndpoint } from '../../src/modules/seized-items/releases/requests.contract.ts';
import {
  readReleaseEndpoint,
  type ReleaseDetail,
} from '../../src/modules/seized-items/releases/releases.contract.ts';
import { bodyOf, refusedBodyOf } from './answers.ts';
import { buildPerson, TEST_PASSWORD, type TestPerson } from './people.ts';
import { buildSeizedCourt, listLine, PIN, SIGNATURE, type SeizedCourt } from './seized-court.ts';
import type { TestApp } from './test-app.ts';

export const DAY_MS = 86_400_000;

export interface ReleaseCourt extends SeizedCourt {
  readonly head: TestPerson;
  readonly president: TestPerson;
  /** In so many days. */
  dueIn(days: number): string;
  ask(path: string, body: object, status?: number, as?: TestPerson): Promise<unknown>;
  /** Asks for a loan, and answers the id of the request. */
  askLoan(itemIds: readonly string[], more?: object): Promise<string>;
  /** Decides the open step. */
  decide(requestId: string, as?: TestPerson, verdict?: string): Promise<unknown>;
  prepare(requestId: string, itemIds: readonly string[]): Promise<string>;
  step(releaseId: string, name: string, body: object, status?: number, as?: TestPerson): Promise<unknown>;
  handOut(releaseId: string, itemIds: readonly string[], more?: object, status?: number): Promise<unknown>;
  /** From the request to the hands of the clerk. */
  lend(itemIds: readonly string[], more?: object): Promise<string>;
  readRelease(releaseId: string, as?: TestPerson): Promise<ReleaseDetail>;
  back(itemId: string, more?: object): object;
  giveBack(releaseId: string, lines: readonly object[], status?: number): Promise<unknown>;
}

export const TAKER = {
  takerName: '书记员小李',
  takerUnit: '刑事审判庭',
  takerDocument: '152801199001011234',
  takerSignature: SIGNATURE,
};

type Asking = Pick<ReleaseCourt, 'dueIn' | 'ask' | 'askLoan' | 'decide'>;

function askingOf(test: TestApp, court: SeizedCourt, head: TestPerson): Asking {
  const dueIn: Asking['dueIn'] = (days) => new Date(test.clock.now().getTime() + days * DAY_MS).toISOString();
  const ask: Asking['ask'] = async (path, body, status = 200, as = court.handler) => {
    const answer = await as.agent.post(`/api/item-requests/${path}`).send(body).expect(status);
    return answer.body as unknown;
  };
  return {
    dueIn,
    ask,
    async askLoan(itemIds, more = {}) {
      const body = {
        ...{ purpose: 'court_session', receiver: '第一法庭', dueAt: dueIn(2), reason: '开庭出示' },
        items: itemIds.map((itemId) => ({ itemId })),
      };
      return bodyOf(requestLoanEndpoint, { body: await ask('loans', { ...body, ...more }) }).id;
    },
    async decide(requestId, as = head, verdict = 'approve') {
      const seen = await as.agent.get(`/api/approvals/${requestId}`).expect(200);
      const { version } = bodyOf(readApprovalEndpoint, seen);
      const answer = await as.agent
        .post(`/api/approvals/${requestId}/decide`)
        .set('If-Match', `"${version}"`)
        .send({ verdict, opinion: '同意' })
        .expect(200);
      return bodyOf(decideApprovalEndpoint, answer);
    },
  };
}

type Steps = Omit<ReleaseCourt, keyof SeizedCourt | keyof Asking | 'head' | 'president' | 'lend'>;

function stepsOf(court: SeizedCourt, { dueIn }: Asking): Steps {
  const { custodian } = court;
  const step: Steps['step'] = async (releaseId, name, body, status = 200, as = custodian) => {
    const answer = await as.agent.post(`/api/releases/${releaseId}/${name}`).send(body).expect(status);
    return answer.body as unknown;
  };
  return {
    step,
    async prepare(requestId, itemIds) {
      const answer = await custodian.agent
        .post(`/api/item-requests/${requestId}/prepare`)
        .send({ itemIds })
        .expect(200);
      return bodyOf(prepareReleaseEndpoint, answer).id;
    },
    handOut(releaseId, itemIds, more = {}, status = 200) {
      const lines = itemIds.map((itemId) => ({ itemId, condition: '完好' }));
      const body = { ...TAKER, custodianSignature: SIGNATURE, dueAt: dueIn(1), lines, ...more };
      return step(releaseId, 'release', body, status);
    },
    async readRelease(releaseId, as = custodian) {
      return bodyOf(readReleaseEndpoint, await as.agent.get(`/api/releases/${releaseId}`).expect(200));
    },
    back(itemId, more = {}) {
      return {
        ...{ itemId, quantity: '1', isAsPictured: true, isConditionSame: true, condition: '完好' },
        placeId: court.shelves[0],
        ...more,
      };
    },
    giveBack(releaseId, lines, status = 200) {
      const body = { lines, returnerName: '书记员小李', returnerSignature: SIGNATURE };
      return step(releaseId, 'give-back', { ...body, secondPerson: court.secondPerson() }, status);
    },
  };
}

export async function buildReleaseCourt(test: TestApp): Promise<ReleaseCourt> {
  const seized = await buildSeizedCourt(test);
  const { court } = seized;
  const head = await buildPerson(test, { court, role: 'department_head', name: '庭长' });
  const president = await buildPerson(test, { court, role: 'president', name: '院长' });
  await seized.handler.agent
    .put('/api/session/pin')
    .send({ currentPassword: TEST_PASSWORD, pin: PIN })
    .expect(200);
  await seized.enter(seized.room, [seized.custodian, seized.reviewer]);
  const asking = askingOf(test, seized, head);
  const steps = stepsOf(seized, asking);
  return {
    ...seized,
    ...{ head, president },
    ...asking,
    ...steps,
    async lend(itemIds, more = {}) {
      const requestId = await asking.askLoan(itemIds, more);
      await asking.decide(requestId);
      const releaseId = await steps.prepare(requestId, itemIds);
      await steps.handOut(releaseId, itemIds);
      return releaseId;
    },
  };
}

/** The reason of the first line that was refused, or of the whole. */
export function reasonOf(body: unknown): string {
  const answer = refusedBodyOf({ body });
  return answer.problems[0]?.code ?? answer.code;
}

export { listLine };
