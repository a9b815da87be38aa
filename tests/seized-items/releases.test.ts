/** Items leave their room on an approval and come back, through the public door. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  listApprovalsEndpoint,
  readApprovalEndpoint,
} from '../../src/modules/approvals/approvals.contract.ts';
import { readCaseEndpoint } from '../../src/modules/cases/contract.ts';
import { listCaseRecusalsEndpoint } from '../../src/modules/seized-items/recusals.contract.ts';
import { declareRecusalEndpoint } from '../../src/modules/rooms/custodianships.contract.ts';
import { listDeadlinesEndpoint } from '../../src/modules/deadlines/contract.ts';
import {
  listReleasesEndpoint,
  countReleasesEndpoint,
} from '../../src/modules/seized-items/releases/releases.contract.ts';
import { openHandoverEndpoint } from '../../src/modules/rooms/handovers.contract.ts';
import {
  listGrantedRequestsEndpoint,
  requestLoanEndpoint,
} from '../../src/modules/seized-items/releases/requests.contract.ts';
import { verifyLedger } from '../../src/verify-ledger.ts';
import { bodyOf, codeOf, refusedBodyOf } from '../support/answers.ts';
import { buildPerson, type TestPerson } from '../support/people.ts';
import { buildReleaseCourt, DAY_MS, reasonOf, TAKER, type ReleaseCourt } from '../support/release-court.ts';
import { GOODS_FACTS, listLine, SIGNATURE } from '../support/seized-court.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let court: ReleaseCourt;

beforeAll(async () => {
  app = await createTestApp();
  court = await buildReleaseCourt(app);
});
afterAll(async () => {
  expect((await verifyLedger(app.database.ownerPool, {})).difference).toBeUndefined();
  await app.close();
});

async function openDeadlines(itemId: string) {
  const answer = await court.handler.agent.get(`/api/deadlines?caseId=${court.caseId}&limit=200`).expect(200);
  return bodyOf(listDeadlinesEndpoint, answer).items.filter(
    ({ subjectId, settledAt }) => subjectId === itemId && settledAt === null,
  );
}

/** Time passes, and everybody stays signed in. */
async function wait(ms: number): Promise<void> {
  app.clock.advanceMs(ms);
  await app.database.ownerPool.query('update sessions set last_seen_at = $1', [app.clock.now()]);
}

async function listed(view: string, as: TestPerson = court.custodian): Promise<string[]> {
  const answer = await as.agent.get(`/api/releases?view=${view}`).expect(200);
  return bodyOf(listReleasesEndpoint, answer).items.map(({ id }) => id);
}

