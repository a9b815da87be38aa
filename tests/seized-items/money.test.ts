/** Money of cases: to the bank by two, marked notes, and the month that finance and custodian close together. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extractText, getDocumentProxy } from 'unpdf';
import { listDeadlinesEndpoint } from '../../src/modules/deadlines/contract.ts';
import { holdsAccountNumber } from '../../src/modules/seized-items/money/account-alias.ts';
import * as deposits from '../../src/modules/seized-items/money/deposits.contract.ts';
import * as months from '../../src/modules/seized-items/money/months.contract.ts';
import { handOnLapsedOffices } from '../../src/modules/deadlines/hand-on-office-deadlines.ts';
import { verifyLedger } from '../../src/verify-ledger.ts';
import { bodyOf, codeOf, refusedBodyOf } from '../support/answers.ts';
import { getFile, travelTo } from '../support/http-json.ts';
import { buildPerson, TEST_PASSWORD, type TestPerson } from '../support/people.ts';
import { buildSeizedCourt, listLine, PIN, PIXEL, type SeizedCourt } from '../support/seized-court.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let court: SeizedCourt;
let finance: TestPerson;

beforeAll(async () => {
  app = await createTestApp();
  court = await buildSeizedCourt(app);
  finance = await buildPerson(app, { court: court.court, role: 'finance_officer', name: '财务戊' });
  const pin = { currentPassword: TEST_PASSWORD, pin: PIN };
  for (const { agent } of [finance, court.custodian])
    await agent.put('/api/session/pin').send(pin).expect(200);
  await court.enter(court.room, [court.custodian, court.reviewer]);
});
afterAll(() => app.close());

const FACTS = { denominations: '百元券', source: '扣押' };

async function receiveMoney(amount: string, currency = 'CNY', more: object = {}): Promise<string> {
  const category = currency === 'CNY' ? 'cash' : 'foreign_currency';
  const line = listLine({ name: '现金', category, quantity: amount, unit: currency, facts: FACTS, ...more });
  const [id = ''] = await court.receive([line], () => ({
    denominations: [{ faceMinor: 10_000, pieces: Number(amount) / 100 }],
    ...(currency === 'CNY' ? {} : { sealNumber: `W-${amount}` }),
  }));
  return id;
}

/** Out of the room, in the hands of the custodian: finance need not go in. */
async function carryOut(itemIds: readonly string[]): Promise<void> {
  await court.custodian.agent
    .post('/api/seized-items/carry-out')
    .send({ itemIds, secondPerson: court.secondPerson() })
    .expect(200);
}

async function uploadSlip(): Promise<string> {
  const answer = await finance.agent
    .post('/api/money-deposit-slips')
    .attach('file', PIXEL, 'slip.png')
    .expect(200);
  return bodyOf(deposits.uploadDepositSlipEndpoint, answer).depositId;
}

async function deposit(itemIds: readonly string[], more: object = {}, status = 200, as = finance) {
  const second = as === finance ? court.custodian : finance;
  const body = {
    ...{
      itemIds,
      depositId: await uploadSlip(),
      slipNumber: `2026-${itemIds[0]?.slice(-8)}`,
      bank: '建设银行',
    },
    ...{ accountAlias: '涉案款专户（尾号1234）', depositedOn: '2026-11-23' },
    ...{ secondPerson: { personId: second.id, pin: PIN }, ...more },
  };
  return as.agent.post('/api/money-deposits').send(body).expect(status);
}

const due = async (state = 'open') =>
  bodyOf(
    listDeadlinesEndpoint,
    await court.custodian.agent.get(`/api/deadlines?limit=200&state=${state}`).expect(200),
  ).items;

