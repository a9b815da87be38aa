/** A first count that differs from the older register: recorded, decided on, and the baseline by an entry of its own. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readApprovalEndpoint } from '../../src/modules/approvals/approvals.contract.ts';
import { listCasePapersEndpoint } from '../../src/modules/papers/papers.contract.ts';
import {
  listCountDifferencesEndpoint,
  requestBaselineEndpoint,
} from '../../src/modules/seized-items/baseline/baseline.contract.ts';
import { baselineStep, objectToCount } from '../../src/modules/seized-items/baseline/baseline.rules.ts';
import { readCaseLedgerEndpoint } from '../../src/modules/seized-items/case-ledger.contract.ts';
import { verifyLedger } from '../../src/verify-ledger.ts';
import { ensureReaderWorker } from '../imports/import-driver.ts';
import { bodyOf, refusedBodyOf } from '../support/answers.ts';
import { takeOver } from '../support/old-register.ts';
import { issue, printedText } from '../support/paper-court.ts';
import { buildReleaseCourt, reasonOf, type ReleaseCourt } from '../support/release-court.ts';
import { PIN } from '../support/seized-court.ts';
import { TEST_PASSWORD, type TestPerson } from '../support/people.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

describe('what a count comes to', () => {
  const grounds = { state: 'in_store', isUnverified: true, onHand: '2', unit: '部' } as const;

  it.each([
    ['3', grounds, null],
    ['2', grounds, 'COUNT_AS_BOOKED'],
    ['2.0', grounds, 'COUNT_AS_BOOKED'],
    ['2', { ...grounds, isRecount: true }, null],
    ['1', { ...grounds, state: 'awaiting_disposition' }, null],
    ['0', grounds, 'NOTHING_IS_AN_INCIDENT'],
    ['1.5', grounds, 'QUANTITY_INVALID'],
    ['1', { ...grounds, isUnverified: false }, 'ITEM_VERIFIED'],
    ['1', { ...grounds, state: 'on_loan' }, 'COUNT_WHERE_KEPT'],
    ['1', { ...grounds, state: 'returned' }, 'ITEM_ENDED'],
  ] as const)('%s of %j: %s', (counted, of, refusal) => {
    expect(objectToCount(counted, of)).toBe(refusal);
  });

  it('the step is the difference, up or down', () => {
    expect(baselineStep({ booked: '2', counted: '5' })).toEqual({
      transition: 'baseline_more',
      quantity: '3',
    });
    expect(baselineStep({ booked: '3200', counted: '3199.5' })).toEqual({
      transition: 'baseline_less',
      quantity: '0.5',
    });
  });
});

describe('situation 64: the first count differs from the register', () => {
  let app: TestApp;
  let court: ReleaseCourt;
  let ids: Map<string, string>;
  beforeAll(async () => {
    await ensureReaderWorker();
    app = await createTestApp();
    court = await buildReleaseCourt(app);
    ids = await takeOver(court.custodian, [
      '1,（2026）内08刑初12号,ZW-1,手机,手机,2部,,被告人,一号库房/1架,F-9,2020-03-04,屏碎',
      '2,（2026）内08刑初12号,,现金,,"3,200元",,被害人,一号库房/2架,,,',
      '3,（2026）内08刑初12号,,散装白酒,烟酒,100升,,被害人,一号库房/2架,,,',
      '4,（2026）内08刑初12号,,账本,书证,3本,,被害人,一号库房/2架,,,',
      '5,（2026）内08刑初12号,,手表,其他,5块,,被害人,一号库房/2架,,,',
      '6,（2026）内08刑初12号,,印章,其他,3枚,,被害人,一号库房/2架,,,',
    ]);
  });
  afterAll(() => app.close());

  const idOf = (name: string) => ids.get(name) ?? '';

  async function differ(name: string, counted: string, status = 200, withWhom = court.reviewer) {
    const answer = await court.custodian.agent
      .post(`/api/seized-items/${idOf(name)}/count-differences`)
      .send({
        ...{ counted, reason: '旧台账少记', document: '2019年移交清单' },
        secondPerson: court.secondPerson(withWhom),
      })
      .expect(status);
    return status === 200 ? (answer.body as { id: string }).id : refusedBodyOf(answer).code;
  }

  async function ask(differenceIds: readonly string[], as = court.handler, status = 200) {
    const answer = await as.agent
      .post('/api/item-requests/baselines')
      .send({ differenceIds, reason: '请以实点为准' })
      .expect(status);
    return status === 200 ? bodyOf(requestBaselineEndpoint, answer).id : refusedBodyOf(answer).code;
  }

  async function settle(requestId: string, status = 200) {
    const answer = await court.custodian.agent
      .post(`/api/item-requests/${requestId}/settle-baseline`)
      .send({ secondPerson: court.secondPerson() })
      .expect(status);
    return status === 200 ? 'settled' : refusedBodyOf(answer).code;
  }

  async function list(query: string, as = court.custodian) {
    const answer = await as.agent.get(`/api/count-differences?${query}`).expect(200);
    return bodyOf(listCountDifferencesEndpoint, answer).items;
  }

  async function approve(requestId: string) {
    await court.decide(requestId, court.head);
    await court.decide(requestId, court.vicePresident);
  }

  async function sumsOf(unit: string) {
    const answer = await court.custodian.agent.get(`/api/cases/${court.caseId}/ledger`).expect(200);
    const { conservation } = bodyOf(readCaseLedgerEndpoint, answer);
    expect(conservation.holds).toBe(true);
    return conservation.rows.find((row) => row.unit === unit)?.sums;
  }

  /** Reported, asked for by the equipment office, approved, concluded and closed. */
  async function lose(itemId: string, quantity: string) {
    const reported = { itemIds: [itemId], kind: 'missing', description: '柜内缺少' };
    await court.custodian.agent.post('/api/seized-items/report-incident').send(reported).expect(200);
    const asked = await court.equipment.agent
      .post(`/api/seized-items/${itemId}/request-loss`)
      .send({ quantity, reason: '查找无果' })
      .expect(200);
    const { id: requestId } = bodyOf(requestBaselineEndpoint, asked);
    await court.decide(requestId, court.vicePresident);
    await court.decide(requestId, court.president);
    await court.head.agent
      .post(`/api/seized-items/${itemId}/confirm-loss`)
      .send({ requestId, quantity, conclusion: '确认缺失' })
      .expect(200);
    await court.head.agent
      .post('/api/seized-items/close-incident')
      .send({ itemIds: [itemId], conclusion: '其余在库' })
      .expect(200);
  }

  it('two people record it on a photo of the day; the book stays until it is decided', async () => {
    expect(await differ('手机', '3', 409)).toBe('COUNT_PHOTO_MISSING');
    await court.photograph(idOf('手机'));
    expect(await differ('手机', '2', 409)).toBe('COUNT_AS_BOOKED');
    expect(await differ('手机', '0', 409)).toBe('NOTHING_IS_AN_INCIDENT');
    const id = await differ('手机', '3');
    expect(await court.read(idOf('手机'))).toMatchObject({ onHand: '2', isUnverified: true });
    expect(await list('state=open')).toMatchObject([
      { id, booked: '2', counted: '3', request: null, actions: [], document: '2019年移交清单' },
    ]);
    expect(await list('state=open', court.handler)).toMatchObject([{ id, actions: ['request'] }]);
  });

  it('more than the register: the keeper neither asks nor decides, the approval makes it the baseline', async () => {
    const [difference] = await list('state=open');
    const differenceIds = [difference?.id ?? ''];
    await ask(differenceIds, court.custodian, 403);
    const requestId = await ask(differenceIds);
    expect(await ask(differenceIds, court.handler, 409)).toBe('REQUEST_REFUSED');
    expect(await settle(requestId, 409)).toBe('APPROVAL_NOT_GRANTED');
    await approve(requestId);
    expect(await list('state=open')).toMatchObject([{ request: { state: 'approved' }, actions: ['settle'] }]);
    await settle(requestId);
    const phone = await court.read(idOf('手机'));
    expect(phone).toMatchObject({ onHand: '3', isUnverified: false, state: 'in_store', sealNumber: 'F-9' });
    expect(phone.life.map(({ kind, quantity }) => [kind, quantity])).toEqual([
      ['take_over', '2'],
      ['count_differs', '2'],
      ['baseline_more', '1'],
      ['verify_count', '3'],
    ]);
    expect(await sumsOf('部')).toMatchObject({ received: '2', baseline_more: '1', in_store: '3' });
    expect(await list('state=settled')).toMatchObject([{ endedWith: court.reviewer.name, actions: [] }]);
    expect(await settle(requestId, 404)).toBe('COUNT_DIFFERENCE_NOT_FOUND');
    expect((await verifyLedger(app.database.ownerPool, {})).difference).toBeUndefined();
  });

  it('the paper states both figures, the reason and the approval', async () => {
    const { custodian, caseId } = court;
    const answer = await custodian.agent
      .get(`/api/cases/${caseId}/papers?itemId=${idOf('手机')}`)
      .expect(200);
    const offer = bodyOf(listCasePapersEndpoint, answer).offers.find(
      ({ form }) => form === 'baseline_record',
    );
    const { id } = await issue(custodian, { form: 'baseline_record', caseId, ...offer?.subject });
    const text = await printedText(custodian, id);
    for (const part of ['数量认定书', '旧台账少记', '+1', custodian.name, court.reviewer.name])
      expect(text).toContain(part);
    expect(text).toMatch(/认定时间2026-[-\d:]+审批单号(2026-\d{6}).*\1.*系统审批/);
    expect(text).not.toContain('依据文书');
  });

  it('less than the register, of money: what came in is corrected, nothing is written off', async () => {
    await court.photograph(idOf('现金'));
    await court.photograph(idOf('账本'));
    const differenceIds = [await differ('现金', '3150.5'), await differ('账本', '4')];
    const requestId = await ask(differenceIds);
    await approve(requestId);
    await settle(requestId);
    expect(await court.read(idOf('现金'))).toMatchObject({ onHand: '3150.5', isUnverified: false });
    expect(await sumsOf('CNY')).toMatchObject({
      received: '3200',
      baseline_less: '49.5',
      in_store: '3150.5',
    });
    expect((await verifyLedger(app.database.ownerPool, {})).difference).toBeUndefined();
  });

  it('a later count takes the place of one that nobody settled, and a book that moved is counted again', async () => {
    const liquor = idOf('散装白酒');
    await court.photograph(liquor);
    const requestId = await ask([await differ('散装白酒', '120')]);
    await approve(requestId);
    const dried = await court.custodian.agent
      .post(`/api/seized-items/${liquor}/natural-losses`)
      .send({ quantity: '1', reason: '挥发', secondPerson: court.secondPerson() })
      .expect(409);
    expect(reasonOf(dried.body)).toBe('COUNT_DIFFERENCE_OPEN');
    await lose(liquor, '1');
    expect(await settle(requestId, 409)).toBe('BASELINE_BOOK_MOVED');
    const again = await differ('散装白酒', '118');
    expect(await settle(requestId, 404)).toBe('COUNT_DIFFERENCE_NOT_FOUND');
    expect(await list('state=open')).toMatchObject([{ id: again, request: null, actions: [] }]);
    expect(await list('state=open', court.handler)).toMatchObject([{ id: again, actions: ['request'] }]);
    const anew = await ask([again]);
    expect(await ask([again], court.handler, 409)).toBe('REQUEST_REFUSED');
    await approve(anew);
    expect(await list('state=open')).toMatchObject([
      { request: { id: anew, state: 'approved' }, actions: ['settle'] },
    ]);
    const verified = await court.custodian.agent
      .post('/api/seized-items/verify')
      .send({ lines: [{ itemId: liquor, quantity: '99' }], secondPerson: court.secondPerson() })
      .expect(409);
    expect(reasonOf(verified.body)).toBe('COUNT_DIFFERENCE_OPEN');
    expect((await court.read(liquor)).hasOpenCount).toBe(true);
    await differ('散装白酒', '99');
    expect(await list(`itemId=${liquor}`)).toMatchObject([
      { counted: '118', state: 'recounted', endedWith: court.reviewer.name },
      { counted: '120', state: 'recounted' },
    ]);
    expect(await court.read(liquor)).toMatchObject({
      onHand: '99',
      isUnverified: false,
      hasOpenCount: false,
    });
  });

  it('what an incident concludes on explains the difference that it brings the book to, and no other', async () => {
    const watch = idOf('手表');
    await court.photograph(watch);
    await differ('手表', '3');
    await lose(watch, '1');
    expect(await list(`itemId=${watch}`)).toMatchObject([{ state: 'open' }]);
    await lose(watch, '1');
    expect(await list(`itemId=${watch}`)).toMatchObject([{ state: 'recounted', endedWith: null }]);
    expect(await court.read(watch)).toMatchObject({ onHand: '3', isUnverified: true, hasOpenCount: false });
  });

  describe('whoever counted', () => {
    const seal = () => idOf('印章');
    const decide = async (requestId: string, as: TestPerson) => {
      const { version } = await seen(requestId, as);
      return as.agent
        .post(`/api/approvals/${requestId}/decide`)
        .set('If-Match', `"${version}"`)
        .send({ verdict: 'approve', opinion: '同意' });
    };
    const seen = async (requestId: string, as: TestPerson) =>
      bodyOf(readApprovalEndpoint, await as.agent.get(`/api/approvals/${requestId}`).expect(200));
    beforeAll(async () => {
      const pin = { currentPassword: TEST_PASSWORD, pin: PIN };
      for (const person of [court.vicePresident, court.head])
        await person.agent.put('/api/session/pin').send(pin).expect(200);
      await court.enter(court.room, [court.vicePresident, court.head]);
      await court.photograph(seal());
    });

    it('does not decide on the difference, is told why, and may again once others have counted', async () => {
      const own = await ask([await differ('印章', '2', 200, court.vicePresident)]);
      await court.decide(own, court.head);
      expect(refusedBodyOf(await decide(own, court.vicePresident)).code).toBe('APPROVER_HAS_COUNTED');
      const told = await seen(own, court.vicePresident);
      expect([told.availableActions, told.hindrance?.zh.slice(0, 16)]).toEqual([
        [],
        '该申请所依据的清点由您参加，不能',
      ]);
      expect(await seen(own, court.handler)).toMatchObject({ hindrance: null });
      const others = await ask([await differ('印章', '2')]);
      await court.decide(others, court.head);
      expect((await seen(others, court.vicePresident)).hindrance).toBeNull();
      expect((await decide(others, court.vicePresident)).status).toBe(200);
    });

    it('neither approves the loss that explains it, nor concludes on that', async () => {
      await differ('印章', '2', 200, court.head);
      const reported = { itemIds: [seal()], kind: 'missing', description: '柜内缺少' };
      await court.custodian.agent.post('/api/seized-items/report-incident').send(reported).expect(200);
      const asked = await court.equipment.agent
        .post(`/api/seized-items/${seal()}/request-loss`)
        .send({ quantity: '1', reason: '查找无果' })
        .expect(200);
      const { id: requestId } = bodyOf(requestBaselineEndpoint, asked);
      await court.decide(requestId, court.vicePresident);
      await court.decide(requestId, court.president);
      const concluded = await court.head.agent
        .post(`/api/seized-items/${seal()}/confirm-loss`)
        .send({ requestId, quantity: '1', conclusion: '确认缺失' })
        .expect(403);
      expect(refusedBodyOf(concluded).code).toBe('CONCLUDER_HAS_COUNTED');
    });
  });
});
