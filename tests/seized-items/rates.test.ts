/** Foreign money: rates that finance enters, what it is worth beside the amounts, and what the bank made of it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readApprovalEndpoint } from '../../src/modules/approvals/approvals.contract.ts';
import { requestLoanEndpoint } from '../../src/modules/seized-items/releases/requests.contract.ts';
import { readCaseLedgerEndpoint } from '../../src/modules/seized-items/case-ledger.contract.ts';
import * as conversions from '../../src/modules/seized-items/money/conversions.contract.ts';
import * as deposits from '../../src/modules/seized-items/money/deposits.contract.ts';
import {
  fenOf,
  isAsCredited,
  isUsual,
  sayQuote,
} from '../../src/modules/seized-items/rates/exchange.rules.ts';
import {
  listMoneyMonthsEndpoint,
  readMoneyMonthEndpoint,
} from '../../src/modules/seized-items/money/months.contract.ts';
import { shareCredit } from '../../src/modules/seized-items/money/share-credit.rules.ts';
import { listExchangeRatesEndpoint } from '../../src/modules/seized-items/rates/rates.contract.ts';
import { verifyLedger } from '../../src/verify-ledger.ts';
import { bodyOf, codeOf, refusedBodyOf } from '../support/answers.ts';
import { getFile, travelTo } from '../support/http-json.ts';
import { textOfPaper } from '../support/paper-text.ts';
import { buildPerson, TEST_PASSWORD, type TestPerson } from '../support/people.ts';
import { collectStatements, explainStatements } from '../support/query-plans.ts';
import { buildReleaseCourt, type ReleaseCourt } from '../support/release-court.ts';
import { listLine, PIN, PIXEL } from '../support/seized-court.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

const usd = { currency: 'USD', direction: 'direct', units: 100, rate: '712.3' } as const;

describe('rates', () => {
  it.each([
    [100_000, usd, 712_300],
    [1, usd, 7],
    [0, usd, 0],
    [1_000_000, { currency: 'JPY', direction: 'direct', units: 100, rate: '4.6512' }, 4_651_200],
    [1_000_000, { currency: 'MNT', direction: 'inverse', units: 1, rate: '480.12' }, 2083],
    [48_012, { currency: 'MNT', direction: 'inverse', units: 100, rate: '48012' }, 100],
  ] as const)('%i minor units at %j are %i 分', (minor, quote, fen) => {
    expect(fenOf(minor, quote)).toBe(fen);
  });

  it('what cannot be counted exactly is not said', () => {
    expect(fenOf(Number.MAX_SAFE_INTEGER, usd)).toBeNull();
  });

  it('a slip of the keyboard lies far off, in whatever direction it is quoted', () => {
    expect(isUsual({ ...usd, rate: '720' }, usd)).toBe(true);
    expect(isUsual({ ...usd, units: 1, rate: '7.2' }, usd)).toBe(true);
    expect(isUsual({ direction: 'inverse', units: 1, rate: '0.1404' }, usd)).toBe(true);
    expect(isUsual({ ...usd, rate: '7.12' }, usd)).toBe(false);
  });

  it.each([
    [1_419_000, [200_000], undefined, [1_419_000]],
    [1000, [1, 1, 1], undefined, [333, 334, 333]],
    [70_951, [5000, 5000], undefined, [35_476, 35_475]],
    [0, [5, 5], undefined, [0, 0]],
    [1000, [0, 0], undefined, [0, 0]],
    [1000, [], undefined, []],
    [1000, [1, 1], 4, [250, 250]],
    [1000, [4, 4], 4, [1000, 1000]],
  ])('%i credited for %j of %s are %j', (sum, amounts, whole, shares) => {
    expect(shareCredit(sum, amounts, whole)).toEqual(shares);
  });

  it('the bank may keep its charges, and no more', () => {
    const bank = { ...usd, rate: '709.5' };
    expect([709_500, 709_000, 709_550].map((fen) => isAsCredited(fen, 100_000, bank))).toEqual([
      true,
      true,
      true,
    ]);
    expect([700_000, 7_095_00 * 10].map((fen) => isAsCredited(fen, 100_000, bank))).toEqual([false, false]);
    expect(sayQuote(usd)).toEqual({ zh: '100 美元 = 712.3 元', en: '100 USD = 712.3 CNY' });
  });
});

describe('situation 11: foreign currency', () => {
  let app: TestApp;
  let court: ReleaseCourt;
  let finance: TestPerson;
  let dollars: string;
  beforeAll(async () => {
    app = await createTestApp();
    court = await buildReleaseCourt(app);
    finance = await buildPerson(app, { court: court.court, role: 'finance_officer', name: '财务戊' });
    for (const { agent } of [finance, court.custodian])
      await agent.put('/api/session/pin').send({ currentPassword: TEST_PASSWORD, pin: PIN }).expect(200);
    dollars = await receive('1000', 'W-1');
  });
  afterAll(() => app.close());

  async function receive(amount: string, sealNumber: string): Promise<string> {
    const facts = { denominations: '百元券', source: '扣押' };
    const line = { name: '美钞', category: 'foreign_currency', quantity: amount, unit: 'USD', facts };
    const denominations = [{ faceMinor: 10_000, pieces: Number(amount) / 100 }];
    const [id = ''] = await court.receive([listLine(line)], () => ({ denominations, sealNumber }));
    return id;
  }

  const enter = (body: object, status = 200, as = finance) =>
    as.agent
      .post('/api/exchange-rates')
      .send({ currency: 'USD', quotedOn: '2026-11-23', rate: '712.3', source: 'cfets', ...body })
      .expect(status);

  async function deposit(itemId: string, more: object, status = 200) {
    if ((await court.read(itemId)).place !== null)
      await court.custodian.agent
        .post('/api/seized-items/carry-out')
        .send({ itemIds: [itemId], secondPerson: court.secondPerson() })
        .expect(200);
    const slip = await finance.agent
      .post('/api/money-deposit-slips')
      .attach('file', PIXEL, 'slip.png')
      .expect(200);
    const { depositId } = bodyOf(deposits.uploadDepositSlipEndpoint, slip);
    return finance.agent
      .post('/api/money-deposits')
      .send({
        ...{ itemIds: [itemId], depositId, slipNumber: depositId.slice(-8), bank: '建设银行' },
        ...{ accountAlias: '外币专户（尾号1234）', depositedOn: '2026-11-23', ...more },
        secondPerson: { personId: court.custodian.id, pin: PIN },
      })
      .expect(status);
  }

  it('finance enters rates with day and source; of one day the last one counts and none is changed', async () => {
    expect((await court.read(dollars)).worth).toBeNull();
    await enter({}, 403, court.custodian);
    expect(codeOf(await enter({ rate: '0' }, 409))).toBe('RATE_IS_ZERO');
    expect(codeOf(await enter({ quotedOn: '2030-01-01' }, 409))).toBe('RATE_IN_FUTURE');
    await enter({ currency: 'CNY' }, 400);
    await enter({ rate: '700' });
    expect(codeOf(await enter({ rate: '7.123' }, 409))).toBe('RATE_FAR_OFF');
    await enter({ reference: '2026年第223号' });
    const listed = await court.custodian.agent.get('/api/exchange-rates').expect(200);
    expect(bodyOf(listExchangeRatesEndpoint, listed).items.map(({ rate }) => rate)).toEqual(['712.3', '700']);
    await expect(app.database.ownerPool.query('update exchange_rates set rate = 1')).rejects.toThrow();
  });

  it('is shown in yuan beside the amount, with rate, day and source, and never instead', async () => {
    expect(await court.read(dollars)).toMatchObject({
      ...{ onHand: '1000', unit: 'USD' },
      worth: { fen: 712_300, rate: '712.3', units: 100, quotedOn: '2026-11-23', source: 'cfets' },
    });
    const answer = await court.custodian.agent.get('/api/money-in-store').expect(200);
    expect(bodyOf(deposits.listMoneyInStoreEndpoint, answer).items).toMatchObject([
      { onHand: '1000', currency: 'USD', worth: { fen: 712_300 } },
    ]);
  });

  it('counts with its worth where the rules ask for an amount, and the approver sees by which rate', async () => {
    const requestId = await court.askLoan([dollars]);
    const seen = await court.head.agent.get(`/api/approvals/${requestId}`).expect(200);
    const { amountFen, lines } = bodyOf(readApprovalEndpoint, seen);
    expect(amountFen).toBe(712_300);
    expect(JSON.stringify(lines)).toContain('2026-11-23 人民币汇率中间价 100 美元 = 712.3 元');
  });

  it('a deposit keeps its worth; a conversion keeps the bank’s rate, the slip and the difference', async () => {
    const other = await receive('2000', 'W-2');
    const conversion = { bankRate: '709.5', creditedFen: 1_419_000 };
    expect(codeOf(await deposit(other, { conversion: { ...conversion, creditedFen: 1_400_000 } }, 409))).toBe(
      'CONVERSION_NOT_AS_RATE',
    );
    await deposit(other, { conversion });
    await deposit(dollars, {});
    const answer = await finance.agent.get('/api/money-deposits').expect(200);
    const { items } = bodyOf(deposits.listDepositsEndpoint, answer);
    const [kept, converted] = [100_000, 200_000].map((minor) =>
      items.find(({ amountMinor }) => amountMinor === minor),
    );
    expect(kept).toMatchObject({ currency: 'USD', worth: { fen: 712_300 }, conversion: null });
    expect(converted).toMatchObject({
      ...{ currency: 'USD', worth: { fen: 1_424_600 } },
      conversion: { bankRate: '709.5', creditedFen: 1_419_000, differenceFen: -5600 },
    });
    expect(converted?.lines).toMatchObject([{ itemId: other, amountMinor: 200_000, creditedFen: 1_419_000 }]);
    expect(kept?.lines[0]?.creditedFen).toBeNull();
    const item = await court.read(other);
    expect(item).toMatchObject({ onHand: '14190', unit: 'CNY', state: 'kept_elsewhere', worth: null });
    expect(item.conversion).toEqual({ unit: 'USD', quantity: '2000', on: '2026-11-23' });
    expect(item.life.slice(-3).map(({ kind, quantity, unit }) => [kind, quantity, unit])).toEqual([
      ['deposit', '2000', 'USD'],
      ['convert_out', '2000', 'USD'],
      ['convert_in', '14190', 'CNY'],
    ]);
    expect(item.life.at(-1)?.note).toContain('入账 14190 元，差额 -56 元');
    const ledger = await court.custodian.agent.get(`/api/cases/${court.caseId}/ledger`).expect(200);
    const { conservation } = bodyOf(readCaseLedgerEndpoint, ledger);
    expect(conservation).toMatchObject({
      holds: true,
      rows: [
        { unit: 'CNY', total: '14190', sums: { with_keeper: '14190', converted_in: '14190', received: '0' } },
        { unit: 'USD', total: '3000', sums: { with_keeper: '1000', converted_out: '2000' } },
      ],
    });
    expect((await verifyLedger(app.database.ownerPool, {})).difference).toBeUndefined();
  });

  it('what the bank changed is yuan in the reconciliation from that day on, out of the one and into the other', async () => {
    const monthOf = async (currency: string) =>
      bodyOf(
        readMoneyMonthEndpoint,
        await finance.agent.get(`/api/money-months/2026-11/${currency}`).expect(200),
      );
    const [usdMonth, yuan] = [await monthOf('USD'), await monthOf('CNY')];
    expect(usdMonth.figures).toMatchObject({
      ...{ openingMinor: 0, closingMinor: 100_000, inStoreMinor: 0, atBankMinor: 100_000, holds: true },
      columns: { received: 300_000, convertedIn: 0, convertedOut: 200_000, other: 0 },
    });
    expect(yuan.figures).toMatchObject({
      ...{ openingMinor: 0, closingMinor: 1_419_000, inStoreMinor: 0, atBankMinor: 1_419_000, holds: true },
      columns: { received: 0, convertedIn: 1_419_000, convertedOut: 0 },
    });
    expect(yuan.entries.map(({ kind, changeMinor }) => [kind, changeMinor])).toEqual([
      ['convert_in', 1_419_000],
    ]);
    const changes = usdMonth.entries.filter(({ itemId }) => itemId !== dollars);
    expect(changes.map(({ kind, changeMinor }) => [kind, changeMinor])).toEqual([
      ['check_in', 200_000],
      ['deposit', 0],
      ['convert_out', -200_000],
    ]);
    const listed = bodyOf(listMoneyMonthsEndpoint, await finance.agent.get('/api/money-months').expect(200));
    expect(listed.items.map(({ currency, closingMinor }) => [currency, closingMinor])).toEqual([
      ['CNY', 1_419_000],
      ['USD', 100_000],
    ]);
    for (const currency of ['USD', 'CNY']) {
      const text = await textOfPaper(await getFile(finance, `/money-months/2026-11/${currency}/paper`));
      expect(text).toContain(currency === 'USD' ? '结汇转出 2,000.00' : '结汇转入 14,190.00');
      expect(text).toContain(currency === 'USD' ? '期末 1,000.00' : '期末 14,190.00');
    }
  });

  it('yuan are not converted, and without a rate of the days before nothing is', async () => {
    const [cash = ''] = await court.receive(
      [
        listLine({
          ...{ name: '现金', category: 'cash', quantity: '100', unit: 'CNY' },
          facts: { denominations: '百元券', source: '扣押' },
        }),
      ],
      () => ({ denominations: [{ faceMinor: 10_000, pieces: 1 }] }),
    );
    const conversion = { bankRate: '709.5', creditedFen: 70_950 };
    expect(codeOf(await deposit(cash, { conversion }, 409))).toBe('CONVERSION_OF_YUAN');
    const more = await receive('100', 'W-3');
    expect(codeOf(await deposit(more, { conversion, depositedOn: '2026-11-10' }, 409))).toBe('RATE_MISSING');
  });

  it('the statement of the account in dollars knows nothing of what was changed at the counter', async () => {
    const answer = await finance.agent.get('/api/money-months/2026-11/USD').expect(200);
    const kept = bodyOf(readMoneyMonthEndpoint, answer).entries.find(
      ({ kind, amountMinor }) => kind === 'deposit' && amountMinor === 100_000,
    );
    await travelTo(app, '2026-12-02T09:00:00+08:00');
    const entered = await finance.agent
      .put('/api/money-months/2026-11/USD/statement')
      .send({
        ...{ bankMinor: 100_000, bookMinor: 100_000 },
        slips: [{ slip: kept?.slip ?? '', minor: 100_000 }],
      })
      .expect(200);
    expect(bodyOf(readMoneyMonthEndpoint, entered).differences).toEqual([]);
  });

  it('what stayed in its currency at the bank is changed later, on a slip of its own, by custodian and finance', async () => {
    await travelTo(app, '2026-12-08T15:00:00+08:00');
    const listed = async () =>
      bodyOf(deposits.listDepositsEndpoint, await finance.agent.get('/api/money-deposits').expect(200)).items;
    const kept = (await listed()).find(({ remaining }) => remaining !== null);
    expect(kept).toMatchObject({
      ...{ currency: 'USD', conversions: [], availableActions: ['convert'] },
      remaining: { amountMinor: 100_000, worth: { fen: 712_300 } },
    });
    const upload = async () => {
      const slip = await finance.agent
        .post('/api/money-conversion-slips')
        .attach('file', PIXEL, 'slip.png')
        .expect(200);
      return bodyOf(conversions.uploadConversionSlipEndpoint, slip).conversionId;
    };
    const conversionId = await upload();
    const slip = {
      ...{ itemIds: [dollars], conversionId, slipNumber: 'JH-9', accountAlias: '涉案款专户（尾号9876）' },
      ...{ convertedOn: '2026-12-07', bankRate: '713.2', creditedFen: 713_200 },
      secondPerson: { personId: court.custodian.id, pin: PIN },
    };
    const convert = (more: object, status = 409, depositId = kept?.id) =>
      finance.agent
        .post('/api/money-conversions')
        .send({ ...slip, depositId, ...more })
        .expect(status);
    expect(codeOf(await convert({}))).toBe('RATE_MISSING');
    await enter({ quotedOn: '2026-12-07', rate: '715' });
    const refused: [string, object][] = [
      ['CONVERSION_IN_FUTURE', { convertedOn: '2026-12-09' }],
      ['CONVERSION_BEFORE_DEPOSIT', { convertedOn: '2026-11-22' }],
      ['DEPOSIT_SLIP_MISSING', { conversionId: kept?.id }],
      ['DEPOSIT_SLIP_TAKEN', { slipNumber: kept?.slipNumber }],
      ['DEPOSIT_ALIAS_IS_NUMBER', { accountAlias: '6217 0000 1234 5678' }],
      ['DEPOSIT_NEEDS_BOTH', { secondPerson: { personId: court.handler.id, pin: PIN } }],
      ['CONVERSION_NOT_AS_RATE', { creditedFen: 613_200 }],
      ['CONVERSION_RATE_FAR_OFF', { bankRate: '513.2', creditedFen: 513_200 }],
      ['CONVERSION_NOT_THERE', { depositId: null }],
    ];
    for (const [code, more] of refused) expect(codeOf(await convert(more))).toBe(code);
    const other = (await listed()).find(({ conversion }) => conversion !== null);
    expect(codeOf(await convert({}, 409, other?.id))).toBe('CONVERSION_NOT_THERE');
    await convert({}, 200);
    expect(codeOf(await convert({ conversionId: await upload(), slipNumber: 'JH-10' }))).toBe(
      'CONVERSION_NOT_THERE',
    );
    expect((await listed()).find(({ id }) => id === kept?.id)).toMatchObject({
      ...{ remaining: null, availableActions: [], lines: [{ creditedFen: 713_200, remainingMinor: null }] },
      conversions: [
        {
          ...{ id: conversionId, slipNumber: 'JH-9', convertedOn: '2026-12-07', amountMinor: 100_000 },
          ...{ worth: { fen: 715_000 }, bankRate: '713.2', creditedFen: 713_200, differenceFen: -1800 },
          ...{ convertedByName: '财务戊', secondPersonName: court.custodian.name },
        },
      ],
    });
    const sent = await getFile(finance, `/money-conversions/${conversionId}/slip`);
    expect(Buffer.from(sent).equals(PIXEL)).toBe(true);
  });

  it('what was changed later is yuan of the case from that day on, in the books, the month and the proof', async () => {
    const item = await court.read(dollars);
    expect(item).toMatchObject({
      ...{ onHand: '7132', unit: 'CNY', state: 'kept_elsewhere', keeper: '建设银行 涉案款专户（尾号9876）' },
      conversion: { unit: 'USD', quantity: '1000', on: '2026-12-07' },
    });
    expect(item.life.slice(-2)).toMatchObject([
      { kind: 'convert_out', quantity: '1000', unit: 'USD', basis: '结汇凭证 JH-9' },
      { kind: 'convert_in', quantity: '7132', unit: 'CNY', basis: '结汇凭证 JH-9' },
    ]);
    const monthOf = async (currency: string) =>
      bodyOf(
        readMoneyMonthEndpoint,
        await finance.agent.get(`/api/money-months/2026-12/${currency}`).expect(200),
      );
    expect(await monthOf('USD')).toMatchObject({
      figures: {
        openingMinor: 110_000,
        columns: { convertedOut: 100_000 },
        closingMinor: 10_000,
        holds: true,
      },
      entries: [{ kind: 'convert_out', changeMinor: -100_000, slip: 'JH-9' }],
    });
    expect(await monthOf('CNY')).toMatchObject({
      figures: { columns: { convertedIn: 713_200 }, atBankMinor: 1_419_000 + 713_200, holds: true },
      entries: [{ kind: 'convert_in', changeMinor: 713_200, slip: 'JH-9' }],
    });
    const ledger = await court.custodian.agent.get(`/api/cases/${court.caseId}/ledger`).expect(200);
    expect(bodyOf(readCaseLedgerEndpoint, ledger).conservation.holds).toBe(true);
    expect((await verifyLedger(app.database.ownerPool, {})).difference).toBeUndefined();
  });

  const SEAT = { role: 'department_head', of: 'applicant' };
  const STEP = { title: '部门负责人', needs: 'any', seats: [SEAT] };
  const RULE = { when: {}, steps: [STEP], validDays: 15, basis: null };
  const loanOf = (itemId: string, status: number) =>
    court.handler.agent
      .post('/api/item-requests/loans')
      .send({
        ...{ purpose: 'court_session', receiver: '第一法庭', dueAt: court.dueIn(2), reason: '开庭出示' },
        items: [{ itemId }],
      })
      .expect(status);

  it('an old rate decides on no amount: who asks is told its day, and everything else goes on', async () => {
    await travelTo(app, '2026-12-28T22:00:00+08:00');
    const more = await receive('200', 'W-4');
    expect((await court.read(more)).worth?.quotedOn).toBe('2026-12-07');
    const asked = bodyOf(requestLoanEndpoint, await loanOf(more, 200));
    const seen = await court.head.agent.get(`/api/approvals/${asked.id}`).expect(200);
    expect(JSON.stringify(bodyOf(readApprovalEndpoint, seen).lines)).toContain(
      '按 2026-12-07 人民币汇率中间价 100 美元 = 715 元 折合（汇率已超过 10 日，仅供参考）',
    );
    const vice = await buildPerson(app, { court: court.court, role: 'vice_president', name: '副院长' });
    await vice.agent
      .put('/api/approval-policies/seized_item_loan')
      .set('If-Match', '"0"')
      .send({ rules: [{ ...RULE, when: { minAmountFen: 100_000_00 } }, RULE], note: '院务会 4 号纪要' })
      .expect(200);
    const other = await receive('300', 'W-5');
    const { problems } = refusedBodyOf(await loanOf(other, 409));
    expect(problems[0]?.code).toBe('RATE_TOO_OLD');
    expect(problems[0]?.zh).toContain('美元最近登记的汇率是 2026-12-07 的，已超过 10 日');
    await enter({ quotedOn: '2026-12-28', rate: '716' });
    await loanOf(other, 200);
  });

  it('money without any rate is received at night as ever, and only the amount of a request waits for one', async () => {
    const facts = { denominations: '五十元券', source: '扣押' };
    const line = { name: '欧钞', category: 'foreign_currency', quantity: '500', unit: 'EUR', facts };
    const [euros = ''] = await court.receive([listLine(line)], () => ({
      ...{ denominations: [{ faceMinor: 5000, pieces: 10 }], sealNumber: 'W-6' },
    }));
    expect(await court.read(euros)).toMatchObject({ state: 'in_store', worth: null });
    const { problems } = refusedBodyOf(await loanOf(euros, 409));
    expect(problems[0]?.code).toBe('RATE_UNKNOWN');
    await enter({ currency: 'EUR', quotedOn: '2026-12-28', rate: '780' });
    await loanOf(euros, 200);
  });

  it('a returned request is weighed anew: no rate of the day on which it was written decides in silence', async () => {
    const more = await receive('400', 'W-7');
    const { id } = bodyOf(requestLoanEndpoint, await loanOf(more, 200));
    const read = async () =>
      bodyOf(readApprovalEndpoint, await court.head.agent.get(`/api/approvals/${id}`).expect(200));
    const act = async (person: TestPerson, verb: string, body: object, status = 200) => {
      const { version } = await read();
      return person.agent
        .post(`/api/approvals/${id}/${verb}`)
        .set('If-Match', `"${version}"`)
        .send(body)
        .expect(status);
    };
    expect((await read()).amountFen).toBe(286_400);
    await act(court.head, 'decide', { verdict: 'return', opinion: '写明用途' });
    await travelTo(app, '2027-01-10T09:00:00+08:00');
    const again = { reason: '开庭出示', lines: [{ subjectId: more, quantity: '400' }] };
    const { problems } = refusedBodyOf(await act(court.handler, 'resubmit', again, 409));
    expect(problems[0]?.code).toBe('RATE_TOO_OLD');
    await enter({ quotedOn: '2027-01-10', rate: '720' });
    await act(court.handler, 'resubmit', again);
    expect((await read()).amountFen).toBe(288_000);
  });

  it('the list of deposits finds what was converted later along an index', async () => {
    const { ownerPool, pool } = app.database;
    await ownerPool.query('alter table money_conversions disable trigger all');
    await ownerPool.query(
      `insert into money_conversions (court_id, id, deposit_id, slip_number, bank, account_alias, currency,
         amount_minor, converted_on, rate_id, worth_fen, bank_rate, credited_fen, slip_file_id, converted_by,
         converted_by_name, second_person_id, second_person_name, recorded_at)
       select ${court.court.id}, gen_random_uuid(), case when number % 2 = 0 then gen_random_uuid() end, number::text, '某', '某', 'USD', 1, '2026-12-01',
         (select id from exchange_rates where court_id = ${court.court.id} limit 1), 1, 1, 1, gen_random_uuid(), gen_random_uuid(), '某', gen_random_uuid(), '某', now()
       from generate_series(1, 4000) number`,
    );
    await ownerPool.query('alter table money_conversions enable trigger all; analyze money_conversions');
    const sent = await collectStatements(() => finance.agent.get('/api/money-deposits').expect(200));
    const plans = (await explainStatements(pool, [court.court.id], sent)).join('\n');
    expect(plans).toMatch(/money_conversions_by_deposit/u);
    await ownerPool.query('analyze seized_items');
    const held = await collectStatements(() => finance.agent.get('/api/money-at-bank').expect(200));
    const heldPlans = (await explainStatements(pool, [court.court.id], held)).join('\n');
    expect(heldPlans).toMatch(/money_conversions_without_deposit/u);
    expect(heldPlans).not.toMatch(/Seq Scan on money_conversions/u);
  });
});