describe('deposits', () => {
  it('a receipt of money starts D06, D11 and D30, and the deposit by custodian and finance settles it', async () => {
    const id = await receiveMoney('1200');
    const rules = (await due()).map(({ rule, subjectId, dueOn }) => [rule.id, subjectId === id, dueOn]);
    expect(rules).toContainEqual(['D06', true, '2026-11-24']);
    expect(rules).toContainEqual(['D11', false, '2026-12-31']);
    expect(rules.filter(([rule]) => rule === 'D30')).toHaveLength(1);
    expect(rules.filter(([rule]) => rule === 'D24')).toHaveLength(1);
    await carryOut([id]);
    await deposit([id]);
    expect(await court.read(id)).toMatchObject({
      ...{ state: 'kept_elsewhere', keeper: '建设银行 涉案款专户（尾号1234）', onHand: '1200', place: null },
      holder: { name: '建设银行 涉案款专户（尾号1234）' },
    });
    expect((await due('settled')).map(({ rule }) => rule.id)).toContain('D06');
    const list = bodyOf(
      deposits.listDepositsEndpoint,
      await finance.agent.get('/api/money-deposits').expect(200),
    );
    expect(list.items[0]).toMatchObject({ amountMinor: 120_000, lines: [{ caseNumber: court.caseNumber }] });
    const slip = await finance.agent.get(`/api/money-deposits/${list.items[0]?.id}/slip`).expect(200);
    expect(slip.headers['content-type']).toContain('image/png');
  });

  it('needs a custodian and finance, a slip, and no whole number of an account', async () => {
    const id = await receiveMoney('100');
    await carryOut([id]);
    const two = { secondPerson: court.secondPerson() };
    expect(codeOf(await deposit([id], two, 409, court.custodian))).toBe('DEPOSIT_NEEDS_BOTH');
    expect(codeOf(await deposit([id], { accountAlias: '1500 1628 8360 5000 1234' }, 409))).toBe(
      'DEPOSIT_ALIAS_IS_NUMBER',
    );
    expect(codeOf(await deposit([id], { depositId: id }, 409))).toBe('DEPOSIT_SLIP_MISSING');
    expect(codeOf(await deposit([id], { depositedOn: '2026-11-24' }, 409))).toBe('DEPOSIT_IN_FUTURE');
    await deposit([id], { slipNumber: 'X-1' });
    const other = await receiveMoney('200');
    await carryOut([other]);
    expect(codeOf(await deposit([other], { slipNumber: 'X-1' }, 409))).toBe('DEPOSIT_SLIP_TAKEN');
    const [phone = ''] = await court.receive([listLine()]);
    expect(codeOf(await deposit([phone], {}, 409))).toBe('DEPOSIT_NOT_MONEY');
    await deposit([other], { slipNumber: 'X-2' }, 200, court.custodian);
    expect(holdsAccountNumber('案款专户 6217000012345678')).toBe(true);
    expect(holdsAccountNumber('案款专户（尾号 5678）')).toBe(false);
  });

  it('situation 11: foreign money counts in its own currency, never converted, and has a slip of its own', async () => {
    const [yuan, dollars] = [await receiveMoney('300'), await receiveMoney('500', 'USD')];
    const inStore = async (after = '') =>
      bodyOf(
        deposits.listMoneyInStoreEndpoint,
        await finance.agent.get(`/api/money-in-store?limit=1${after && `&after=${after}`}`).expect(200),
      );
    const first = await inStore();
    const totals = [
      { currency: 'CNY', count: 1, amountMinor: 30_000 },
      { currency: 'USD', count: 1, amountMinor: 50_000 },
    ];
    expect(first).toMatchObject({ items: [{ itemId: yuan }], totals });
    const next = await inStore(first.nextCursor ?? 'none');
    expect(next).toMatchObject({ items: [{ itemId: dollars }], nextCursor: null, totals });
    await carryOut([yuan, dollars]);
    expect(codeOf(await deposit([yuan, dollars], {}, 409))).toBe('DEPOSIT_CURRENCIES_DIFFER');
    await deposit([dollars], { accountAlias: '外汇专户（尾号 88）' });
    const answer = await finance.agent.get('/api/money-months/2026-11/USD').expect(200);
    expect(bodyOf(months.readMoneyMonthEndpoint, answer).figures).toMatchObject({
      ...{ openingMinor: 0, closingMinor: 50_000, atBankMinor: 50_000, inStoreMinor: 0, holds: true },
    });
    expect((await court.read(dollars)).seals[0]).toMatchObject({ openedByName: '财务戊' });
    await deposit([yuan]);
  });

  it('situation 12: marked notes stay as they are until the judge orders in writing that they may be deposited', async () => {
    const id = await receiveMoney('400', 'CNY', { name: '标记钞', keeping: ['marked_notes'] });
    expect((await due()).some(({ rule, subjectId }) => rule.id === 'D06' && subjectId === id)).toBe(false);
    await carryOut([id]);
    expect(codeOf(await deposit([id], {}, 409))).toBe('DEPOSIT_KEPT_AS_EVIDENCE');
    const order = { itemIds: [id], verdict: 'deposit', document: '款项处理决定书2号', reason: '已拍照固定' };
    await court.custodian.agent.post('/api/seized-items/money-orders').send(order).expect(403);
    await court.handler.agent.post('/api/seized-items/money-orders').send(order).expect(200);
    expect((await due()).some(({ rule, subjectId }) => rule.id === 'D06' && subjectId === id)).toBe(true);
    await deposit([id]);
    expect((await court.read(id)).life.map(({ kind }) => kind).slice(-2)).toEqual(['order_money', 'deposit']);
  });

  it('situation 59: cash paid at the court window is no seized item, and whoever enters it is told what to do', async () => {
    const line = listLine({ name: '罚金', category: 'window_payments', quantity: '5000', unit: 'CNY' });
    const answer = await court.custodian.agent
      .post(`/api/cases/${court.caseId}/items`)
      .send({ listNumber: '无', lines: [line] })
      .expect(409);
    const { problems } = refusedBodyOf(answer);
    expect(problems[0]).toMatchObject({ code: 'CLASS_PROHIBITED' });
    expect(problems[0]?.zh).toMatch(/当日.*交财务/);
  });
});

