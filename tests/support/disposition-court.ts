/** A court in which judgments are carried out: the people whom the rules ask for, cases with items in store, approvals. */
import { afterAll, beforeAll, expect } from 'vitest';
import {
  readItemDispositionEndpoint,
  listDispositionWorkEndpoint,
} from '../../src/modules/dispositions/item-disposition.contract.ts';
import {
  enterJudgmentLinesEndpoint,
  readCaseJudgmentsEndpoint,
} from '../../src/modules/dispositions/judgments.contract.ts';
import { requestDispositionEndpoint } from '../../src/modules/dispositions/preparing.contract.ts';
import { readApprovalEndpoint } from '../../src/modules/approvals/approvals.contract.ts';
import * as intakes from '../../src/modules/seized-items/intakes.contract.ts';
import type { PhotoStep } from '../../src/modules/seized-items/photo-demands/photo-policy-rules.ts';
import type { ResponseOf } from '../../src/platform/endpoint.ts';
import type { Role } from '../../src/modules/accounts/roles.ts';
import { formatWallClockMinute } from '../../src/platform/spreadsheets/wall-clock.ts';
import { verifyLedger } from '../../src/verify-ledger.ts';
import { bodyOf, refusedBodyOf } from './answers.ts';
import { buildPerson, TEST_PASSWORD, type TestPerson } from './people.ts';
import { buildSeizedCourt, listLine, PIN, SIGNATURE, type SeizedCourt } from './seized-court.ts';
import { createTestApp, type TestApp } from './test-app.ts';

export { listLine };

/** A well-formed number of an identity card that nobody has. */
export const TAKER_NUMBER = '11010519491231002X';
export const TAKER = {
  name: '赵权利',
  relation: 'self',
  documentKind: 'resident_id',
  documentNumber: TAKER_NUMBER,
};

export interface DispositionCourt extends SeizedCourt {
  readonly enforcement: TestPerson;
  readonly inspector: TestPerson;
  readonly head: TestPerson;
  readonly president: TestPerson;
  readonly finance: TestPerson;
  /** A case of its own with these items on the first shelf; custodian and reviewer are in the room. */
  /**
   * Photos from before and after a destruction that took from ninety to thirty minutes ago; two hours go by. As the form
   * takes moments.
   */
  photographDestruction(itemIds: readonly string[]): Promise<{ from: string; to: string }>;
  open(lines: readonly object[]): Promise<{ caseId: string; itemIds: string[] }>;
  enterLines(caseId: string, lines: readonly object[], more?: object): Promise<string[]>;
  /** Entered by the judge’s side and confirmed by the enforcement bureau. */
  order(caseId: string, lines: readonly object[], more?: object): Promise<string[]>;
  /** Ordered, and waiting for the disposition. */
  await(caseId: string, lines: readonly object[]): Promise<void>;
  /** An approved request for the disposition. */
  approved(way: string, items: readonly { itemId: string; quantity?: string }[]): Promise<string>;
  approve(requestId: string): Promise<void>;
  post(path: string, body: object, as?: TestPerson, status?: number): Promise<unknown>;
  /** The reason of a refusal: of its first line, when there are lines. */
  refusal(path: string, body: object, as?: TestPerson): Promise<string>;
  judgments(caseId: string): Promise<ResponseOf<typeof readCaseJudgmentsEndpoint>>;
  disposition(itemId: string, as?: TestPerson): Promise<ResponseOf<typeof readItemDispositionEndpoint>>;
  work(view: string, as?: TestPerson): Promise<ResponseOf<typeof listDispositionWorkEndpoint>['items']>;
}

/** Who takes a thing away and who hands it over, both by hand. */
export const SIGNED = { takerSignature: SIGNATURE, officerSignature: SIGNATURE };
let serial = 100;

export function line(itemId: string | null, order: string, more: object = {}): object {
  return { itemId, order, description: '手机', quantity: '1', unit: '部', ...more };
}

