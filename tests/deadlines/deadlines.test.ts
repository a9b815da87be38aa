/** Deadlines through the public door: set with a case, listed, acknowledged, escalated, settled, counted anew. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseAnswer } from '../../src/modules/cases/case-fields.ts';
import { startCaseDeadlineEndpoint } from '../../src/modules/cases/clocks.contract.ts';
import * as cases from '../../src/modules/cases/contract.ts';
import * as contract from '../../src/modules/deadlines/contract.ts';
import { escalateDeadlines } from '../../src/modules/deadlines/escalation.sql.ts';
import { setDeadline } from '../../src/modules/deadlines/set-deadline.ts';
import { settleDeadline } from '../../src/modules/deadlines/settle-deadline.ts';
import { bodyOf, codeOf } from '../support/answers.ts';
import {
  buildCourt,
  buildPerson,
  writeAsSystem,
  type TestCourt,
  type TestPerson,
} from '../support/people.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

let test: TestApp;
let court: TestCourt;
let judge: TestPerson;
let colleague: TestPerson;
let head: TestPerson;
let custodian: TestPerson;
let president: TestPerson;
let equipment: TestPerson;
let sequence = 0;

beforeAll(async () => {
  test = await createTestApp();
  court = await buildCourt(test, { divisionNumber: '150800' });
  judge = await buildPerson(test, { court, role: 'case_handler' });
  colleague = await buildPerson(test, { court, role: 'case_handler' });
  head = await buildPerson(test, { court, role: 'department_head' });
  custodian = await buildPerson(test, { court, role: 'property_custodian' });
  president = await buildPerson(test, { court, role: 'president' });
  equipment = await buildPerson(test, { court, role: 'equipment_admin' });
});
afterAll(() => test.close());

async function register(overrides: object = {}): Promise<CaseAnswer> {
  sequence += 1;
  const body = {
    number: `（2026）内08刑初${sequence}号`,
    cause: '盗窃罪',
    handlerId: judge.id,
    acceptedOn: '2026-11-20',
  };
  const answer = await judge.agent.post('/api/cases').send({ ...body, ...overrides });
  return bodyOf(cases.createCaseEndpoint, answer);
}

async function listOf(by: TestPerson, query: object) {
  return bodyOf(contract.listDeadlinesEndpoint, await by.agent.get('/api/deadlines').query(query)).items;
}

function change(found: CaseAnswer, verb: string, body: object, by = judge) {
  return by.agent.post(`/api/cases/${found.id}/${verb}`).set('If-Match', `"${found.version}"`).send(body);
}

function factsOf(found: CaseAnswer): object {
  const { cause, departmentId, stage, acceptedOn, seizingOrgan, procuratorate } = found;
  return { cause, departmentId, stage, acceptedOn, seizingOrgan, procuratorate };
}

describe('the deadlines of a case', () => {
  it('begin with its facts and end with it', async () => {
    const found = await register({ procuratorate: '市检察院', seizingOrgan: '区公安局' });
    const set = await listOf(judge, { caseId: found.id });
    expect(set).toMatchObject([
      {
        ...{
          rule: { id: 'D02', basis: '刑诉法解释（法释〔2021〕1号）第219条', isLaw: true },
          subjectLabel: found.number,
        },
        ...{
          dueOn: '2026-11-27',
          ownerId: judge.id,
          level: 0,
          isProvisional: false,
          availableActions: ['settle'],
        },
      },
    ]);
    const body = { ...factsOf(found), effectiveOn: '2026-11-21', closedOn: '2026-11-22' };
    expect((await change(found, 'correct', body)).status).toBe(200);
    expect(await listOf(judge, { caseId: found.id })).toMatchObject([
      { rule: { id: 'D12' }, dueOn: '2026-12-01' },
    ]);
    expect(await listOf(judge, { caseId: found.id, state: 'settled' })).toMatchObject([
      { rule: { id: 'D02' }, outcome: 'done' },
    ]);
  });

  it('that were over before the case was registered are not set', async () => {
    const found = await register({ procuratorate: '市检察院', acceptedOn: '2026-03-02' });
    expect(await listOf(judge, { caseId: found.id })).toEqual([]);
  });

  it('pass to the next handler with the case', async () => {
    const found = await register({ stage: 'execution' });
    const body = { handlerId: colleague.id, fromOn: '2026-11-23', reason: '调整' };
    expect((await change(found, 'reassign', body, head)).status).toBe(200);
    expect(await listOf(colleague, { mine: true, caseId: found.id })).toMatchObject([
      { rule: { id: 'D16' } },
    ]);
    expect(await listOf(judge, { caseId: found.id })).toEqual([]);
  });
});

describe('reminders', () => {
  const subject = (label: string) => ({ kind: 'seized_item', id: crypto.randomUUID(), label, caseId: null });

  it('get louder by themselves until they are settled, with an event of each step', async () => {
    const thing = subject('S 150800 0000001 10');
    const { id } = await writeAsSystem(test, court.id, (command) =>
      setDeadline(command, {
        rule: 'D01',
        subject: thing,
        ownerId: judge.id,
        departmentId: court.departmentId,
        startOn: '2026-11-20',
      }),
    );
    const levels: number[] = [];
    for (const now of [
      '2026-11-22T10:00',
      '2026-11-23T10:00',
      '2026-11-24T00:00',
      '2026-11-25T00:00',
      '2026-11-27T00:00',
    ]) {
      await escalateDeadlines(test.database.ownerPool, new Date(`${now}:00.000+08:00`));
      const { rows } = await test.database.ownerPool.query<{ level: number }>(
        'select level from deadlines where id = $1',
        [id],
      );
      levels.push(rows[0]?.level ?? -1);
    }
    expect(levels).toEqual([1, 1, 2, 3, 4]);
    const settled = await writeAsSystem(test, court.id, (command) =>
      settleDeadline(command, { ruleId: 'D01', subjectKind: thing.kind, subjectId: thing.id }),
    );
    expect(settled).toBe(true);
    const { rows } = await test.database.ownerPool.query<{ kind: string; level: number }>(
      'select kind, level from deadline_events where deadline_id = $1 order by occurred_at, id',
      [id],
    );
    expect(rows.map(({ kind }) => kind).toSorted()).toEqual([
      'escalated',
      'escalated',
      'escalated',
      'set',
      'settled',
    ]);
    const again = await writeAsSystem(test, court.id, (command) =>
      settleDeadline(command, { ruleId: 'D01', subjectKind: thing.kind, subjectId: thing.id }),
    );
    expect(again).toBe(false);
  });

  it('situation 41: a seizure that runs out is told sixty, thirty and seven days before, seen or not the time before', async () => {
    const thing = subject('S 150800 0000004 01');
    const dueAt = new Date(test.clock.now().getTime() + 61 * 86_400_000);
    const { id } = await writeAsSystem(test, court.id, (command) =>
      setDeadline(command, {
        ...{ rule: 'D18', subject: thing, ownerId: judge.id, departmentId: court.departmentId },
        ...{ startOn: '2026-11-20', dueAt },
      }),
    );
    const unseen: [number, boolean, boolean][] = [];
    let left = 61;
    for (const daysBefore of [60, 40, 30, 20, 7, 3]) {
      // So many days later, without the sessions running out.
      await test.database.ownerPool.query(
        `update deadlines set due_at = due_at - $2::interval, next_level_at = next_level_at - $2::interval,
           acknowledged_at = acknowledged_at - $2::interval where id = $1`,
        [id, `${left - daysBefore} days`],
      );
      left = daysBefore;
      await escalateDeadlines(test.database.ownerPool, test.clock.now());
      const found = (await listOf(judge, { mine: true, state: 'unseen' })).find((one) => one.id === id);
      const [shown] = (await listOf(judge, { mine: true })).filter((one) => one.id === id);
      unseen.push([daysBefore, found !== undefined, shown?.isAcknowledged ?? true]);
      if (found) await judge.agent.post(`/api/deadlines/${id}/acknowledge`).send({}).expect(200);
    }
    expect(unseen).toEqual([
      [60, true, false],
      [40, false, true],
      [30, true, false],
      [20, false, true],
      [7, true, false],
      [3, false, true],
    ]);
  });

  it('a clock that is set anew replaces the one that runs', async () => {
    const thing = subject('S 150800 0000002 07');
    for (const startOn of ['2026-11-20', '2026-11-23'])
      await writeAsSystem(test, court.id, (command) =>
        setDeadline(command, {
          rule: 'D30',
          subject: thing,
          ownerId: custodian.id,
          departmentId: null,
          startOn,
        }),
      );
    const open = (await listOf(custodian, { mine: true })).filter(({ subjectId }) => subjectId === thing.id);
    expect(open).toMatchObject([{ startOn: '2026-11-23' }]);
  });

  it('are acknowledged and settled by the owner, or by the head to whom they were told, once', async () => {
    const { id } = await writeAsSystem(test, court.id, (command) =>
      setDeadline(command, {
        ...{
          rule: 'D28',
          subject: subject('S 150800 0000003 04'),
          ownerId: judge.id,
          departmentId: court.departmentId,
        },
        ...{ startOn: '2026-11-20', dueAt: new Date('2026-11-23T09:00:00.000+08:00') },
      }),
    );
    const act = (by: TestPerson, verb: string, body: object = {}) =>
      by.agent.post(`/api/deadlines/${id}/${verb}`).send(body);
    const mine = (await listOf(judge, { state: 'overdue', mine: true })).find((one) => one.id === id);
    expect(mine).toMatchObject({
      level: 2,
      isMoment: true,
      dueOn: '2026-11-23',
      availableActions: ['acknowledge', 'settle'],
    });
    expect(codeOf(await act(colleague, 'acknowledge'))).toBe('DEADLINE_NOT_YOURS');
    expect(codeOf(await act(custodian, 'settle', { outcome: 'done', note: '代办' }))).toBe(
      'DEADLINE_NOT_YOURS',
    );
    expect(codeOf(await act(president, 'acknowledge'))).toBe('DEADLINE_NOT_TOLD');
    expect(codeOf(await act(head, 'acknowledge'))).toBe('DEADLINE_NOT_TOLD');
    const read = (await listOf(custodian, { state: 'overdue' })).find((one) => one.id === id);
    expect(read?.availableActions).toEqual([]);
    expect(read?.deniedActions.map(({ action, zh }) => [action, zh.includes(judge.name)])).toEqual([
      ['acknowledge', true],
      ['settle', true],
    ]);
    await test.database.ownerPool.query(`update deadlines set due_at = '2026-11-21T16:00Z' where id = $1`, [
      id,
    ]);
    const seen = bodyOf(contract.acknowledgeDeadlineEndpoint, await act(head, 'acknowledge'));
    expect(seen).toMatchObject({
      isAcknowledged: true,
      acknowledgedByName: head.name,
      availableActions: ['settle'],
    });
    const done = await act(judge, 'settle', { outcome: 'done', note: '已处理' });
    expect(bodyOf(contract.settleDeadlineEndpoint, done)).toMatchObject({
      outcome: 'done',
      note: '已处理',
      availableActions: [],
    });
    expect(codeOf(await act(judge, 'settle', { outcome: 'done', note: '再次' }))).toBe('DEADLINE_SETTLED');
    const unknown = crypto.randomUUID();
    expect(codeOf(await judge.agent.post(`/api/deadlines/${unknown}/acknowledge`).send({}))).toBe(
      'DEADLINE_NOT_FOUND',
    );
  });

  it('are counted for the desk, and listed in pages without losing one', async () => {
    const counted = bodyOf(contract.countDeadlinesEndpoint, await judge.agent.get('/api/my/deadlines/count'));
    const mine = await listOf(judge, { mine: true });
    expect(counted.open).toBe(mine.length);
    for (const state of ['soon', 'overdue'] as const)
      expect([state, counted[state]]).toEqual([state, (await listOf(judge, { mine: true, state })).length]);
    const all = (await listOf(president, { limit: 200 })).map(({ id }) => id);
    const paged: string[] = [];
    const pageAfter = async (after?: string) =>
      bodyOf(
        contract.listDeadlinesEndpoint,
        await president.agent.get('/api/deadlines').query({ limit: 2, after }),
      );
    for (let page = await pageAfter(); ; page = await pageAfter(page.nextCursor ?? undefined)) {
      paged.push(...page.items.map(({ id }) => id));
      if (page.nextCursor === null) break;
    }
    expect(paged).toEqual(all);
    expect(all.length).toBeGreaterThan(2);
  });
});

describe('what is overdue', () => {
  it('is told to the head of the department after a day, to the leaders and the inspector after three', async () => {
    const inspector = await buildPerson(test, { court, role: 'inspector' });
    const day = (days: number) => new Date(test.clock.now().getTime() - days * 86_400_000);
    const overdueSince = async (days: number) => {
      const subject = {
        kind: 'seized_item',
        id: crypto.randomUUID(),
        label: `逾期 ${days} 日`,
        caseId: null,
      };
      const owner = { ownerId: judge.id, departmentId: court.departmentId, startOn: '2026-11-01' };
      await writeAsSystem(test, court.id, (command) =>
        setDeadline(command, { rule: 'D23', subject, ...owner, dueAt: day(days) }),
      );
    };
    const told = async (person: TestPerson) => {
      const labels = (await listOf(person, { state: 'escalated', limit: 200 })).map(
        (one) => one.subjectLabel,
      );
      const counted = bodyOf(
        contract.countDeadlinesEndpoint,
        await person.agent.get('/api/my/deadlines/count'),
      );
      expect(counted.escalated).toBe(labels.length);
      return labels.filter((label) => label.startsWith('逾期')).toSorted();
    };
    for (const days of [0.5, 1.5, 3.5]) await overdueSince(days);
    expect(await told(head)).toEqual(['逾期 1.5 日', '逾期 3.5 日']);
    for (const person of [president, inspector]) expect(await told(person)).toEqual(['逾期 3.5 日']);
    const unseen = (await listOf(judge, { mine: true, state: 'unseen', limit: 200 })).map(({ id }) => id);
    const counted = bodyOf(contract.countDeadlinesEndpoint, await judge.agent.get('/api/my/deadlines/count'));
    expect(counted.unseen).toBe(unseen.length);
    const loud = (await listOf(judge, { mine: true, limit: 200 })).filter(
      ({ level, isAcknowledged }) => level > 0 && !isAcknowledged,
    );
    expect(unseen.toSorted()).toEqual(loud.map(({ id }) => id).toSorted());
  });
});

describe('the calendar', () => {
  it('ships for the years that were announced, is set for others, and open deadlines follow', async () => {
    const read = async (year: number) =>
      bodyOf(contract.readCalendarEndpoint, await judge.agent.get(`/api/calendar/${year}`));
    expect((await read(2026)).days.filter(({ kind }) => kind === 'holiday')).toHaveLength(33);
    expect(await read(2027)).toMatchObject({ isKnown: false, days: [] });
    const found = await register({ stage: 'execution', acceptedOn: '2026-11-02' });
    expect(await listOf(judge, { caseId: found.id })).toMatchObject([
      { dueOn: '2027-05-03', isProvisional: true },
    ]);
    const days = ['01', '02', '03', '04', '05'].map((date) => ({
      day: `2027-05-${date}`,
      kind: 'holiday',
      name: '劳动节',
    }));
    const save = (by: TestPerson, body: object) => by.agent.put('/api/calendar/2027').send(body);
    expect((await save(judge, { days })).status).toBe(403);
    expect(codeOf(await save(equipment, { days: [...days, { ...days[0], day: '2028-01-01' }] }))).toBe(
      'CALENDAR_YEAR_WRONG',
    );
    expect(codeOf(await save(equipment, { days: [...days, days[0]] }))).toBe('CALENDAR_DAY_TWICE');
    const saved = bodyOf(contract.saveCalendarEndpoint, await save(equipment, { days }));
    expect(saved.countedAnew).toBeGreaterThan(0);
    expect(await listOf(judge, { caseId: found.id })).toMatchObject([
      { dueOn: '2027-05-06', isProvisional: false },
    ]);
    expect(await read(2027)).toMatchObject({
      isKnown: true,
      days: [{ day: '2027-05-01', isOwn: true }, {}, {}, {}, {}],
    });
  });
});

describe('what people decide about clocks', () => {
  it('what happens outside begins one by a paper, beside others of the rule, for the handler', async () => {
    const finance = await buildPerson(test, { court, role: 'finance_officer' });
    const { id } = await register({ stage: 'execution' });
    const start = (body: object, by = finance) =>
      by.agent
        .post(`/api/cases/${id}/deadlines`)
        .send({ rule: 'D07', startOn: '2026-11-20', document: '到账通知 1', ...body });
    expect(bodyOf(startCaseDeadlineEndpoint, await start({}))).toMatchObject({ dueOn: '2026-12-21' });
    await start({ document: '到账通知 2', startOn: '2026-11-23' }).expect(200);
    await start({ rule: 'D10', document: '解除查封裁定' }, judge).expect(200);
    expect(codeOf(await start({ startOn: '2026-11-24' }))).toBe('CLOCK_STARTS_IN_FUTURE');
    expect((await start({ rule: 'D16' })).status).toBe(400);
    expect(codeOf(await start({}, colleague))).toBe('CASE_NOT_FOUND');
    expect(codeOf(await start({}, equipment))).toBe('PERMISSION_DENIED');
    const running = await listOf(judge, { caseId: id, mine: true });
    expect(running.map(({ rule, matter, dueOn }) => [rule.id, matter, dueOn])).toEqual([
      ['D10', '解除查封裁定', '2026-11-30'],
      ['D07', '到账通知 1', '2026-12-21'],
      ['D07', '到账通知 2', '2026-12-23'],
      ['D16', null, '2027-05-20'],
    ]);
  });

  it('an execution runs longer on the president’s decision alone, which no calendar counts back', async () => {
    const leader = await buildPerson(test, { court, role: 'vice_president' });
    const { id } = await register({ stage: 'execution', procuratorate: '市检察院' });
    const [execution] = await listOf(president, { caseId: id });
    expect(execution).toMatchObject({ rule: { id: 'D16' }, availableActions: ['extend'] });
    const extend = (by: TestPerson, until: string) =>
      by.agent
        .post(`/api/deadlines/${execution?.id ?? ''}/extend`)
        .send({ until, document: '延长执行审批表 2 号' });
    expect(codeOf(await extend(judge, '2027-11-20'))).toBe('PERMISSION_DENIED');
    expect(codeOf(await extend(leader, '2027-11-20'))).toBe('DEADLINE_EXTENDED_BY_OTHERS');
    expect(codeOf(await extend(president, '2027-05-20'))).toBe('EXTENSION_NOT_LATER');
    expect(bodyOf(contract.extendDeadlineEndpoint, await extend(president, '2027-11-20'))).toMatchObject({
      dueOn: '2027-11-20',
      rule: { basis: '延长执行审批表 2 号（刑事裁判涉财产部分执行规定（法释〔2014〕13号）第3条）' },
    });
    await equipment.agent
      .put('/api/calendar/2027')
      .send({ days: [{ day: '2027-05-20', kind: 'holiday', name: '院庆' }] })
      .expect(200);
    expect(await listOf(judge, { caseId: id })).toMatchObject([{ dueOn: '2027-11-20' }]);
    const other = await register({ procuratorate: '市检察院' });
    const [review] = await listOf(president, { caseId: other.id });
    const refused = president.agent
      .post(`/api/deadlines/${review?.id ?? ''}/extend`)
      .send({ until: '2027-11-20', document: '审批表' });
    expect(codeOf(await refused)).toBe('DEADLINE_NOT_EXTENDED');
  });
});
