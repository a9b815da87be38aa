/** Sales, destruction, disposal before judgment and money that a bank changed: valuations, auctions, supervisors, consent. */
import { describe, expect, it } from 'vitest';
import {
  sellItemEndpoint,
  destroyItemsEndpoint,
} from '../../src/modules/dispositions/dispositions.contract.ts';
import { commissionExaminationEndpoint } from '../../src/modules/seized-items/examinations/examinations.contract.ts';
import {
  announceAuctionEndpoint,
  requestDispositionEndpoint,
} from '../../src/modules/dispositions/preparing.contract.ts';
import { objectToRound, type PastRound } from '../../src/modules/dispositions/auction.rules.ts';
import { readCaseLedgerEndpoint } from '../../src/modules/seized-items/case-ledger.contract.ts';
import { uploadConversionSlipEndpoint } from '../../src/modules/seized-items/money/conversions.contract.ts';
import { readMoneyMonthEndpoint } from '../../src/modules/seized-items/money/months.contract.ts';
import { uploadDepositSlipEndpoint } from '../../src/modules/seized-items/money/deposits.contract.ts';
import { shanghaiDay } from '../../src/platform/clock.ts';
import { bodyOf } from '../support/answers.ts';
import {
  execution,
  line,
  listLine,
  SIGNED,
  TAKER,
  type DispositionCourt,
  prepareDispositionCourt,
} from '../support/disposition-court.ts';
import { buildPerson, TEST_PASSWORD } from '../support/people.ts';
import { PIN, PIXEL } from '../support/seized-court.ts';
import type { TestApp } from '../support/test-app.ts';

let app: TestApp;
let court: DispositionCourt;
prepareDispositionCourt((made) => ({ app, court } = made));

const MINUTE = 60_000;
const VALUATION = { number: '估字 1 号', valueFen: 1000_00, baseOn: '2026-01-01', validUntil: '2026-12-31' };
const FIRST = {
  valuation: VALUATION,
  reserveFen: 700_00,
  announcedOn: '2026-03-02',
  heldOn: '2026-03-17',
  isImmovable: false,
};
const failed = (round: number, reserveFen: number, heldOn: string): PastRound => ({
  ...{ round, reserveFen, heldOn },
  result: 'failed',
});

describe('the rules of auctions', () => {
  it('ask for fifteen days of notice and seven tenths of the value, thirty days for real estate', () => {
    expect(objectToRound([], FIRST)).toBeNull();
    expect(objectToRound([], { ...FIRST, heldOn: '2026-03-16' })).toMatchObject({
      reason: 'NOTICE_TOO_SHORT',
      earliest: '2026-03-17',
    });
    expect(objectToRound([], { ...FIRST, isImmovable: true })).toMatchObject({ earliest: '2026-04-01' });
    expect(objectToRound([], { ...FIRST, reserveFen: 699_99 })).toEqual({
      reason: 'RESERVE_TOO_LOW',
      leastFen: 700_00,
    });
  });

  it('situation 49: a valuation that has run out by the day of the auction is done again', () => {
    expect(objectToRound([], { ...FIRST, heldOn: '2027-01-01' })).toMatchObject({
      reason: 'VALUATION_EXPIRED',
    });
    // No value holds longer than a year, whatever its paper says.
    const lasting = { ...FIRST, valuation: { ...VALUATION, validUntil: '2029-12-31' } };
    expect(objectToRound([], { ...lasting, heldOn: '2027-01-01' })).toBeNull();
    expect(objectToRound([], { ...lasting, heldOn: '2027-01-02' })).toMatchObject({
      ...{ reason: 'VALUATION_EXPIRED', validUntil: '2027-01-01' },
    });
  });

  it('situation 48: after two failures nothing is auctioned any more', () => {
    const rounds = [failed(1, 700_00, '2026-03-17')];
    const second = { ...FIRST, announcedOn: '2026-03-20', heldOn: '2026-03-27', reserveFen: 560_00 };
    expect(objectToRound(rounds, second)).toBeNull();
    expect(objectToRound(rounds, { ...second, reserveFen: 559_99 })).toMatchObject({ leastFen: 560_00 });
    expect(objectToRound(rounds, { ...second, announcedOn: '2026-04-17', heldOn: '2026-04-24' })).toEqual({
      reason: 'REPEAT_TOO_LATE',
      latest: '2026-04-16',
    });
    // Valued anew after the failure it begins anew: fifteen days of notice, seven tenths of the new value.
    const anew = { ...FIRST, announcedOn: '2026-04-17', heldOn: '2026-05-02', reserveFen: 350_00 };
    const valuation = { ...VALUATION, valueFen: 500_00, baseOn: '2026-03-18' };
    expect(objectToRound(rounds, { ...anew, valuation })).toBeNull();
    expect(objectToRound(rounds, { ...anew, valuation, heldOn: '2026-05-01' })).toMatchObject({
      reason: 'NOTICE_TOO_SHORT',
    });
    expect(objectToRound(rounds, { ...anew, valuation, reserveFen: 349_99 })).toMatchObject({
      leastFen: 350_00,
    });
    const twice = [...rounds, failed(2, 560_00, '2026-03-27')];
    expect(objectToRound(twice, second)).toEqual({ reason: 'AUCTION_FAILED_TWICE' });
    const withdrawn = [{ ...failed(1, 700_00, '2026-03-17'), result: 'withdrawn' as const }];
    expect(objectToRound(withdrawn, FIRST)).toBeNull();
    expect(objectToRound([{ ...failed(1, 1, '2026-03-17'), result: null }], FIRST)).toEqual({
      reason: 'AUCTION_RUNNING',
    });
  });
});

