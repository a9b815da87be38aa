/** A request from handing in to being carried out, through the public door; kinds of request are the tests' own. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  decideApprovalEndpoint,
  listApprovalsEndpoint,
  listWaitingApprovalsEndpoint,
  readApprovalEndpoint,
  type ApprovalDetail,
} from '../../src/modules/approvals/approvals.contract.ts';
import {
  isOpenTo,
  REQUEST_ACTIONS,
  REQUEST_STATE_KEYS,
  type RequestAction,
} from '../../src/modules/approvals/approval-states.ts';
import { expireRequests } from '../../src/modules/approvals/expire-requests.sql.ts';
import { listPoliciesEndpoint } from '../../src/modules/approvals/policies.contract.ts';
import { chooseRule, isDecidedByAmount } from '../../src/modules/approvals/policy-rules.ts';
import {
  decidersOf,
  decideSeating,
  findSeatHindrance,
  outcomeOf,
  type Seat,
} from '../../src/modules/approvals/seat-rules.ts';
import type { NewRequest } from '../../src/modules/approvals/submit-request.ts';
import { useApproval, type Use } from '../../src/modules/approvals/use-approval.ts';
import { Refusal } from '../../src/platform/errors.ts';
import { newId } from '../../src/platform/ids.ts';
import pg from 'pg';
import {
  registerTestKinds,
  runAs,
  submitTestRequest,
  TEST_LINE,
  TEST_RULES,
} from '../support/approval-kinds.ts';
import { bodyOf, codeOf } from '../support/answers.ts';
import {
  buildCourt,
  buildDepartment,
  buildPerson,
  type TestCourt,
  type TestPerson,
} from '../support/people.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

const DAY_MS = 86_400_000;
registerTestKinds();

let test: TestApp;
let court: TestCourt;
let judge: TestPerson;
let custodian: TestPerson;
let head: TestPerson;
let foreignHead: TestPerson;
let vice: TestPerson;
let finance: TestPerson;
let president: TestPerson;

beforeAll(async () => {
  test = await createTestApp();
  court = await buildCourt(test);
  const elsewhere = await buildDepartment(test, court);
  judge = await buildPerson(test, { court, role: 'case_handler', name: '申请人' });
  custodian = await buildPerson(test, { court, role: 'property_custodian' });
  head = await buildPerson(test, { court, role: 'department_head', name: '庭长' });
  foreignHead = await buildPerson(test, { court, role: 'department_head', departmentId: elsewhere.id });
  vice = await buildPerson(test, { court, role: 'vice_president', name: '副院长' });
  finance = await buildPerson(test, { court, role: 'finance_officer' });
  president = await buildPerson(test, { court, role: 'president' });
});
afterAll(() => test.close());

const submit = (more: Partial<NewRequest> = {}, applicant = judge) =>
  submitTestRequest(test, applicant, { keptApart: [custodian.id], ...more });

async function read(id: string, person = judge): Promise<ApprovalDetail> {
  return bodyOf(readApprovalEndpoint, await person.agent.get(`/api/approvals/${id}`));
}

async function act(person: TestPerson, id: string, path: string, body: object) {
  const { version } = await read(id);
  return person.agent.post(`/api/approvals/${id}/${path}`).set('If-Match', `"${version}"`).send(body);
}

const decide = (person: TestPerson, id: string, verdict = 'approve', opinion: string | null = null) =>
  act(person, id, 'decide', { verdict, opinion });

const approved = async (person: TestPerson, id: string) =>
  bodyOf(decideApprovalEndpoint, await decide(person, id)).state;

async function waitingFor(person: TestPerson): Promise<string[]> {
  const answer = await person.agent.get('/api/approvals/waiting');
  return bodyOf(listWaitingApprovalsEndpoint, answer).items.map(({ id }) => id);
}

async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'done';
}

const use = (person: TestPerson, request: { id: string; subjectId: string }, more: Partial<Use> = {}) =>
  runAs(test, person, (command) =>
    useApproval(command, {
      requestId: request.id,
      kind: 'test_loan',
      lines: [{ subjectId: request.subjectId, quantity: '3', unit: '部' }],
      executors: [{ personId: person.id, name: person.name }],
      ...more,
    }),
  );

describe('the policy', () => {
  it.each([
    ['贵重', 100_000_00, 3],
    ['贵重', 99_999_99, 1],
    ['一般', 100_000_00, 1],
    [null, null, 1],
  ])('of grade %s and %s fen takes %s steps', (grade, amountFen, steps) => {
    expect(chooseRule(TEST_RULES, { grade, amountFen, applicantRoles: [] })?.steps).toHaveLength(steps);
  });

  it('knows where the amount decides', () => {
    const decides = (grade: string | null) => isDecidedByAmount(TEST_RULES, { grade, applicantRoles: [] });
    expect([decides('贵重'), decides('一般'), decides(null)]).toEqual([true, false, false]);
  });

  it('is changed for requests to come, by the leadership, and never left without a last rule', async () => {
    const { items } = bodyOf(listPoliciesEndpoint, await head.agent.get('/api/approval-policies'));
    const before = items.find(({ kind }) => kind === 'test_loan');
    expect(before).toMatchObject({ version: 0 });
    const put = (person: TestPerson, body: object, version = 0) =>
      person.agent.put('/api/approval-policies/test_other').set('If-Match', `"${version}"`).send(body);
    const steps = [{ title: '院长', needs: 'all', seats: [{ personId: president.id }] }];
    const rules = [{ when: {}, steps, validDays: 7, basis: null }];
    expect((await put(head, { rules, note: '改' })).status).toBe(403);
    const conditional = rules.map((rule) => ({ ...rule, when: { grades: ['贵重'] } }));
    expect(codeOf(await put(vice, { rules: conditional, note: '改' }))).toBe('INPUT_INVALID');
    const named = [
      { when: {}, steps: [{ ...steps[0], seats: [{ personId: newId() }] }], validDays: 7, basis: null },
    ];
    expect(codeOf(await put(vice, { rules: named, note: '改' }))).toBe('POLICY_PERSON_UNKNOWN');
    expect((await put(vice, { rules, note: '收紧' })).status).toBe(200);
    expect(codeOf(await put(vice, { rules, note: '收紧' }))).toBe('VERSION_STALE');
    const request = await submit({ kind: 'test_other' });
    expect((await read(request.id)).steps).toMatchObject([{ seats: [{ name: { zh: president.name } }] }]);
    expect(codeOf(await decide(head, request.id))).toBe('APPROVER_NOT_SEATED');
    expect(await approved(president, request.id)).toBe('approved');
  });
});

describe('a request', () => {
  it('goes from step to step, shows up where it waits, and is carried out once', async () => {
    const request = await submit({ grade: '贵重', amountFen: 500_000_00 });
    expect(await waitingFor(head)).toContain(request.id);
    expect(await waitingFor(foreignHead)).not.toContain(request.id);
    expect(await waitingFor(vice)).not.toContain(request.id);
    expect(codeOf(await decide(foreignHead, request.id))).toBe('APPROVER_NOT_SEATED');
    expect(codeOf(await decide(judge, request.id))).toBe('APPROVER_IS_APPLICANT');
    expect(await approved(head, request.id)).toBe('pending');
    expect(await waitingFor(finance)).toContain(request.id);
    expect(await approved(finance, request.id)).toBe('pending');
    expect(await approved(vice, request.id)).toBe('pending');
    expect(codeOf(await decide(vice, request.id))).toBe('APPROVER_HAS_DECIDED');
    expect(await refusalOf(use(custodian, request))).toBe('APPROVAL_NOT_GRANTED');
    expect(await approved(president, request.id)).toBe('approved');
    const detail = await read(request.id);
    expect(detail).toMatchObject({ basis: '试验规定第3条', availableActions: ['withdraw'] });
    expect(detail.decisions.map(({ kind }) => kind)).toEqual(['submit', ...Array<string>(4).fill('approve')]);
    await use(custodian, request);
    expect(await read(request.id)).toMatchObject({ state: 'used', lines: [{ usedQuantity: '3' }] });
    expect(await refusalOf(use(custodian, request))).toBe('APPROVAL_USED');
    const listed = await vice.agent.get('/api/approvals?view=decided');
    expect(bodyOf(listApprovalsEndpoint, listed).items.map(({ id }) => id)).toContain(request.id);
  });

  it('is never decided by whoever keeps the things, in whatever role', async () => {
    const request = await submit({ keptApart: [head.id] });
    expect(await waitingFor(head)).not.toContain(request.id);
    expect(codeOf(await decide(head, request.id))).toBe('APPROVER_KEPT_APART');
  });

  it('is carried out within what was approved, by others than those who decided, by one of two at once', async () => {
    const request = await submit();
    await approved(head, request.id);
    const lineOf = (quantity: string, unit = '部', subjectId = request.subjectId) => ({
      lines: [{ subjectId, quantity, unit }],
    });
    expect(await refusalOf(use(custodian, request, lineOf('3.000000000000000001')))).toBe(
      'APPROVAL_QUANTITY_EXCEEDED',
    );
    expect(await refusalOf(use(custodian, request, lineOf('1', '箱')))).toBe('APPROVAL_UNIT_CHANGED');
    expect(await refusalOf(use(custodian, request, lineOf('1', '部', newId())))).toBe(
      'APPROVAL_LINE_MISSING',
    );
    expect(await refusalOf(use(custodian, request, { kind: 'test_other' }))).toBe('APPROVAL_OF_OTHER_KIND');
    expect(await refusalOf(use(head, request))).toBe('EXECUTOR_HAS_DECIDED');
    expect(await refusalOf(use(custodian, { ...request, id: newId() }))).toBe('APPROVAL_NOT_FOUND');
    const both = await Promise.all([1, 2].map(() => refusalOf(use(custodian, request, lineOf('2')))));
    expect(both.sort()).toEqual(['APPROVAL_USED', 'done']);
    expect((await read(request.id)).lines).toMatchObject([{ quantity: '3', usedQuantity: '2' }]);
  });

  it('is returned with a reason, handed in again with less, and decided anew', async () => {
    const other = newId();
    const request = await submit({
      lines: [
        { ...TEST_LINE, subjectId: other },
        { ...TEST_LINE, subjectId: newId(), quantity: '2' },
      ],
    });
    expect(codeOf(await decide(head, request.id, 'return'))).toBe('OPINION_MISSING');
    expect((await decide(head, request.id, 'return', '数量过多')).status).toBe(200);
    expect(await waitingFor(head)).not.toContain(request.id);
    const again = (lines: object[], person = judge) =>
      act(person, request.id, 'resubmit', { reason: '减少数量', lines });
    expect(codeOf(await again([{ subjectId: other, quantity: '3.5' }]))).toBe('LINES_NOT_OF_REQUEST');
    expect(codeOf(await again([{ subjectId: newId(), quantity: '1' }]))).toBe('LINES_NOT_OF_REQUEST');
    expect(codeOf(await again([{ subjectId: other, quantity: '1' }], custodian))).toBe('APPLICANT_ONLY');
    expect((await again([{ subjectId: other, quantity: '1' }])).status).toBe(200);
    expect(await read(request.id)).toMatchObject({ round: 2, state: 'pending', lines: [{ quantity: '1' }] });
    expect(await approved(head, request.id)).toBe('approved');
  });

  it('is withdrawn by its applicant, also when it is approved; a rejected one stays rejected', async () => {
    const request = await submit();
    await approved(head, request.id);
    expect(codeOf(await act(custodian, request.id, 'withdraw', { reason: '错' }))).toBe('APPLICANT_ONLY');
    expect((await act(judge, request.id, 'withdraw', { reason: '不再需要' })).status).toBe(200);
    expect(await refusalOf(use(custodian, request))).toBe('APPROVAL_NOT_GRANTED');
    const rejected = await submit();
    expect((await decide(head, rejected.id, 'reject', '依据不足')).status).toBe(200);
    expect(codeOf(await act(judge, rejected.id, 'withdraw', { reason: '错' }))).toBe(
      'APPROVAL_NOT_OPEN_TO_THIS',
    );
    expect(codeOf(await decide(head, rejected.id))).toBe('APPROVAL_NOT_PENDING');
  });

  it('concerns those who apply, decide and oversee, and nobody else', async () => {
    const request = await submit();
    const statusFor = async (person: TestPerson) =>
      (await person.agent.get(`/api/approvals/${request.id}`)).status;
    expect(await Promise.all([judge, head, president].map(statusFor))).toEqual([200, 200, 200]);
    expect(await statusFor(custodian)).toBe(404);
    expect((await custodian.agent.get('/api/approvals?view=all')).status).toBe(403);
    expect((await president.agent.get('/api/approvals?view=all')).status).toBe(200);
  });

  it('lapses: nobody decides or carries out what is overdue, and the sweep closes it', async () => {
    const [waits, granted] = [await submit(), await submit()];
    await approved(head, granted.id);
    const start = test.clock.now();
    test.clock.advanceMs(30 * DAY_MS);
    const lateHead = await buildPerson(test, { court, role: 'department_head' });
    const lateJudge = await read(waits.id, lateHead);
    expect(lateJudge).toMatchObject({ state: 'expired', availableActions: [] });
    const answer = await lateHead.agent
      .post(`/api/approvals/${waits.id}/decide`)
      .set('If-Match', `"${lateJudge.version}"`)
      .send({ verdict: 'approve' });
    expect(codeOf(answer)).toBe('APPROVAL_EXPIRED');
    expect(await refusalOf(use(custodian, granted))).toBe('APPROVAL_EXPIRED');
    const owner = new pg.Client({ connectionString: test.database.ownerUrl });
    await owner.connect();
    await expireRequests(owner, test.clock.now());
    await owner.end();
    const swept = await read(waits.id, lateHead);
    expect(swept.decisions.at(-1)).toMatchObject({ kind: 'expire', personName: '系统' });
    test.clock.set(start.toISOString());
  });
});

describe('a delegation', () => {
  const delegate = (from: TestPerson, to: TestPerson, validFrom: string, validTo: string) =>
    from.agent
      .post('/api/approval-delegations')
      .send({ toPersonId: to.id, validFrom, validTo, reason: '出差' });

  it('lets somebody decide in another’s name for its days, never on their own request', async () => {
    const deputy = await buildPerson(test, { court, role: 'staff', name: '受托人' });
    const request = await submit();
    const ownRequest = await submit({}, deputy);
    expect(codeOf(await delegate(head, head, '2026-11-23', '2026-11-24'))).toBe('DELEGATE_UNFIT');
    expect(codeOf(await delegate(head, deputy, '2026-11-24', '2026-11-23'))).toBe('DELEGATION_BACKWARDS');
    expect((await delegate(head, deputy, '2026-11-24', '2026-11-25')).status).toBe(200);
    expect(await waitingFor(deputy)).toEqual([]);
    const running = await delegate(head, deputy, '2026-11-23', '2026-11-23');
    expect(await waitingFor(deputy)).toContain(request.id);
    expect(await waitingFor(deputy)).not.toContain(ownRequest.id);
    const decided = bodyOf(
      decideApprovalEndpoint,
      await act(deputy, request.id, 'decide', { verdict: 'approve' }),
    );
    expect(decided.decisions.at(-1)).toMatchObject({ personName: '受托人', onBehalfOfName: '庭长' });
    const delegationId = String((running.body as { id: string }).id);
    expect(codeOf(await deputy.agent.post(`/api/approval-delegations/${delegationId}/end`))).toBe(
      'DELEGATION_NOT_FOUND',
    );
    expect((await head.agent.post(`/api/approval-delegations/${delegationId}/end`)).status).toBe(200);
    expect(await waitingFor(deputy)).toEqual([]);
  });

  it('counts a decision for whoever made it and for whoever it was made for', async () => {
    const deputy = await buildPerson(test, { court, role: 'property_custodian', name: '受托保管员' });
    await delegate(vice, deputy, '2026-11-23', '2026-11-23');
    const request = await submit({ grade: '贵重', amountFen: 200_000_00 });
    await decide(head, request.id);
    const byDeputy = bodyOf(decideApprovalEndpoint, await decide(deputy, request.id));
    expect(byDeputy.decisions.at(-1)).toMatchObject({ onBehalfOfName: '副院长' });
    await decide(finance, request.id);
    expect(await waitingFor(vice)).not.toContain(request.id);
    expect(codeOf(await decide(vice, request.id))).toBe('APPROVER_HAS_DECIDED');
    expect(await approved(president, request.id)).toBe('approved');
    expect(await refusalOf(use(vice, request))).toBe('EXECUTOR_HAS_DECIDED');
    expect(await refusalOf(use(judge, request))).toBe('done');
  });

  it('does not let the applicant’s own approval come back through a delegate', async () => {
    const deputy = await buildPerson(test, { court, role: 'staff' });
    await delegate(head, deputy, '2026-11-23', '2026-11-23');
    const request = await submit({}, head);
    expect(await waitingFor(deputy)).not.toContain(request.id);
    const answer = await deputy.agent
      .post(`/api/approvals/${request.id}/decide`)
      .set('If-Match', '"1"')
      .send({ verdict: 'approve' });
    expect(codeOf(answer)).toBe('APPROVER_NOT_SEATED');
  });
});

describe('the rules', () => {
  it('say of every state what can be done with it', () => {
    const table = Object.fromEntries(
      REQUEST_STATE_KEYS.map((state) => [
        state,
        // why: the keys of a literal object are its actions.
        (Object.keys(REQUEST_ACTIONS) as RequestAction[]).filter((action) => isOpenTo(state, action)),
      ]),
    );
    expect(table).toEqual({
      pending: ['approve', 'reject', 'return', 'withdraw', 'expire'],
      returned: ['resubmit', 'withdraw', 'expire'],
      approved: ['withdraw', 'use', 'expire'],
      used: [],
      rejected: [],
      withdrawn: [],
      expired: [],
    });
  });

  it('seat nobody twice and never the applicant, whoever delegates to whom', () => {
    const people = ['甲', '乙', '丙', '丁'];
    const seat = fc.record({
      step: fc.constant(0),
      seat: fc.integer({ min: 0, max: 3 }),
      role: fc.constantFrom('president', 'finance_officer'),
      departmentId: fc.constant(null),
      personId: fc.constant(null),
      isOpen: fc.boolean(),
      verdict: fc.constant(null),
      decidedBy: fc.option(fc.constantFrom(...people)),
      decidedFor: fc.option(fc.constantFrom(...people)),
    });
    const principal = fc.record({
      personId: fc.constantFrom(...people),
      personName: fc.constant(''),
      roles: fc.array(
        fc.record({ role: fc.constantFrom('president', 'finance_officer'), departmentId: fc.constant(null) }),
      ),
    });
    const now = new Date('2026-11-23T01:30:00Z');
    fc.assert(
      fc.property(
        fc.array(seat),
        fc.array(principal),
        fc.constantFrom(...people),
        fc.subarray(people),
        fc.subarray(people),
        (seats: Seat[], principals, actorId, keptApart, counters) => {
          const request = {
            state: 'pending',
            applicantId: '甲',
            keptApart,
            counters,
            expiresAt: new Date(now.getTime() + 1),
            seats,
          } as const;
          const seating = decideSeating(request, actorId, principals, now);
          if (!seating.allowed) return;
          expect(actorId).not.toBe('甲');
          expect([...keptApart, ...counters]).not.toContain(actorId);
          expect(seats.map(({ decidedBy }) => decidedBy)).not.toContain(actorId);
          expect(seats.map(({ decidedFor }) => decidedFor)).not.toContain(actorId);
          const apart = ['甲', ...keptApart, ...counters, ...decidersOf(seats)];
          expect(apart).not.toContain(seating.principal.personId);
          expect(seating.seat.isOpen).toBe(true);
        },
      ),
    );
  });

  describe('name why somebody whom a seat waits for does not fill it', () => {
    const now = new Date('2026-11-23T01:30:00Z');
    const seat = { step: 0, seat: 0, role: 'president', departmentId: null, personId: null } as const;
    const open: Seat = { ...seat, isOpen: true, verdict: null, decidedBy: null, decidedFor: null };
    const request = {
      ...({ state: 'pending', applicantId: '甲', keptApart: [], counters: [], seats: [open] } as const),
      expiresAt: new Date(now.getTime() + 1),
    };
    const asPresident = (personId: string) => ({
      ...{ personId, personName: '', roles: [{ role: 'president', departmentId: null }] },
    });
    const all = { keptApart: ['乙'], counters: ['乙'], seats: [open, { ...open, seat: 1, decidedBy: '乙' }] };
    it.each<[string, object, string | null]>([
      ['甲', { ...all, applicantId: '乙' }, null],
      ['乙', { ...all, applicantId: '乙' }, 'APPROVER_IS_APPLICANT'],
      ['乙', all, 'APPROVER_KEPT_APART'],
      ['乙', { ...all, keptApart: [] }, 'APPROVER_HAS_COUNTED'],
      ['乙', { ...all, keptApart: [], counters: [] }, 'APPROVER_HAS_DECIDED'],
      ['乙', { counters: ['丙'] }, null],
      ['乙', { counters: ['乙'], seats: [{ ...open, role: 'finance_officer' }] }, null],
      ['乙', { counters: ['乙'], seats: [{ ...open, isOpen: false }] }, null],
      ['乙', { counters: ['乙'], state: 'approved' }, null],
    ])('%s of %j: %s', (actorId, more, expected) => {
      const asked = { ...request, ...more };
      expect(findSeatHindrance(asked, actorId, [asPresident(actorId)], now)).toBe(expected);
    });

    it('also when they come in the name of somebody who did not count', () => {
      const verdict = decideSeating({ ...request, counters: ['乙'] }, '乙', [asPresident('丙')], now);
      expect(verdict).toEqual({ allowed: false, reason: 'APPROVER_HAS_COUNTED' });
      const inName = decideSeating({ ...request, counters: ['丙'] }, '乙', [asPresident('丙')], now);
      expect(inName).toEqual({ allowed: false, reason: 'APPROVER_NOT_SEATED' });
    });
  });

  it.each([
    ['approve', 'all', 1, 0, 2, 'waits'],
    ['approve', 'all', 0, 0, 2, 'opens 1'],
    ['approve', 'any', 3, 0, 2, 'opens 1'],
    ['approve', 'any', 3, 1, 2, 'ends approved'],
    ['reject', 'all', 1, 0, 2, 'ends rejected'],
    ['return', 'any', 1, 1, 2, 'ends returned'],
  ] as const)(
    '%s of a step that needs %s with %s waiting at %s of %s %s',
    (verdict, needs, waiting, index, count, expected) => {
      const outcome = outcomeOf(verdict, { index, count, needs, waiting });
      const said = {
        waits: '',
        opens: 'step' in outcome ? ` ${outcome.step}` : '',
        ends: 'state' in outcome ? ` ${outcome.state}` : '',
      };
      expect(outcome.kind + said[outcome.kind]).toBe(expected);
    },
  );
});