describe('months', () => {
  const month = (verb = '', of = '2026-11/CNY') => `/api/money-months/${of}${verb}`;
  const statement = (more: object = {}) => ({ bankMinor: 220_000, bookMinor: 220_000, ...more });
  const read = async (of = '2026-11/CNY') =>
    bodyOf(months.readMoneyMonthEndpoint, await finance.agent.get(month('', of)).expect(200));
  const close = (
    explanations: object[],
    status: number,
    by = finance,
    second = court.custodian,
    of = '2026-11/CNY',
  ) =>
    by.agent
      .post(month('/close', of))
      .send({ secondPerson: { personId: second.id, pin: PIN }, explanations })
      .expect(status);
  const DIFFERENCES = [
    { kind: 'bank', label: '', explanation: '银行未达账项' },
    { kind: 'slip', label: '存款凭证 Y-1', explanation: '银行未达账项' },
    { kind: 'slip', label: 'Y-1', explanation: '银行未达账项' },
  ];

  it('opening + received + proceeds − returned − treasury = closing, from entries alone', async () => {
    const { figures, entries, state } = await read();
    expect(state).toBe('open');
    expect(figures).toMatchObject({
      ...{ openingMinor: 0, closingMinor: 220_000, atBankMinor: 220_000, inStoreMinor: 0, holds: true },
      columns: { received: 220_000, proceeds: 0, returned: 0, treasury: 0, other: 0 },
    });
    expect(entries.filter(({ kind }) => kind === 'deposit')).toHaveLength(5);
    expect(codeOf(await finance.agent.put(month('/statement')).send(statement()).expect(409))).toBe(
      'MONTH_NOT_OVER',
    );
  });

  it('what the bank says is compared slip by slip, each difference is explained, and two close the month', async () => {
    const late = await receiveMoney('700');
    await travelTo(app, '2026-12-03T09:00:00.000+08:00');
    expect(codeOf(await close([], 409))).toBe('MONTH_NOT_ENTERED');
    const slips = (await read()).entries
      .filter(({ kind }) => kind === 'deposit')
      .map(({ slip, amountMinor }) => ({ slip, minor: amountMinor }));
    await court.custodian.agent.put(month('/statement')).send(statement()).expect(403);
    await finance.agent
      .put(month('/statement'))
      .send(statement({ bankMinor: 225_000, slips: [...slips, { slip: 'Y-1', minor: 5000 }] }))
      .expect(200);
    const { differences, figures } = await read();
    expect(figures).toMatchObject({ closingMinor: 290_000, inStoreMinor: 70_000, atBankMinor: 220_000 });
    expect(
      differences.map(({ kind, label, oursMinor, theirsMinor }) => [kind, label, oursMinor, theirsMinor]),
    ).toEqual([
      ['bank', '', 220_000, 225_000],
      ['slip', 'Y-1', null, 5000],
    ]);
    expect(codeOf(await close(DIFFERENCES.slice(0, 1), 409))).toBe('MONTH_DIFFERENCES_UNEXPLAINED');
    expect(codeOf(await close(DIFFERENCES, 409, court.custodian, court.reviewer))).toBe(
      'RECONCILIATION_NEEDS_BOTH',
    );
    await close(DIFFERENCES, 200);
    expect(await read()).toMatchObject({
      state: 'closed',
      closedByName: '财务戊',
      secondPersonName: '保管员甲',
    });
    expect(late).not.toBe('');
  });

  it('a closed month is frozen: what is entered later with an earlier day is 补录 of the next', async () => {
    const before = await read();
    expect(codeOf(await finance.agent.put(month('/statement')).send(statement()).expect(409))).toBe(
      'MONTH_CLOSED',
    );
    const items = await court.preregister([
      listLine({ name: '现金', category: 'cash', quantity: '900', unit: 'CNY', facts: FACTS }),
    ]);
    const [id = ''] = items.map((item) => item.id);
    const occurredAt = '2026-12-03T09:00:00.000+08:00';
    await travelTo(app, '2027-01-04T09:00:00.000+08:00');
    const intakeId = await court.openIntake([id], { occurredAt });
    await court.photograph(id);
    const denominations = [{ faceMinor: 10_000, pieces: 9 }];
    const count = { outcome: 'matches', quantity: '900', placeId: court.shelves[0], denominations };
    await court.count(intakeId, [{ itemId: id, count }]);
    await finance.agent.put(month('/statement', '2026-12/CNY')).send(statement()).expect(200);
    await close([], 200, court.custodian, finance, '2026-12/CNY');
    await court.complete(intakeId, { occurredAt });
    expect(await read()).toEqual(before);
    expect((await read('2026-12/CNY')).figures.columns.received).toBe(0);
    const january = await read('2027-01/CNY');
    expect(january.figures).toMatchObject({ openingMinor: 290_000, columns: { received: 90_000 } });
    expect(january.entries).toMatchObject([{ itemId: id, isLate: true, occurredOn: '2026-12-03' }]);
  });

  it('a difference stays open until finance says how it was settled, and the paper tells all of it', async () => {
    const { differences } = await read();
    const path = `/api/money-differences/${differences[0]?.id}/settle`;
    const settle = (settlement: string, personId: string, status: number) =>
      finance.agent
        .post(path)
        .send({ settlement, secondPerson: { personId, pin: PIN } })
        .expect(status);
    await finance.agent.post(path).send({ settlement: '12月2日银行已更正' }).expect(400);
    expect(codeOf(await settle('12月2日银行已更正', finance.id, 409))).toBe('RECONCILIATION_NEEDS_BOTH');
    await settle('12月2日银行已更正', court.custodian.id, 200);
    expect((await read()).differences[0]).toMatchObject({
      ...{ settledByName: '财务戊', settledSecondName: court.custodian.name },
    });
    expect(codeOf(await settle('再次', court.custodian.id, 404))).toBe('DIFFERENCE_NOT_FOUND');
    const list = bodyOf(
      months.listMoneyMonthsEndpoint,
      await finance.agent.get('/api/money-months').expect(200),
    );
    expect(list.items.find((one) => one.month === '2026-11' && one.currency === 'CNY')).toMatchObject({
      ...{ state: 'closed', openDifferences: 1, closingMinor: 290_000 },
    });
    const body = await getFile(finance, month('/paper').replace('/api', ''));
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(body)), { mergePages: true });
    expect(text).toContain('涉案款项月度对账单');
    expect(text).toContain('2,900.00');
    expect(text).toMatch(/12月2日银行已更正/);
    expect((await verifyLedger(app.database.ownerPool, {})).difference).toBeUndefined();
  });

  it('the clock of a month is the finance officer’s of today: it passes on with the role, and with its term', async () => {
    const [system, security] = [
      await buildPerson(app, { court: court.court, role: 'system_admin' }),
      await buildPerson(app, { court: court.court, role: 'security_admin' }),
    ];
    const [next, third] = [
      await buildPerson(app, { court: court.court, name: '财务己' }),
      await buildPerson(app, { court: court.court, name: '财务庚' }),
    ];
    const owner = async () =>
      [...new Set((await due()).flatMap((one) => (one.rule.id === 'D11' ? one.owner : [])))].join();
    const grant = (person: TestPerson) =>
      security.agent
        .post('/api/memberships')
        .send({ person: { id: person.id }, role: 'finance_officer' })
        .expect(200);
    const end = async (person: TestPerson, validUntil?: string) => {
      const { rows } = await app.database.ownerPool.query<{ id: string }>(
        `select id from memberships where person_id = $1 and role = 'finance_officer' and valid_until is null`,
        [person.id],
      );
      await security.agent.post(`/api/memberships/${rows[0]?.id}/end`).send({ validUntil }).expect(200);
    };
    expect(await owner()).toBe('财务戊');
    await grant(next);
    expect(await owner()).toBe('财务戊');
    await end(finance);
    expect(await owner()).toBe('财务己');
    await end(next, '2027-01-06');
    await grant(third);
    expect(await owner()).toBe('财务己');
    await travelTo(app, '2027-01-06T09:00:00.000+08:00');
    expect(await handOnLapsedOffices(app.database.ownerPool, app.clock.now())).toBe(2);
    expect(await handOnLapsedOffices(app.database.ownerPool, app.clock.now())).toBe(0);
    expect(await owner()).toBe('财务庚');
    await system.agent.post(`/api/people/${third.id}/close`).expect(200);
    expect(await owner()).toBe('财务庚');
    await grant(finance);
    expect(await owner()).toBe('财务戊');
    const { rows } = await app.database.ownerPool.query<{ by: string }>(
      `select event.actor_name as by from deadline_events event join deadlines d on d.court_id = event.court_id
         and d.id = event.deadline_id and d.rule_id = 'D11' and d.subject_label = '2027-01'
       where event.kind = 'handed_on' order by event.occurred_at, event.id`,
    );
    expect(rows.map(({ by }) => by)).toEqual([security.name, '系统', security.name]);
  });
});