describe('through the public door', () => {
  const liquor = (more: object = {}) => listLine({ name: '白酒', unit: '瓶', quantity: '12', ...more });
  const auction = (itemId: string, more: object = {}) => ({
    itemId,
    valuationNumber: VALUATION.number,
    valuationValueFen: 1000_00,
    valuationBaseOn: '2026-01-01',
    valuationValidUntil: '2027-12-31',
    reserveFen: 700_00,
    announcedOn: '2026-01-05',
    heldOn: '2026-01-20',
    ...more,
  });
  async function announce(itemId: string, more: object = {}): Promise<string> {
    const answer = await court.post('auctions', auction(itemId, more), court.enforcement);
    return bodyOf(announceAuctionEndpoint, { body: answer }).id;
  }
  const end = (id: string, result: object) =>
    court.post(`auctions/${id}/result`, { document: '结果通知', ...result }, court.enforcement);
  const SOLD = { result: 'sold', priceFen: 900_00, buyer: '买受人丙' };

  it('the proceeds of a sale are money of the case in the same transaction, and follow the line of the thing', async () => {
    const { caseId, itemIds } = await court.open([liquor()]);
    const [itemId = ''] = itemIds;
    await court.await(caseId, [line(itemId, 'confiscate', { quantity: '12', unit: '瓶' })]);
    const requestId = await court.approved('sale', [{ itemId }]);
    const sale = {
      itemId,
      requestId,
      secondPerson: court.secondPerson(),
      paymentSlip: '存款回单 5',
      bank: '建设银行',
    };
    expect(await court.refusal('dispositions/sale', sale)).toBe('NOT_SOLD');
    const auctionId = await announce(itemId);
    expect(
      await court.refusal(
        `auctions/${auctionId}/result`,
        { ...SOLD, priceFen: 1, document: 'x' },
        court.enforcement,
      ),
    ).toBe('RESERVE_TOO_LOW');
    await end(auctionId, SOLD);
    const inUnit = (unit: string) =>
      app.database.ownerPool.query('update approval_lines set unit = $1 where subject_id = $2', [
        unit,
        itemId,
      ]);
    const { unit } = await court.read(itemId);
    await inUnit('桶');
    expect(await court.refusal('dispositions/sale', sale)).toBe('APPROVAL_UNIT_CHANGED');
    await inUnit(unit);
    const answer = bodyOf(sellItemEndpoint, { body: await court.post('dispositions/sale', sale) });
    const money = answer.newItem?.id ?? '';
    expect(await court.read(itemId)).toMatchObject({ state: 'to_treasury', onHand: '0' });
    expect(await court.read(money)).toMatchObject({
      ...{ state: 'kept_elsewhere', onHand: '900', unit: 'CNY', keeper: '建设银行' },
      family: [{ relation: 'parent', id: itemId }],
    });
    const month = await court.finance.agent
      .get(`/api/money-months/${shanghaiDay(app.clock.now()).slice(0, 7)}/CNY`)
      .expect(200);
    const booked = bodyOf(readMoneyMonthEndpoint, month).entries.find((entry) => entry.itemId === money);
    expect(booked).toMatchObject({ slip: '存款回单 5', changeMinor: 900_00 });
    expect(await court.disposition(money)).toMatchObject({ match: 'derived', isForgotten: false });
    expect((await court.judgments(caseId)).exceptions.forgotten).toEqual([]);
    const close = `cases/${caseId}/ledger/close`;
    expect(await court.refusal(close, { secondPerson: court.secondPerson() })).toBe('ITEM_OPEN');
    await court.post('dispositions/await', { itemIds: [money] }, court.handler);
    const pay = await court.approved('treasury', [{ itemId: money }]);
    await court.post(
      'dispositions/treasury',
      execution(court, pay, [{ itemId: money }], { paymentSlip: '缴款书 6' }),
      court.finance,
    );
    await court.post(close, { secondPerson: court.secondPerson() });
  });

  it('situation 48: what failed twice is taken over by finance', async () => {
    const { caseId, itemIds } = await court.open([liquor()]);
    const [itemId = ''] = itemIds;
    await court.await(caseId, [line(itemId, 'confiscate', { quantity: '12', unit: '瓶' })]);
    const requestId = await court.approved('finance_takes_over', [{ itemId }]);
    const take = execution(court, requestId, [{ itemId }], {
      ...{ way: 'finance_takes_over', paymentSlip: '财政接收单', receiver: '市财政局' },
    });
    await end(await announce(itemId), { result: 'failed' });
    expect(await court.refusal('dispositions/treasury', take)).toBe('NOT_FAILED_TWICE');
    const second = { announcedOn: '2026-01-25', heldOn: '2026-02-01', reserveFen: 560_00 };
    await end(await announce(itemId, second), { result: 'failed' });
    expect(await court.refusal('auctions', auction(itemId), court.enforcement)).toBe('AUCTION_FAILED_TWICE');
    await court.post('dispositions/treasury', take);
    expect((await court.read(itemId)).state).toBe('to_treasury');
  });

  it('an auction takes the valuation that is on record', async () => {
    const { caseId, itemIds } = await court.open([liquor()]);
    const [itemId = ''] = itemIds;
    await court.await(caseId, [line(itemId, 'confiscate', { quantity: '12', unit: '瓶' })]);
    const commission = {
      ...{
        kind: 'valuation',
        mandateNumber: '鉴委3号',
        institution: '价格认证中心',
        qualification: '价格认定机构',
      },
      ...{ question: '价值评估', sentOn: '2026-01-02', secondPerson: court.secondPerson() },
    };
    const examination = bodyOf(commissionExaminationEndpoint, {
      body: await court.post(`seized-items/${itemId}/examinations`, commission),
    });
    await court.post(`examinations/${examination.id}/opinion`, {
      ...{
        opinionNumber: '巴价鉴〔2026〕8号',
        conclusion: '见意见书',
        examiners: '刘工',
        concludedOn: '2026-01-03',
      },
      value: { fen: 1000_00, baseDate: '2026-01-01', validUntil: '2026-12-31' },
    });
    const onRecord = { valuationNumber: '巴价鉴〔2026〕8号', valuationValidUntil: '2026-12-31' };
    for (const other of [{}, { ...onRecord, valuationValueFen: 900_00 }])
      expect(await court.refusal('auctions', auction(itemId, other), court.enforcement)).toBe(
        'VALUATION_DIFFERS',
      );
    expect(await announce(itemId, onRecord)).not.toBe('');
  });

  it('situation 49: an auction on a valuation that has run out is refused', async () => {
    const { caseId, itemIds } = await court.open([liquor()]);
    const [itemId = ''] = itemIds;
    await court.await(caseId, [line(itemId, 'confiscate', { quantity: '12', unit: '瓶' })]);
    const stale = auction(itemId, { valuationValidUntil: '2026-01-19' });
    expect(await court.refusal('auctions', stale, court.enforcement)).toBe('VALUATION_EXPIRED');
  });

  const early = (itemId: string, more: object = {}) => ({
    ...{ itemId, cause: 'perishable', rightHolder: '赵权利', consent: 'applied', consentDocument: '申请书' },
    ...{ document: '合议笔录', reason: '临近保质期', ...more },
  });

  it('situation 17: a perishable is sold before judgment on application and with the president’s approval; the money waits', async () => {
    const { caseId, itemIds } = await court.open([liquor({ hazards: ['perishable'] })]);
    const [itemId = ''] = itemIds;
    await court.post('disposition-grounds/early', early(itemId), court.handler);
    expect(await court.refusal('dispositions/await', { itemIds }, court.handler)).toBe(
      'APPROVAL_NOT_GRANTED',
    );
    const [request] = (await court.disposition(itemId)).requests;
    await court.approve(request?.id ?? '');
    await court.post('dispositions/await', { itemIds }, court.handler);
    expect((await court.disposition(itemId)).grounds).toMatchObject([
      { state: 'granted', isPermitted: true },
    ]);
    await end(await announce(itemId), SOLD);
    const sale = { itemId, secondPerson: court.secondPerson(), paymentSlip: '存款回单 7', bank: '建设银行' };
    const answer = bodyOf(sellItemEndpoint, { body: await court.post('dispositions/sale', sale) });
    const money = answer.newItem?.id ?? '';
    expect(await court.refusal('dispositions/await', { itemIds: [money] }, court.handler)).toBe(
      'NOTHING_ORDERED',
    );
    await court.order(caseId, [line(money, 'confiscate', { quantity: '900', unit: 'CNY' })]);
    await court.post('dispositions/await', { itemIds: [money] }, court.handler);
  });

  it('situation 18: without consent the conditions are not met: on record, referred to the panel, and never sold', async () => {
    const { itemIds } = await court.open([liquor()]);
    const [itemId = ''] = itemIds;
    const refused = early(itemId, { consent: 'refused', consentDocument: '谈话笔录' });
    expect(await court.post('disposition-grounds/early', refused, court.handler)).toMatchObject({
      isPermitted: false,
      requestNumber: null,
    });
    const shown = await court.disposition(itemId);
    expect(shown.grounds).toMatchObject([{ isPermitted: false, state: 'open' }]);
    expect(shown.availableActions).toContain('escalate');
    expect(await court.refusal('dispositions/await', { itemIds }, court.handler)).toBe('NOTHING_ORDERED');
    const path = `disposition-grounds/${shown.grounds[0]?.id ?? ''}/escalate`;
    await court.post(path, { document: '提请合议庭评议表' }, court.handler);
    expect(await court.refusal('dispositions/await', { itemIds }, court.handler)).toBe('NOTHING_ORDERED');
    expect(await court.refusal(path, { document: '再次提请' }, court.handler)).toBe('GROUND_NOT_ESCALATABLE');
    expect(await court.refusal('auctions', auction(itemId), court.enforcement)).toBe('NOTHING_ORDERED');
  });

  function destruction(requestId: string, itemId: string, more: object = {}): object {
    const now = app.clock.now().getTime();
    return execution(court, requestId, [{ itemId }], {
      supervisor: { personId: court.inspector.id, pin: PIN },
      ...{ method: '压碎', place: '市固废处理中心', video: '执法记录仪 0071', witness: null },
      startedAt: new Date(now - 3_600_000).toISOString(),
      endedAt: new Date(now - 60_000).toISOString(),
      ...more,
    });
  }

  it('whoever asked for a destruction does not supervise it in another role', async () => {
    const { caseId, itemIds } = await court.open([listLine({ name: '旧电视', unit: '台' })]);
    const [itemId = ''] = itemIds;
    await court.await(caseId, [line(itemId, 'destroy', { unit: '台' })]);
    const both = await buildPerson(app, {
      ...{ court: court.court, roles: ['inspector', 'enforcement_officer'], name: '督察兼执行' },
    });
    await both.agent.put('/api/session/pin').send({ currentPassword: TEST_PASSWORD, pin: PIN }).expect(200);
    const ask = { way: 'destruction', items: [{ itemId }], reason: '按生效判决销毁' };
    const asked = await court.post('dispositions/requests', ask, both);
    const { id } = bodyOf(requestDispositionEndpoint, { body: asked });
    await court.approve(id);
    const supervisor = { personId: both.id, pin: PIN };
    expect(await court.refusal('dispositions/destruction', destruction(id, itemId, { supervisor }))).toBe(
      'SUPERVISOR_ASKED_FOR_IT',
    );
  });

  it('situation 70: destruction takes two executors and an independent supervisor, and what is left is a new item', async () => {
    const { caseId, itemIds } = await court.open([listLine({ name: '游戏机', unit: '台' })]);
    const [itemId = ''] = itemIds;
    await court.await(caseId, [line(itemId, 'destroy', { unit: '台' })]);
    const requestId = await court.approved('destruction', [{ itemId }]);
    const residue = { name: '废金属', quantity: '15.5', unit: '千克' };
    const send = (more: object) =>
      court.refusal('dispositions/destruction', destruction(requestId, itemId, more));
    expect(await send({ supervisor: court.secondPerson() })).toBe('SUPERVISOR_UNFIT');
    expect(await send({ supervisor: { personId: court.enforcement.id, pin: PIN } })).toBe('SUPERVISOR_UNFIT');
    const later = new Date(app.clock.now().getTime() + 60_000).toISOString();
    expect(await send({ endedAt: later })).toBe('DESTRUCTION_TIMES_WRONG');
    expect(await send({ secondPerson: { personId: court.custodian.id, pin: PIN } })).toBe(
      'SECOND_PERSON_IS_ACTOR',
    );
    expect(await send({})).toBe('PHOTOS_MISSING');
    await court.photograph(itemId);
    app.clock.advanceMs(2 * 3_600_000);
    expect(await send({})).toBe('PHOTOS_MISSING');
    await court.photograph(itemId);
    const body = await court.post('dispositions/destruction', destruction(requestId, itemId, { residue }));
    const left = bodyOf(destroyItemsEndpoint, { body }).newItem?.id ?? '';
    expect((await court.read(itemId)).state).toBe('destroyed');
    expect((await court.disposition(itemId)).dispositions).toMatchObject([
      { supervisorName: '督察己', video: '执法记录仪 0071', residueItemId: left },
    ]);
    expect(await court.read(left)).toMatchObject({
      state: 'awaiting_disposition',
      onHand: '15.5',
      unit: '千克',
    });
    expect((await court.disposition(left)).waysOpen).toEqual(['treasury', 'sale', 'destruction']);
    expect((await court.judgments(caseId)).lines[0]?.state).toBe('done');
  });
});