interface Officials {
  readonly enforcement: TestPerson;
  readonly inspector: TestPerson;
  readonly head: TestPerson;
  readonly president: TestPerson;
  readonly finance: TestPerson;
}
type Base = SeizedCourt & Officials;

async function buildOfficials(test: TestApp, court: SeizedCourt): Promise<Officials> {
  const person = (role: Role, name: string) => buildPerson(test, { court: court.court, role, name });
  const enforcement = await person('enforcement_officer', '执行员戊');
  const inspector = await person('inspector', '督察己');
  for (const one of [inspector, enforcement])
    await one.agent.put('/api/session/pin').send({ currentPassword: TEST_PASSWORD, pin: PIN }).expect(200);
  return {
    ...{ enforcement, inspector },
    head: await person('department_head', '庭长庚'),
    president: await person('president', '院长辛'),
    finance: await person('finance_officer', '财务壬'),
  };
}

type Sending = Pick<DispositionCourt, 'post' | 'refusal'>;

function sendingOf({ custodian }: Base): Sending {
  return {
    async post(path, body, as = custodian, status = 200) {
      const answer = await as.agent.post(`/api/${path}`).send(body);
      if (answer.status !== status)
        throw new Error(`${path}: ${answer.status} instead of ${status}: ${JSON.stringify(answer.body)}`);
      const answered: unknown = answer.body;
      return answered;
    },
    async refusal(path, body, as = custodian) {
      const answer = await as.agent.post(`/api/${path}`).send(body);
      if (answer.status < 400) throw new Error(`${path} was not refused`);
      const refused = refusedBodyOf(answer);
      return refused.problems[0]?.code ?? refused.code;
    },
  };
}

type Judging = Pick<DispositionCourt, 'enterLines' | 'order' | 'await' | 'approve' | 'approved'>;

function judgingOf(base: Base, { post }: Sending): Judging {
  const { handler, enforcement, head, vicePresident, president } = base;
  const enterLines: Judging['enterLines'] = async (caseId, lines, more = {}) => {
    const numbered = lines.map((each, index) => ({ lineNumber: index + 1, ...each }));
    const body = {
      document: '（2026）内08刑初12号判决',
      effectiveOn: '2026-03-01',
      lines: numbered,
      ...more,
    };
    const answer = await post(`cases/${caseId}/judgment-lines`, body, handler);
    return bodyOf(enterJudgmentLinesEndpoint, { body: answer }).lineIds;
  };
  const order: Judging['order'] = async (caseId, lines, more) => {
    const lineIds = await enterLines(caseId, lines, more);
    await post('judgment-lines/confirm', { lineIds }, enforcement);
    return lineIds;
  };
  const approve: Judging['approve'] = async (requestId) => {
    for (const decider of [head, vicePresident, president]) {
      const found = await decider.agent.get(`/api/approvals/${requestId}`).expect(200);
      const { state, version, availableActions } = bodyOf(readApprovalEndpoint, found);
      if (state !== 'pending') return;
      if (!availableActions.includes('approve')) continue;
      await decider.agent
        .post(`/api/approvals/${requestId}/decide`)
        .set('If-Match', `"${version}"`)
        .send({ verdict: 'approve' })
        .expect(200);
    }
  };
  return {
    ...{ enterLines, order, approve },
    async await(caseId, lines) {
      await order(caseId, lines);
      const ids = (lines as readonly { itemId: string | null }[]).flatMap(({ itemId }) => itemId ?? []);
      await post('dispositions/await', { itemIds: [...new Set(ids)] }, handler);
    },
    async approved(way, items) {
      const asked = await post('dispositions/requests', { way, items, reason: '按生效判决处理' }, handler);
      const { id } = bodyOf(requestDispositionEndpoint, { body: asked });
      await approve(id);
      return id;
    },
  };
}

function countOf(court: Base, listed: { quantity?: string; unit?: string } = {}) {
  const { quantity = '1', unit } = listed;
  const denominations =
    unit === 'CNY' || unit === 'USD' ? [{ faceMinor: 10_000, pieces: Number(quantity) / 100 }] : [];
  const sealed = unit === 'USD' ? { sealNumber: `W-${serial}` } : {};
  return { outcome: 'matches', placeId: court.shelves[0], denominations, quantity, ...sealed };
}