describe('asking', () => {
  let id: string;
  beforeAll(async () => {
    [id = ''] = await court.receive([listLine({ name: '黑色手机', keeping: ['no_power_on'] })]);
  });

  it('shows the approver everything on one screen, and keeps the custodians apart', async () => {
    const requestId = await court.askLoan([id]);
    const seen = await court.head.agent.get(`/api/approvals/${requestId}`).expect(200);
    const request = bodyOf(readApprovalEndpoint, seen);
    expect(request).toMatchObject({
      title: `涉案财物借出：黑色手机 1 部，${court.caseNumber}`,
      titleEn: `Loan of seized items: 黑色手机 1 unit, ${court.caseNumber}`,
      grade: '一般',
      facts: [
        { value: { zh: '开庭', en: 'A court session' } },
        { zh: '去向', value: '第一法庭' },
        { zh: '归还时限' },
      ],
      availableActions: ['approve', 'reject', 'return'],
    });
    const inChinese = ({ value }: (typeof request.facts)[number]) =>
      typeof value === 'string' ? value : value.zh;
    const facts = Object.fromEntries(request.lines[0]?.facts.map((fact) => [fact.zh, inChinese(fact)]) ?? []);
    expect(facts).toMatchObject({ 承办人: '承办人丁', 状态: '在库', 封条: '未加封', 保管要求: '禁止开机' });
    await court.custodian.agent.get(`/api/approvals/${requestId}`).expect(404);
    expect(reasonOf(await court.ask('loans', { ...(await loanBody(id)) }, 409))).toBe('REQUEST_OPEN_ALREADY');
    await court.decide(requestId, court.head, 'reject');
  });

  async function loanBody(itemId: string, more: object = {}) {
    return {
      ...{ purpose: 'court_session', receiver: '第一法庭', dueAt: court.dueIn(2), reason: '开庭' },
      items: [{ itemId }],
      ...more,
    };
  }

  it('situation 34: how a phone must be kept goes with it, on the request and on the release', async () => {
    const facts = { ...GOODS_FACTS, model: 'P40', colour: '黑', serialNumber: 'SN-9' };
    const [phone = ''] = await court.receive(
      [
        listLine({
          ...{ name: '苹果手机', category: 'electronics', facts, keeping: ['antimagnetic', 'no_power_on'] },
        }),
      ],
      () => ({ sealNumber: 'P-1' }),
    );
    const releaseId = await court.lend([phone]);
    expect((await court.readRelease(releaseId)).lines).toMatchObject([
      { keeping: ['antimagnetic', 'no_power_on'], sealOut: 'P-1' },
    ]);
    const asked = await court.head.agent.get(`/api/approvals?view=decided&subjectId=${phone}`).expect(200);
    const [request] = bodyOf(listApprovalsEndpoint, asked).items;
    const seen = await court.head.agent.get(`/api/approvals/${request?.id ?? ''}`).expect(200);
    expect(bodyOf(readApprovalEndpoint, seen).lines[0]?.facts).toContainEqual({
      ...{
        zh: '保管要求',
        en: 'Keeping',
        value: { zh: '防磁、禁止开机', en: 'Antimagnetic, Not to be switched on' },
      },
    });
    const opened = court.back(phone, { seal: null });
    expect(reasonOf(await court.giveBack(releaseId, [opened], 409))).toBe('RETURN_DIFFERS');
    await court.giveBack(releaseId, [court.back(phone, { seal: 'P-1' })]);
  });

  it('a handover of the room lists what is asked for, and what is out whoever handed it out', async () => {
    const ids = await court.receive([listLine({ name: '账册' }), listLine({ name: '印鉴卡' })]);
    const [out = '', asked = ''] = ids;
    const releaseId = await court.lend([out]);
    const deputy = { startsOn: '2026-11-23', lastDay: '2027-11-30', document: '装备〔2026〕9号' };
    await court.vicePresident.agent
      .post(`/api/rooms/${court.room}/deputies`)
      .send({ ...deputy, personId: court.reviewer.id })
      .expect(200);
    const longer = { dueAt: court.dueIn(3), reason: '休庭', items: [{ itemId: out }] };
    const { id: extension } = bodyOf(requestLoanEndpoint, { body: await court.ask('extensions', longer) });
    await court.decide(extension);
    // The last entry of the loan is the deputy's, and the thing left the custodian's room all the same.
    await court.reviewer.agent.post(`/api/item-requests/${extension}/extend`).send({}).expect(200);
    const pending = await court.askLoan([asked]);
    const people = { incomingId: court.custodians[2].id, supervisorId: court.vicePresident.id };
    const opening = { cause: 'transfer', document: '调令 5 号', ...people, leadId: court.equipment.id };
    const opened = await court.equipment.agent
      .post(`/api/rooms/${court.room}/handovers`)
      .send(opening)
      .expect(200);
    const handover = bodyOf(openHandoverEndpoint, opened);
    const matters = handover.matters.map(({ kind, title, condition }) => [kind, title, condition?.zh]);
    expect(matters).toContainEqual(['loan', '账册', '借出']);
    expect(matters).toContainEqual(['request', '印鉴卡', '涉案财物借出，审批中']);
    const call = court.equipment.agent.post(`/api/handovers/${handover.id}/cancel`);
    await call.send({ reason: '暂缓交接' }).expect(200);
    await court.decide(pending, court.head, 'reject');
    await court.giveBack(releaseId, [court.back(out)]);
  });

  it('what a former handler asked for is taken back by the next, who then asks anew', async () => {
    const [one = ''] = await court.receive([listLine({ name: '录音笔' })]);
    const left = await court.askLoan([one]);
    const next = await buildPerson(app, { court: court.court, role: 'case_handler', name: '接办人' });
    const hand = async (handlerId: string) => {
      const { headers } = await court.head.agent.get(`/api/cases/${court.caseId}`).expect(200);
      await court.head.agent
        .post(`/api/cases/${court.caseId}/reassign`)
        .set('If-Match', String(headers['etag']))
        .send({ handlerId, fromOn: '2026-11-23', reason: '调岗' })
        .expect(200);
    };
    const withdraw = (status: number) =>
      next.agent
        .post(`/api/approvals/${left}/withdraw`)
        .set('If-Match', '"1"')
        .send({ reason: '变更承办人' })
        .expect(status);
    expect(codeOf(await withdraw(403))).toBe('APPLICANT_ONLY');
    await hand(next.id);
    expect(reasonOf(await court.ask('loans', await loanBody(one), 409, next))).toBe('REQUEST_OPEN_ALREADY');
    const seen = await next.agent.get(`/api/approvals/${left}`).expect(200);
    expect(bodyOf(readApprovalEndpoint, seen).availableActions).toEqual(['withdraw']);
    await withdraw(200);
    await court.ask('loans', await loanBody(one), 200, next);
    await hand(court.handler.id);
  });

  it('is for the judge of the case and not for whoever keeps it, and 使用 is no purpose', async () => {
    const stranger = await buildPerson(app, { court: court.court, role: 'case_handler' });
    expect(reasonOf(await court.ask('loans', await loanBody(id), 409, stranger))).toBe(
      'REQUEST_ITEM_UNKNOWN',
    );
    await court.custodian.agent
      .post('/api/item-requests/loans')
      .send(await loanBody(id))
      .expect(403);
    await court.ask('loans', await loanBody(id, { purpose: 'use' }), 400);
    const past = await loanBody(id, { dueAt: '2026-01-01T09:00:00.000+08:00' });
    expect(reasonOf(await court.ask('loans', past, 409))).toBe('DUE_IN_PAST');
  });

  it('situation 33: a biohazard leaves for an examination only, with its warning on the request', async () => {
    const [needle = ''] = await court.receive([
      listLine({ name: '注射器', hazards: ['biological', 'sharp'], keeping: ['cold'] }),
    ]);
    expect(reasonOf(await court.ask('loans', await loanBody(needle), 409))).toBe(
      'BIOHAZARD_ONLY_TO_EXAMINATION',
    );
    const requestId = await court.askLoan([needle], { purpose: 'test', receiver: '自治区司法鉴定中心' });
    const { lines } = bodyOf(
      readApprovalEndpoint,
      await court.head.agent.get(`/api/approvals/${requestId}`).expect(200),
    );
    expect(lines[0]?.facts).toContainEqual({
      zh: '警示',
      en: 'Hazards',
      value: { zh: '生物危害、锐器', en: 'Biohazard, Sharp' },
    });
    expect(lines[0]?.facts).toContainEqual({
      zh: '保管要求',
      en: 'Keeping',
      value: { zh: '冷藏', en: 'Cold' },
    });
  });

  it('situation 35: a secret thing has no name on the request that others decide on', async () => {
    const [secret = ''] = await court.receive([listLine({ name: '涉密图纸', keeping: ['secret'] })]);
    const requestId = await court.askLoan([secret]);
    const answer = await court.head.agent.get(`/api/approvals/${requestId}`).expect(200);
    expect(JSON.stringify(answer.body)).not.toContain('涉密图纸');
    expect(bodyOf(readApprovalEndpoint, answer).title).toContain('涉密物品');
  });

  it('valuable things to an examination take the vice president too', async () => {
    const [ring = ''] = await court.receive([listLine({ name: '手表', grade: 'valuable' })], () => ({
      sealNumber: 'V-1',
    }));
    const requestId = await court.askLoan([ring], { purpose: 'appraisal', receiver: '价格认证中心' });
    await court.decide(requestId);
    const answer = await court.vicePresident.agent.get(`/api/approvals/${requestId}`).expect(200);
    expect(bodyOf(readApprovalEndpoint, answer)).toMatchObject({ state: 'pending', openStep: '分管院长' });
    await court.decide(requestId, court.vicePresident);
    const granted = await court.custodian.agent.get('/api/item-requests/granted').expect(200);
    const mine = bodyOf(listGrantedRequestsEndpoint, granted).items.find((each) => each.id === requestId);
    expect(mine).toMatchObject({ kind: 'examination', purpose: 'appraisal', items: [{ isDear: true }] });
    const releaseId = await court.prepare(requestId, [ring]);
    expect(reasonOf(await court.handOut(releaseId, [ring], {}, 409))).toBe('SECOND_PERSON_MISSING');
    await court.handOut(releaseId, [ring], { secondPerson: court.secondPerson() });
  });
});