/** 1000 dollars of a case of their own, for which the bank credited 7095.01 yuan, or which it keeps as they are. */
async function changedDollars(
  conversion: object | null = { bankRate: '709.5', creditedFen: 709_501 },
  slipNumber = 'J-1',
) {
  const pinned = { currentPassword: TEST_PASSWORD, pin: PIN };
  for (const { agent } of [court.finance, court.custodian])
    await agent.put('/api/session/pin').send(pinned).expect(200);
  const facts = { denominations: '百元券', source: '扣押' };
  const money = { name: '美元', category: 'foreign_currency', quantity: '1000', unit: 'USD', facts };
  const { caseId, itemIds } = await court.open([listLine(money)]);
  const [itemId = ''] = itemIds;
  const today = { quotedOn: '2026-11-23', source: 'cfets' };
  await court.post('exchange-rates', { currency: 'USD', rate: '712.3', ...today }, court.finance);
  await court.post('seized-items/carry-out', { itemIds, secondPerson: court.secondPerson() });
  const slip = await court.finance.agent
    .post('/api/money-deposit-slips')
    .attach('file', PIXEL, 'slip.png')
    .expect(200);
  const { depositId } = bodyOf(uploadDepositSlipEndpoint, slip);
  app.clock.advanceMs(MINUTE);
  const deposit = {
    ...{ itemIds, depositId, slipNumber, bank: '建设银行', accountAlias: '案款专户' },
    ...{ depositedOn: '2026-11-23', conversion },
  };
  const second = { personId: court.custodian.id, pin: PIN };
  await court.post('money-deposits', { ...deposit, secondPerson: second }, court.finance);
  app.clock.advanceMs(MINUTE);
  return { caseId, itemId, depositId, second };
}