function openingOf(court: Base, { post }: Sending): DispositionCourt['open'] {
  return async (lines) => {
    serial += 1;
    const caseId = await court.addCase(`（2026）内08刑初${serial}号`);
    const items = await court.preregister(lines, caseId);
    const itemIds = items.map(({ id }) => id);
    const delivery = { deliverer: '王检', delivererUnit: '临河区检察院', itemIds };
    const opened = await post(`cases/${caseId}/intakes`, {
      ...delivery,
      secondPerson: court.secondPerson(),
    });
    const intakeId = bodyOf(intakes.openIntakeEndpoint, { body: opened }).id;
    for (const id of itemIds) await court.photograph(id, 4);
    await court.count(
      intakeId,
      itemIds.map((itemId, index) => ({ itemId, count: countOf(court, lines[index]) })),
    );
    await court.complete(intakeId);
    return { caseId, itemIds };
  };
}

function photographing(court: Base, clock: TestApp['clock']): DispositionCourt['photographDestruction'] {
  return async (itemIds) => {
    for (const id of itemIds) await court.photograph(id);
    clock.advanceMs(2 * 3_600_000);
    for (const id of itemIds) await court.photograph(id);
    const ago = (minutes: number) =>
      formatWallClockMinute(new Date(clock.now().getTime() - minutes * 60_000));
    return { from: ago(90), to: ago(30) };
  };
}

export async function buildDispositionCourt(test: TestApp): Promise<DispositionCourt> {
  const seized = await buildSeizedCourt(test);
  const court = { ...seized, ...(await buildOfficials(test, seized)) };
  await court.enter(court.room, [court.custodian, court.reviewer]);
  const sending = sendingOf(court);
  return {
    ...court,
    ...sending,
    ...judgingOf(court, sending),
    open: openingOf(court, sending),
    photographDestruction: photographing(court, test.clock),
    async judgments(caseId) {
      const answer = await court.handler.agent.get(`/api/cases/${caseId}/judgments`).expect(200);
      return bodyOf(readCaseJudgmentsEndpoint, answer);
    },
    async disposition(itemId, as = court.handler) {
      const answer = await as.agent.get(`/api/seized-items/${itemId}/disposition`).expect(200);
      return bodyOf(readItemDispositionEndpoint, answer);
    },
    async work(view, as = court.enforcement) {
      const answer = await as.agent.get(`/api/dispositions/work?view=${view}&limit=200`).expect(200);
      return bodyOf(listDispositionWorkEndpoint, answer).items;
    },
  };
}

/**
 * Hands the tests of the file one application with such a court, and closes it after them: whatever they did, the ledger
 * has to verify.
 */
export function prepareDispositionCourt(
  take: (made: { readonly app: TestApp; readonly court: DispositionCourt }) => void,
): void {
  let app: TestApp | undefined;
  beforeAll(async () => {
    app = await createTestApp();
    take({ app, court: await buildDispositionCourt(app) });
  });
  afterAll(async () => {
    if (app === undefined) return;
    const verified = await verifyLedger(app.database.ownerPool, {});
    await app.close();
    expect(verified.difference).toBeUndefined();
  });
}

/** What every execution carries: the items, the approval, the second person. */
export function execution(
  court: DispositionCourt,
  requestId: string,
  items: readonly object[],
  more: object = {},
): object {
  return { items, requestId, secondPerson: court.secondPerson(), ...more };
}

/** The first policy of photos of the court: so many at the step, of whatever grade. */
export async function demandPhotos(
  { president }: DispositionCourt,
  step: PhotoStep,
  count: number,
): Promise<void> {
  const grades = [{ step, ordinary: count, valuable: count, special: count }];
  await president.agent
    .put('/api/photo-policy')
    .set('If-Match', '"0"')
    .send({ rules: { grades, categories: [] }, note: '院务会纪要' })
    .expect(200);
}
