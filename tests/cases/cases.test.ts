/** Cases through the public door: registered, found by any number, corrected, handed on, linked, masked. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as contract from '../../src/modules/cases/contract.ts';
import type { CaseAnswer } from '../../src/modules/cases/case-fields.ts';
import { findCase, findCaseByNumber } from '../../src/modules/cases/find-case.ts';
import * as numbers from '../../src/modules/cases/numbers.contract.ts';
import { bodyOf, codeOf, refusedBodyOf } from '../support/answers.ts';
import {
  buildCourt,
  buildDepartment,
  buildPerson,
  writeAsSystem,
  type TestCourt,
  type TestPerson,
} from '../support/people.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

let test: TestApp;
let parent: TestCourt;
let court: TestCourt;
let judge: TestPerson;
let colleague: TestPerson;
let head: TestPerson;
let custodian: TestPerson;
let president: TestPerson;
let equipment: TestPerson;
let supervisor: TestPerson;
let cleared: TestPerson;
let otherJudge: TestPerson;

beforeAll(async () => {
  test = await createTestApp();
  parent = await buildCourt(test, { divisionNumber: '150000' });
  court = await buildCourt(test, { divisionNumber: '150800', parent, departmentName: '刑一庭' });
  const civil = await buildDepartment(test, court, '民一庭');
  judge = await buildPerson(test, { court, role: 'case_handler', name: '阿木尔' });
  colleague = await buildPerson(test, { court, role: 'case_handler', name: '苏和' });
  otherJudge = await buildPerson(test, { court, role: 'case_handler', departmentId: civil.id });
  head = await buildPerson(test, { court, role: 'department_head' });
  custodian = await buildPerson(test, { court, role: 'property_custodian' });
  president = await buildPerson(test, { court, role: 'president' });
  equipment = await buildPerson(test, { court, role: 'equipment_admin' });
  supervisor = await buildPerson(test, { court: parent, role: 'supervisor' });
  cleared = await buildPerson(test, { court, roles: ['equipment_admin', 'cleared_staff'] });
});
afterAll(() => test.close());

let sequence = 100;
function nextNumber(type = '刑初'): string {
  sequence += 1;
  return `（2026）内08${type}${sequence}号`;
}

function facts(overrides: object = {}): object {
  return {
    number: nextNumber(),
    cause: '盗窃罪',
    handlerId: judge.id,
    acceptedOn: '2026-03-02',
    ...overrides,
  };
}

async function register(overrides: object = {}, by: TestPerson = judge): Promise<CaseAnswer> {
  const answer = await by.agent.post('/api/cases').send(facts(overrides));
  expect([answer.status, answer.body]).toEqual([200, expect.anything()]);
  return bodyOf(contract.createCaseEndpoint, answer);
}

async function read(id: string, by: TestPerson = judge): Promise<CaseAnswer> {
  return bodyOf(contract.readCaseEndpoint, await by.agent.get(`/api/cases/${id}`));
}

function change(by: TestPerson, found: Pick<CaseAnswer, 'id' | 'version'>, verb: string, body: object) {
  return by.agent.post(`/api/cases/${found.id}/${verb}`).set('If-Match', `"${found.version}"`).send(body);
}

async function idsOf(by: TestPerson, query: object): Promise<string[]> {
  const answer = await by.agent.get('/api/cases').query({ limit: 200, ...query });
  return bodyOf(contract.listCasesEndpoint, answer).items.map(({ id }) => id);
}

describe('registering', () => {
  it('writes the case with its numbers and parties, and who handles it from when', async () => {
    const made = await register({
      number: ' (2026) 内08刑初 ５１ 号',
      otherNumbers: [{ number: '（2025）内0802财保9号', sourceDocument: '移送函' }],
      parties: [
        { role: 'defendant', kind: 'person', name: '巴特尔' },
        { role: 'victim', kind: 'organisation', name: '临河某商行' },
      ],
      seizingOrgan: '临河区公安局',
    });
    expect(made).toMatchObject({
      ...{ number: '（2026）内08刑初51号', stage: 'first_instance', handler: '阿木尔', department: '刑一庭' },
      handlers: [{ handler: '阿木尔', fromOn: '2026-03-02', untilOn: null }],
      parties: [{ name: '巴特尔' }, { name: '临河某商行', kind: 'organisation' }],
      availableActions: ['correct', 'add_number', 'add_party', 'link'],
    });
    expect(made.numbers).toMatchObject([
      {
        number: '（2026）内08刑初51号',
        raw: ' (2026) 内08刑初 ５１ 号',
        isPrimary: true,
        relation: 'first_instance',
      },
      { number: '（2025）内0802财保9号', relation: 'preservation', isOfOtherCourt: false },
    ]);
  });

  it('a wrong number is refused with what is wrong with it', async () => {
    const answer = await judge.agent.post('/api/cases').send(facts({ number: '（2026）蒙08刑初1号' }));
    expect(answer.status).toBe(422);
    expect(refusedBodyOf(answer)).toMatchObject({
      code: 'CASE_NUMBER_INVALID',
      problems: [{ path: 'body.number', code: 'COURT_NOT_MENG' }],
    });
  });

  it('a number belongs to one case: the refusal names the other one', async () => {
    const first = await register({ cause: '诈骗罪' });
    const again = facts({ number: first.number.replace('（', '[').replace('）', ']') });
    const answer = await judge.agent.post('/api/cases').send(again);
    expect([answer.status, codeOf(answer)]).toEqual([409, 'CASE_NUMBER_TAKEN']);
    expect(refusedBodyOf(answer).facts).toMatchObject({
      other: { zh: expect.stringMatching(/诈骗罪.*阿木尔/) as unknown },
    });
    const stranger = await otherJudge.agent
      .post('/api/cases')
      .send(facts({ number: first.number, handlerId: otherJudge.id }));
    expect(JSON.stringify(refusedBodyOf(stranger).facts['other'])).not.toMatch(/诈骗罪/);
  });

  it('of two who register one number at once, one is told', async () => {
    const number = nextNumber();
    const answers = await Promise.all(
      [judge, custodian, head].map((by) => by.agent.post('/api/cases').send(facts({ number }))),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
    expect(answers.filter(({ status }) => status === 409).map(codeOf)).toEqual(
      Array(2).fill('CASE_NUMBER_TAKEN'),
    );
  });

  it.each([
    [
      { otherNumbers: [{ number: '（2026）内08刑初999号' }, { number: '(2026)内08刑初999号' }] },
      'CASE_NUMBER_LISTED_TWICE',
    ],
    [{ handlerId: '01900000-0000-7000-8000-000000000000' }, 'CASE_NOT_YOURS'],
    [{ clerkId: '01900000-0000-7000-8000-000000000000' }, 'CASE_HANDLER_UNKNOWN'],
    [{ departmentId: '01900000-0000-7000-8000-000000000000' }, 'CASE_DEPARTMENT_UNKNOWN'],
    [{ acceptedOn: '2026-11-24' }, 'CASE_DATES_WRONG'],
    [{ closedOn: '2026-03-01' }, 'CASE_DATES_WRONG'],
    [{ effectiveOn: '2026-03-01' }, 'CASE_DATES_WRONG'],
  ])('%j is refused: %s', async (overrides, code) => {
    const answer = await judge.agent.post('/api/cases').send(facts(overrides));
    expect(codeOf(answer)).toBe(code);
  });

  it('a court’s own type is added once', async () => {
    const number = `（2026）内08刑试${(sequence += 1)}号`;
    expect(codeOf(await judge.agent.post('/api/cases').send(facts({ number })))).toBe('CASE_NUMBER_INVALID');
    const type = { type: '刑试', basis: '内高法〔2026〕3号' };
    expect((await custodian.agent.post('/api/case-number-types').send(type)).status).toBe(200);
    expect(codeOf(await custodian.agent.post('/api/case-number-types').send(type))).toBe(
      'CASE_NUMBER_TYPE_EXISTS',
    );
    const shipped = { type: '刑初', basis: 'x' };
    expect(codeOf(await custodian.agent.post('/api/case-number-types').send(shipped))).toBe(
      'CASE_NUMBER_TYPE_EXISTS',
    );
    await register({ number });
    const listed = await judge.agent.get('/api/case-number-types');
    expect(bodyOf(numbers.listCaseNumberTypesEndpoint, listed).items).toMatchObject([type]);
  });
});

describe('situation 04: the number changes on appeal, remand and execution', () => {
  it('the case is found by every number in any bracket form', async () => {
    let found = await register({ number: '（2026）内0802刑初7号' });
    for (const [number, relation] of [
      ['〔2026〕内08刑终9号', 'appeal'],
      ['[2026]内0802刑初88号', 'remand'],
      ['(2026)内0802执15号', 'execution'],
    ]) {
      const body = { number, relation, sourceDocument: '裁定书', validFrom: '2026-06-01' };
      const answer = await change(judge, found, 'numbers', { ...body, isPrimary: relation === 'execution' });
      found = bodyOf(numbers.addCaseNumberEndpoint, answer);
    }
    expect(found.number).toBe('（2026）内0802执15号');
    expect(found.numbers.map(({ relation }) => relation)).toEqual([
      'first_instance',
      'appeal',
      'remand',
      'execution',
    ]);
    for (const q of [
      '（2026）内0802刑初7号',
      '【2026】 内08刑终9号',
      '（２０２６）内0802刑初88号',
      '2026执15',
      '刑终9',
      '内0802执15号之一',
    ])
      expect([q, await idsOf(judge, { q })]).toEqual([q, expect.arrayContaining([found.id])]);
    const inside = await writeAsSystem(test, court.id, async (command) => [
      await findCaseByNumber(
        { reader: command.trx, now: command.now },
        { courtId: court.id, number: '(2026)内08刑终9号' },
      ),
      await findCase(command.trx, { courtId: court.id, id: found.id }),
    ]);
    expect(inside.map((one) => one?.id)).toEqual([found.id, found.id]);
  });

  it('a number of another case is refused, and a stale version, too', async () => {
    const taken = await register();
    const found = await register();
    const body = { number: taken.number, relation: 'appeal', validFrom: '2026-06-01' };
    expect(codeOf(await change(judge, found, 'numbers', body))).toBe('CASE_NUMBER_TAKEN');
    const stale = { ...found, version: found.version + 1 };
    expect(codeOf(await change(judge, stale, 'numbers', { ...body, number: nextNumber('刑终') }))).toBe(
      'VERSION_STALE',
    );
  });

  it('a number that was wrong gives way, is still found, and is free for its right case', async () => {
    const found = await register();
    const wrong = found.number;
    const right = nextNumber();
    const [number] = found.numbers;
    const mark = (rightNumber: string, of = found) =>
      change(judge, of, `numbers/${number?.id}/mark-wrong`, { rightNumber, reason: '登记时看错' });
    expect(codeOf(await mark(wrong))).toBe('CASE_NUMBER_SAME');
    const marked = bodyOf(numbers.markNumberWrongEndpoint, await mark(right));
    expect(marked).toMatchObject({ number: right });
    expect(marked.numbers).toMatchObject([
      {
        number: wrong,
        relation: 'formerly_wrong',
        isPrimary: false,
        supersededBy: right,
        supersededReason: '登记时看错',
      },
      { number: right, relation: 'first_instance', isPrimary: true },
    ]);
    expect(codeOf(await mark(nextNumber(), marked))).toBe('CASE_NUMBER_WRONG_ALREADY');
    expect(await idsOf(judge, { q: wrong })).toEqual([found.id]);
    const rightful = await register({ number: wrong });
    expect((await idsOf(judge, { q: wrong })).toSorted()).toEqual([found.id, rightful.id].toSorted());
    const checked = await judge.agent.get('/api/case-numbers/check').query({ number: wrong });
    expect(bodyOf(numbers.checkCaseNumberEndpoint, checked)).toMatchObject({
      canonical: wrong,
      isTaken: true,
      cases: [
        { id: rightful.id, isFormerlyWrong: false },
        { id: found.id, isFormerlyWrong: true },
      ],
    });
    const unknown = '01900000-0000-7000-8000-000000000000';
    const strange = await change(judge, marked, `numbers/${unknown}/mark-wrong`, {
      ...{ rightNumber: nextNumber(), reason: '错' },
    });
    expect(codeOf(strange)).toBe('CASE_NUMBER_NOT_OF_CASE');
  });

  it('a number is checked while it is typed', async () => {
    const check = async (number: string, by = judge) =>
      bodyOf(
        numbers.checkCaseNumberEndpoint,
        await by.agent.get('/api/case-numbers/check').query({ number }),
      );
    expect(await check('（2026）内8刑初1号')).toMatchObject({ problem: { code: 'COURT_DIGITS_WRONG' } });
    expect(await check('（2026）粤07刑初1号')).toMatchObject({
      problem: null,
      isOfOtherCourt: true,
      isTaken: false,
    });
    const found = await register();
    expect(await check(found.number)).toMatchObject({
      isTaken: true,
      isOfOtherCourt: false,
      cases: [{ id: found.id }],
    });
    expect(await check(found.number, otherJudge)).toMatchObject({ isTaken: true, cases: [] });
  });
});

describe('situations 05 and 06: merged and split cases', () => {
  it('are linked, each keeps its own numbers, one keeps the ledger of what both need', async () => {
    const main = await register();
    const other = await register({ cause: '掩饰、隐瞒犯罪所得罪' });
    const body = {
      otherNumber: other.number,
      kind: 'split',
      isMain: true,
      sourceDocument: '分案决定',
      linkedOn: '2026-05-06',
    };
    const linked = bodyOf(numbers.linkCasesEndpoint, await change(judge, main, 'links', body));
    expect(linked.links).toMatchObject([{ caseId: other.id, kind: 'split', isMain: true, endedOn: null }]);
    expect(linked.numbers).toHaveLength(1);
    const mirrored = await read(other.id);
    expect(mirrored.links).toMatchObject([{ caseId: main.id, isMain: false }]);
    expect(codeOf(await change(judge, linked, 'links', body))).toBe('CASES_LINKED_ALREADY');
    expect(codeOf(await change(judge, mirrored, 'links', { ...body, otherNumber: main.number }))).toBe(
      'CASES_LINKED_ALREADY',
    );
    expect(codeOf(await change(judge, linked, 'links', { ...body, otherNumber: main.number }))).toBe(
      'CASE_LINKED_TO_ITSELF',
    );
    expect(codeOf(await change(judge, linked, 'links', { ...body, otherNumber: nextNumber() }))).toBe(
      'OTHER_CASE_NOT_FOUND',
    );
    const ended = await change(judge, linked, `links/${other.id}/end`, { reason: '撤销分案' });
    const after = bodyOf(numbers.endCaseLinkEndpoint, ended);
    expect(after.links).toMatchObject([{ endedOn: '2026-11-23', endReason: '撤销分案' }]);
    expect(codeOf(await change(judge, after, `links/${other.id}/end`, { reason: '再次' }))).toBe(
      'CASE_LINK_NOT_FOUND',
    );
    const again = await change(judge, after, 'links', { ...body, kind: 'merged' });
    expect(bodyOf(numbers.linkCasesEndpoint, again).links).toMatchObject([{ kind: 'merged', endedOn: null }]);
  });
});

describe('another handler', () => {
  it('takes over from a day on, and the history stays', async () => {
    const found = await register();
    const body = { handlerId: colleague.id, fromOn: '2026-11-01', reason: '阿木尔调离' };
    expect(codeOf(await change(judge, found, 'reassign', body))).toBe('PERMISSION_DENIED');
    const answer = bodyOf(contract.reassignCaseEndpoint, await change(head, found, 'reassign', body));
    expect(answer).toMatchObject({
      handler: '苏和',
      handlers: [
        { handler: '苏和', fromOn: '2026-11-01', untilOn: null, reason: '阿木尔调离' },
        { handler: '阿木尔', fromOn: '2026-03-02', untilOn: '2026-11-01' },
      ],
    });
    expect((await judge.agent.get(`/api/cases/${found.id}`)).status).toBe(404);
    expect(await idsOf(colleague, { mine: true })).toEqual([found.id]);
    for (const [wanted, code] of [
      [{ handlerId: colleague.id }, 'HANDLER_UNCHANGED'],
      [{ handlerId: judge.id, fromOn: '2026-11-24' }, 'REASSIGNED_IN_FUTURE'],
      [{ handlerId: judge.id, fromOn: '2026-10-31' }, 'REASSIGNED_BEFORE_LAST'],
      [{ handlerId: '01900000-0000-7000-8000-000000000000' }, 'CASE_HANDLER_UNKNOWN'],
    ] as const)
      expect(codeOf(await change(president, answer, 'reassign', { ...body, ...wanted }))).toBe(code);
    expect((await read(found.id, colleague)).version).toBe(answer.version);
  });

  it('a person with open cases is not closed', async () => {
    const system = await buildPerson(test, { court, role: 'system_admin' });
    const leaving = await buildPerson(test, { court, role: 'case_handler' });
    await register({ handlerId: leaving.id }, custodian);
    const answer = await system.agent.post(`/api/people/${leaving.id}/close`).set('If-Match', '"1"').send({});
    expect(JSON.stringify(answer.body)).toContain('未结案件');
  });
});

describe('correcting', () => {
  it('writes what is right and leaves before and after in the audit trail', async () => {
    const found = await register({ involvesMinors: true, cause: '寻衅滋事罪' });
    const body = {
      ...{ cause: '故意伤害罪', departmentId: found.departmentId, stage: 'first_instance' },
      ...{
        acceptedOn: '2026-03-03',
        effectiveOn: '2026-08-01',
        closedOn: '2026-07-20',
        involvesMinors: true,
      },
    };
    const corrected = bodyOf(contract.correctCaseEndpoint, await change(judge, found, 'correct', body));
    expect(corrected).toMatchObject({
      cause: '故意伤害罪',
      closedOn: '2026-07-20',
      version: found.version + 1,
    });
    expect(await idsOf(judge, { state: 'closed', q: '故意伤害' })).toEqual([found.id]);
    expect(await idsOf(judge, { state: 'open', q: '故意伤害' })).toEqual([]);
    const { rows } = await test.database.ownerPool.query<{ before: unknown; after: unknown }>(
      `select before, after from audit_events where subject_id = $1 and command = 'correctCase'`,
      [found.id],
    );
    expect(rows).toMatchObject([
      { before: { acceptedOn: '2026-03-02' }, after: { acceptedOn: '2026-03-03' } },
    ]);
    expect(codeOf(await change(judge, corrected, 'correct', { ...body, closedOn: '2026-01-01' }))).toBe(
      'CASE_DATES_WRONG',
    );
  });
});

describe('who reads and writes', () => {
  it('handlers their own, heads their department, custodian and president the court', async () => {
    const found = await register({ clerkId: colleague.id });
    const status = async (by: TestPerson) => (await by.agent.get(`/api/cases/${found.id}`)).status;
    for (const by of [judge, colleague, head, custodian, president, equipment, supervisor])
      expect([by.roles, await status(by)]).toEqual([by.roles, 200]);
    expect(await status(otherJudge)).toBe(404);
    const body = { number: nextNumber('刑终'), relation: 'appeal', validFrom: '2026-06-01' };
    expect((await change(otherJudge, found, 'numbers', body)).status).toBe(404);
    expect((await change(president, found, 'numbers', body)).status).toBe(403);
    expect((await change(supervisor, found, 'numbers', body)).status).toBe(403);
    expect((await change(colleague, found, 'numbers', body)).status).toBe(200);
    expect(await idsOf(supervisor, { courtId: court.id })).toContain(found.id);
    expect(await idsOf(supervisor, {})).toEqual([]);
  });

  it('one’s own open cases come by what is due next in them, and closed ones not at all', async () => {
    const mine = await buildPerson(test, { court, role: 'case_handler' });
    const of = async (over: object) => (await register({ handlerId: mine.id, ...over }, mine)).id;
    const today = { acceptedOn: '2026-11-23' };
    const quiet = await of(today);
    const execution = await of({ ...today, number: nextNumber('执'), stage: 'execution' });
    const review = await of({ ...today, procuratorate: '市检察院' });
    await of({ closedOn: '2026-11-20' });
    const list = async (limit: number) =>
      bodyOf(contract.listOwnCasesEndpoint, await mine.agent.get(`/api/my/cases?limit=${limit}`));
    const { items } = await list(50);
    expect(items.map(({ id }) => id)).toEqual([review, execution, quiet]);
    expect(items.map(({ next }) => next?.dueOn)).toEqual(['2026-11-30', '2027-05-24', undefined]);
    expect(await list(1)).toMatchObject({ items: [{ id: review, next: { isOverdue: false } }], more: 2 });
  });

  it('pages hold every case once', async () => {
    const all = await idsOf(custodian, {});
    const paged: string[] = [];
    const pageAfter = async (after?: string) => {
      const answer = await custodian.agent.get('/api/cases').query({ limit: 3, after });
      return bodyOf(contract.listCasesEndpoint, answer);
    };
    for (let page = await pageAfter(); ; page = await pageAfter(page.nextCursor)) {
      paged.push(...page.items.map(({ id }) => id));
      if (page.nextCursor === null) break;
    }
    expect(paged).toEqual(all);
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('situations 35 and 37: names by role', () => {
  const parties = [{ role: 'defendant', kind: 'person', name: '呼日勒' }];
  const seen = async (by: TestPerson, id: string) => {
    const { cause, parties: shown, isMasked } = await read(id, by);
    return [cause, shown.map(({ name }) => name).join(), isMasked];
  };

  it('in a case of minors', async () => {
    const { id } = await register({ involvesMinors: true, parties, cause: '盗窃罪' });
    for (const by of [judge, head, custodian, president])
      expect(await seen(by, id)).toEqual(['盗窃罪', '呼日勒', false]);
    for (const by of [equipment, supervisor, cleared])
      expect(await seen(by, id)).toEqual(['盗窃罪', '呼某某', true]);
    expect(await idsOf(custodian, { q: '呼日勒' })).toContain(id);
    expect(await idsOf(judge, { q: '呼日勒' })).toContain(id);
    expect(await idsOf(equipment, { q: '呼日勒' })).toEqual([]);
    expect(await idsOf(equipment, { q: '盗窃' })).toContain(id);
  });

  it('in a secret case', async () => {
    const { id, number } = await register({ secrecy: 'secret', parties, cause: '间谍罪' });
    for (const by of [judge, head, president, cleared])
      expect(await seen(by, id)).toEqual(['间谍罪', '呼日勒', false]);
    for (const by of [custodian, equipment, supervisor])
      expect(await seen(by, id)).toEqual(['（涉密，不显示）', '＊＊＊', true]);
    expect(await idsOf(custodian, { q: '间谍' })).toEqual([]);
    const masked = await read(id, custodian);
    expect(masked.availableActions).toEqual(['add_number', 'link']);
    const renamed = await change(custodian, masked, 'parties', { ...parties[0], name: '＊＊＊' });
    expect(codeOf(renamed)).toBe('CASE_NAMES_HIDDEN');
    expect(await idsOf(custodian, { q: number })).toEqual([id]);
    expect(await idsOf(cleared, { q: '间谍' })).toEqual([id]);
    const list = await custodian.agent.get('/api/cases').query({ q: number });
    expect(JSON.stringify(list.body)).not.toMatch(/间谍|呼日勒/);
    const { rows } = await test.database.ownerPool.query('select * from audit_events where subject_id = $1', [
      id,
    ]);
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toMatch(/间谍|呼日勒/);
  });

  it('in an internal case the higher court sees family names', async () => {
    const { id } = await register({ secrecy: 'internal', parties });
    expect(await seen(equipment, id)).toEqual(['盗窃罪', '呼日勒', false]);
    expect(await seen(supervisor, id)).toEqual(['盗窃罪', '呼某某', true]);
    expect(await idsOf(supervisor, { courtId: court.id, q: '呼日勒' })).not.toContain(id);
  });
});