describe('out and back', () => {
  it('is prepared, handed out by both signatures, due, given back, and its clock ends', async () => {
    const [id = ''] = await court.receive([listLine()], () => ({ sealNumber: 'S-1' }));
    const requestId = await court.askLoan([id]);
    await court.decide(requestId);
    const releaseId = await court.prepare(requestId, [id]);
    expect(await court.read(id)).toMatchObject({ state: 'awaiting_release' });
    expect(await listed('prepared')).toContain(releaseId);
    expect(reasonOf(await court.handOut(releaseId, [id], { dueAt: court.dueIn(3) }, 409))).toBe(
      'DUE_BEYOND_APPROVAL',
    );
    await court.handOut(releaseId, [id]);
    const out = await court.read(id);
    expect(out.openReleaseId).toBe(releaseId);
    expect(out).toMatchObject({ state: 'on_loan', place: null, holder: { name: '刑事审判庭 书记员小李' } });
    expect(out.life.at(-1)).toMatchObject({
      kind: 'release',
      note: '开庭',
      basis: expect.stringMatching(/^审批/) as unknown,
    });
    const release = await court.readRelease(releaseId, court.handler);
    expect(release).toMatchObject({
      state: 'out',
      isSigned: true,
      takerDocument: '15************1234',
      lines: [{ state: 'out', conditionOut: '完好', sealOut: 'S-1' }],
      availableActions: ['extend'],
    });
    expect(await openDeadlines(id)).toMatchObject([{ rule: { id: 'D23' }, ownerId: court.handler.id }]);
    await court.giveBack(releaseId, [court.back(id, { seal: 'S-1' })]);
    expect(await court.read(id)).toMatchObject({ state: 'in_store', dueAt: null, holder: null });
    expect(await openDeadlines(id)).toEqual([]);
    expect(await court.readRelease(releaseId)).toMatchObject({ state: 'closed', openCount: 0 });
    expect(await listed('closed')).toContain(releaseId);
  });

  it('what nobody collects goes back to store, and the approval is used up', async () => {
    const [one = '', two = ''] = await court.receive([listLine(), listLine()]);
    const requestId = await court.askLoan([one, two]);
    await court.decide(requestId);
    const releaseId = await court.prepare(requestId, [one, two]);
    await court.handOut(releaseId, [one]);
    expect(await court.read(two)).toMatchObject({ state: 'in_store' });
    const again = await court.custodian.agent
      .post(`/api/item-requests/${requestId}/prepare`)
      .send({ itemIds: [two] })
      .expect(409);
    expect(reasonOf(again.body)).toBe('APPROVAL_USED');
    const other = await court.askLoan([two]);
    await court.decide(other);
    const second = await court.prepare(other, [two]);
    await court.step(second, 'cancel', { itemIds: [two], reason: '改期' });
    expect(await court.readRelease(second)).toMatchObject({
      state: 'closed',
      lines: [{ state: 'cancelled' }],
    });
  });

  it('two people releasing one item at once: one wins, the other is told', async () => {
    const [id = ''] = await court.receive([listLine()]);
    const requestId = await court.askLoan([id]);
    await court.decide(requestId);
    const prepare = () =>
      court.custodian.agent.post(`/api/item-requests/${requestId}/prepare`).send({ itemIds: [id] });
    const prepared = await Promise.all([prepare(), prepare()]);
    expect(prepared.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(reasonOf(prepared.find(({ status }) => status === 409)?.body)).toBe('APPROVAL_USED');
    const [releaseId = ''] = (await listed('prepared')).slice(-1);
    const body = {
      ...TAKER,
      ...{ custodianSignature: SIGNATURE, dueAt: court.dueIn(1), lines: [{ itemId: id, condition: '完好' }] },
    };
    const handOut = () => court.custodian.agent.post(`/api/releases/${releaseId}/release`).send(body);
    const released = await Promise.all([handOut(), handOut()]);
    expect(released.map(({ status }) => status).sort()).toEqual([200, 409]);
    const told = refusedBodyOf({ body: released.find(({ status }) => status === 409)?.body });
    expect(told).toMatchObject({ code: 'RELEASE_STATE_WRONG', facts: { state: '借出' } });
    expect((await court.read(id)).life.filter(({ kind }) => kind === 'release')).toHaveLength(1);
    await court.giveBack(releaseId, [court.back(id)]);
  });

  it('what differs is never taken in silently: it is an incident, and comes in with its conclusion', async () => {
    const [id = ''] = await court.receive([listLine()], () => ({ sealNumber: 'S-9' }));
    const releaseId = await court.lend([id]);
    const torn = court.back(id, { seal: null, isConditionSame: false, condition: '外壳破裂' });
    const refused = refusedBodyOf({ body: await court.giveBack(releaseId, [torn], 409) });
    expect(refused).toMatchObject({
      code: 'RETURN_DIFFERS',
      problems: [
        {
          path: 'body.lines.0.incident',
          zh: expect.stringContaining('封条不符：出库时 S-9，归还时 无封条') as unknown,
        },
      ],
    });
    await court.giveBack(releaseId, [{ ...torn, incident: '封条断裂，外壳破裂' }]);
    expect(await court.read(id)).toMatchObject({
      state: 'under_investigation',
      place: { id: court.shelves[0] },
    });
    expect(await openDeadlines(id)).toEqual([]);
    expect(reasonOf(await court.giveBack(releaseId, [torn], 409))).toBe('RETURN_DIFFERS');
    await court.vicePresident.agent
      .post('/api/seized-items/close-incident')
      .send({ itemIds: [id], conclusion: '法警搬运时跌落' })
      .expect(200);
    await court.giveBack(releaseId, [{ ...torn, explanation: '经查系搬运跌落，见调查结论' }]);
    expect(await court.read(id)).toMatchObject({ state: 'in_store', sealNumber: null });
    expect(await court.readRelease(releaseId)).toMatchObject({ state: 'closed' });
  });

  it('situation 50: an adjourned hearing takes an approved extension, and nothing is silent', async () => {
    const [id = ''] = await court.receive([listLine()]);
    const releaseId = await court.lend([id]);
    const asked = { items: [{ itemId: id }], reason: '休庭，改期开庭' };
    expect(reasonOf(await court.ask('extensions', { ...asked, dueAt: court.dueIn(0.5) }, 409))).toBe(
      'EXTENSION_NOT_LATER',
    );
    const dueAt = court.dueIn(6);
    const request = (await court.ask('extensions', { ...asked, dueAt })) as { id: string };
    const early = await court.custodian.agent
      .post(`/api/item-requests/${request.id}/extend`)
      .send({})
      .expect(409);
    expect(reasonOf(early.body)).toBe('APPROVAL_NOT_GRANTED');
    await court.decide(request.id);
    await court.custodian.agent.post(`/api/item-requests/${request.id}/extend`).send({}).expect(200);
    const item = await court.read(id);
    expect(new Date(item.dueAt ?? 0).toISOString()).toBe(dueAt);
    expect(item.life.at(-1)).toMatchObject({ kind: 'extend' });
    expect(await openDeadlines(id)).toHaveLength(1);
    await court.giveBack(releaseId, [court.back(id)]);
  });
});

describe('separation and overdue', () => {
  it('situation 63: who approved does not carry it out, in whatever role they come', async () => {
    const [id = ''] = await court.receive([listLine()]);
    const both = await buildPerson(app, {
      court: court.court,
      roles: ['department_head', 'property_custodian'],
      name: '庭长兼保管',
    });
    const requestId = await court.askLoan([id]);
    await court.decide(requestId, both);
    const answer = await both.agent
      .post(`/api/item-requests/${requestId}/prepare`)
      .send({ itemIds: [id] })
      .expect(403);
    expect(reasonOf(answer.body)).toBe('EXECUTOR_HAS_DECIDED');
  });

  it('situation 62: whoever keeps away from a case neither moves its things, nor stands beside, nor decides, whatever its number is now', async () => {
    const [id = ''] = await court.receive([listLine()]);
    const requestId = await court.askLoan([id]);
    const before = await court.handler.agent.get(`/api/cases/${court.caseId}`).expect(200);
    const { version } = bodyOf(readCaseEndpoint, before);
    await court.handler.agent
      .post(`/api/cases/${court.caseId}/numbers`)
      .set('If-Match', `"${version}"`)
      .send({ number: '（2026）内08刑再3号', relation: 'retrial', validFrom: '2026-03-02', isPrimary: true })
      .expect(200);
    const recuse = async ({ id: personId }: TestPerson) => {
      const { agent } = court.vicePresident;
      const caseNumber = court.caseNumber.replace('（', '(').replace('）', ') ');
      const body = { personId, caseNumber, reason: '与被告人系近亲属' };
      return bodyOf(declareRecusalEndpoint, await agent.post('/api/recusals').send(body).expect(200)).id;
    };
    const refusal = async (path: string, body: object) => {
      const answer = await court.custodian.agent.post(`/api/seized-items/${path}`).send(body).expect(409);
      return refusedBodyOf(answer).problems[0]?.code;
    };
    const declared = [await recuse(court.reviewer), await recuse(court.head)];
    const seal = { itemId: id, sealNumber: 'HB-62', secondPerson: court.secondPerson() };
    await court.photograph(id);
    expect(await refusal('reseal', seal)).toBe('SECOND_PERSON_CONFLICTED');
    const seen = await court.head.agent.get(`/api/approvals/${requestId}`).expect(200);
    const approval = bodyOf(readApprovalEndpoint, seen);
    expect(approval.availableActions).not.toContain('approve');
    const decided = await court.head.agent
      .post(`/api/approvals/${requestId}/decide`)
      .set('If-Match', `"${approval.version}"`)
      .send({ verdict: 'approve' });
    expect(codeOf(decided)).toBe('APPROVER_KEPT_APART');
    const listed = await court.handler.agent.get(`/api/cases/${court.caseId}/recusals`).expect(200);
    const away = bodyOf(listCaseRecusalsEndpoint, listed).items.map(({ personName }) => personName);
    expect(away.toSorted()).toEqual([court.reviewer.name, court.head.name].toSorted());
    declared.push(await recuse(court.custodian));
    expect(await refusal('relocate', { itemIds: [id], placeId: court.shelves[1] })).toBe('PERSON_CONFLICTED');
    for (const recusalId of declared)
      await court.vicePresident.agent
        .post(`/api/recusals/${recusalId}/withdraw`)
        .send({ reason: '核实无关' })
        .expect(200);
    const move = { itemIds: [id], placeId: court.shelves[1] };
    await court.custodian.agent.post('/api/seized-items/relocate').send(move).expect(200);
  });

  it('what is not back in time is on the lists of the custodian and the judge, and louder every day', async () => {
    const [id = ''] = await court.receive([listLine()]);
    const releaseId = await court.lend([id]);
    await wait(DAY_MS * 1.5);
    expect(await listed('overdue')).toContain(releaseId);
    expect(await listed('overdue', court.handler)).toContain(releaseId);
    const [due] = await openDeadlines(id);
    expect(due).toMatchObject({ level: 2, availableActions: ['acknowledge'] });
    const silence = (by = court.handler) =>
      by.agent.post(`/api/deadlines/${due?.id ?? ''}/settle`).send({ outcome: 'done', note: '已催' });
    expect(codeOf(await silence())).toBe('DEADLINE_ENDS_WITH_WORK');
    expect(codeOf(await silence(court.custodian))).toBe('DEADLINE_NOT_YOURS');
    await wait(DAY_MS * 3);
    expect((await openDeadlines(id))[0]?.level).toBe(4);
    const counts = await court.handler.agent.get('/api/releases/counts?own=true').expect(200);
    expect(bodyOf(countReleasesEndpoint, counts).overdue).toBeGreaterThan(0);
    await court.giveBack(releaseId, [court.back(id)]);
    expect(await listed('overdue')).not.toContain(releaseId);
  });

  it('situation 12: marked notes stay an item: two let them out, and seal and amount are compared', async () => {
    const [notes = ''] = await court.receive(
      [
        listLine({
          ...{ name: '作记号的现金', category: 'cash', unit: 'CNY', quantity: '300', grade: 'valuable' },
          facts: { denominations: '100元×3', source: '扣押' },
        }),
      ],
      () => ({ sealNumber: 'M-1', denominations: [{ faceMinor: 10_000, pieces: 3 }] }),
    );
    const requestId = await court.askLoan([notes], { purpose: 'identification', receiver: '讯问室' });
    await court.decide(requestId);
    const releaseId = await court.prepare(requestId, [notes]);
    await court.handOut(releaseId, [notes], { secondPerson: court.secondPerson() });
    const short = court.back(notes, { quantity: '200', seal: 'M-1' });
    const refused = refusedBodyOf({ body: await court.giveBack(releaseId, [short], 409) });
    expect(refused.problems[0]?.zh).toContain('应还 300 元，实还 200 元');
    await wait(60_000);
    await court.photograph(notes);
    await court.giveBack(releaseId, [court.back(notes, { quantity: '300', seal: 'M-1' })]);
    expect(await court.read(notes)).toMatchObject({ state: 'in_store', onHand: '300', unit: 'CNY' });
  });
});