describe('foreign money that the bank changed', () => {
  it('is disposed of in yuan by the lines that name the dollars, each its share, and the ledger closes', async () => {
    const { caseId, itemId, second } = await changedDollars();
    const dollars = { description: '美元', quantity: '500', unit: 'USD' };
    const roubles = line(itemId, 'confiscate', { ...dollars, unit: 'RUB' });
    const entered = { document: '判决', effectiveOn: '2026-03-01', lines: [{ ...roubles, lineNumber: 1 }] };
    expect(await court.refusal(`cases/${caseId}/judgment-lines`, entered, court.handler)).toBe(
      'LINE_UNIT_DIFFERS',
    );
    await court.await(caseId, [
      line(itemId, 'confiscate', dollars),
      line(itemId, 'return_victim', { ...dollars, beneficiary: TAKER.name }),
    ]);
    expect(await court.disposition(itemId)).toMatchObject({
      ...{ match: 'matches', onHand: '7095.01', unit: 'CNY' },
      lines: [
        { quantity: '500', unit: 'USD', counted: { quantity: '3547.51', unit: 'CNY' } },
        { quantity: '500', unit: 'USD', counted: { quantity: '3547.5', unit: 'CNY' } },
      ],
    });
    expect((await court.work('differing')).map(({ item }) => item?.id)).not.toContain(itemId);
    app.clock.advanceMs(MINUTE);
    const part = [{ itemId, quantity: '3547.51' }];
    const paying = await court.approved('treasury', part);
    await court.post(
      'dispositions/treasury',
      execution(court, paying, part, { paymentSlip: '缴款书 31', secondPerson: second }),
      court.finance,
    );
    app.clock.advanceMs(MINUTE);
    await court.photograph(itemId);
    const rest = [{ itemId, quantity: '3547.5' }];
    const returning = await court.approved('return', rest);
    const signed = { taker: TAKER, ...SIGNED };
    await court.post('dispositions/return', execution(court, returning, rest, signed));
    const ledger = await court.custodian.agent.get(`/api/cases/${caseId}/ledger`).expect(200);
    expect(bodyOf(readCaseLedgerEndpoint, ledger)).toMatchObject({
      conservation: {
        holds: true,
        rows: [
          { unit: 'CNY', sums: { converted_in: '7095.01', disposed: '7095.01', with_keeper: '0' } },
          { unit: 'USD', sums: { received: '1000', converted_out: '1000', with_keeper: '0' } },
        ],
      },
      closure: { holds: true },
    });
  });

  it('is changed while it waits for its disposition, and the lines order their share of what was credited', async () => {
    const { caseId, itemId, depositId, second } = await changedDollars(null, 'J-2');
    const dollars = { description: '美元', unit: 'USD' };
    await court.await(caseId, [
      line(itemId, 'confiscate', { ...dollars, quantity: '400' }),
      line(itemId, 'confiscate', { ...dollars, quantity: '600' }),
    ]);
    app.clock.advanceMs(MINUTE);
    const sent = await court.finance.agent
      .post('/api/money-conversion-slips')
      .attach('file', PIXEL, 'slip.png')
      .expect(200);
    const { conversionId } = bodyOf(uploadConversionSlipEndpoint, sent);
    const slip = { conversionId, slipNumber: 'JH-1', accountAlias: '案款专户', convertedOn: '2026-11-23' };
    const body = {
      ...slip,
      itemIds: [itemId],
      bankRate: '709.5',
      creditedFen: 709_501,
      secondPerson: second,
    };
    await court.post('money-conversions', { ...body, depositId }, court.finance);
    expect(await court.disposition(itemId)).toMatchObject({
      ...{ state: 'awaiting_disposition', match: 'matches', onHand: '7095.01', unit: 'CNY' },
      lines: [
        { quantity: '400', counted: { quantity: '2838', unit: 'CNY' } },
        { quantity: '600', counted: { quantity: '4257.01', unit: 'CNY' } },
      ],
    });
  });
});
