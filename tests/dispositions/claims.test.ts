/** After a reversal: what is owed, what comes back in parts and becomes money of the case, how a claim ends. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { objectToClaimEnd } from '../../src/modules/dispositions/claim.rules.ts';
import * as claims from '../../src/modules/dispositions/claims.contract.ts';
import { readCaseLedgerEndpoint } from '../../src/modules/seized-items/case-ledger.contract.ts';
import { readApprovalEndpoint } from '../../src/modules/approvals/approvals.contract.ts';
import * as conversions from '../../src/modules/seized-items/money/conversions.contract.ts';
import { readMoneyMonthEndpoint } from '../../src/modules/seized-items/money/months.contract.ts';
import { verifyLedger } from '../../src/verify-ledger.ts';
import { bodyOf, codeOf } from '../support/answers.ts';
import {
  buildDispositionCourt,
  execution,
  line,
  listLine,
  SIGNED,
  TAKER,
  type DispositionCourt,
} from '../support/disposition-court.ts';
import { TEST_PASSWORD } from '../support/people.ts';
import { collectStatements, explainStatements } from '../support/query-plans.ts';
import { PIN, PIXEL } from '../support/seized-court.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

describe('how a claim may end', () => {
  it.each([
    ['give_back', 100, 100, 'paid', null],
    ['give_back', 100, 99, 'paid', 'CLAIM_NOT_RECOVERED'],
    ['refund', 100, 0, 'paid', 'CLAIM_NOT_RECOVERED'],
    ['compensation', 100, 0, 'paid', null],
    ['give_back', 100, 99, 'written_off', null],
    ['price', 100, 0, 'rejected', null],
    ['price', 100, 100, 'written_off', 'CLAIM_IS_RECOVERED'],
    ['compensation', 100, 0, 'rejected', null],
  ] as const)('%s of %i with %i back as %s: %s', (kind, amountFen, recoveredFen, end, reason) => {
    expect(objectToClaimEnd({ kind, amountFen, recoveredFen }, end)).toBe(reason);
  });
});

describe('situation 44: judgment reversed after disposal', () => {
  let app: TestApp;
  let court: DispositionCourt;
  let caseId: string;
  let itemId: string;
  let dollarsId: string;
  beforeAll(async () => {
    app = await createTestApp();
    court = await buildDispositionCourt(app);
    await court.finance.agent
      .put('/api/session/pin')
      .send({ currentPassword: TEST_PASSWORD, pin: PIN })
      .expect(200);
    const opened = await court.open([listLine({})]);
    caseId = opened.caseId;
    itemId = opened.itemIds[0] ?? '';
    await court.await(caseId, [line(itemId, 'return_victim', { beneficiary: '赵权利' })]);
    const items = [{ itemId }];
    const requestId = await court.approved('return', items);
    await court.photograph(itemId);
    await court.post('dispositions/return', execution(court, requestId, items, { taker: TAKER, ...SIGNED }));
  });
  afterAll(() => app.close());

  const CLAIM = {
    ...{ kind: 'give_back', document: '再审判决', claimant: '被告人', amountFen: 2300_00, reason: '改判' },
  };
  const disposed = async () => (await court.disposition(itemId)).dispositions[0]?.id ?? '';

  async function open(more: object = {}): Promise<string> {
    const answer = await court.post(
      `dispositions/${await disposed()}/claims`,
      { ...CLAIM, ...more },
      court.handler,
    );
    return bodyOf(claims.openClaimEndpoint, { body: answer }).id;
  }

  const recovery = (more: object = {}) => ({
    ...{ amountMinor: 1000_00, payer: '赵权利', document: '执行回转裁定', paymentSlip: 'HZ-1' },
    ...{ bank: '涉案款专户（尾号1234）', recoveredOn: '2026-11-23' },
    ...{ secondPerson: { personId: court.finance.id, pin: PIN }, ...more },
  });

  const ledger = async () =>
    bodyOf(
      readCaseLedgerEndpoint,
      await court.custodian.agent.get(`/api/cases/${caseId}/ledger`).expect(200),
    );

  it('opens a claim with its amount; the item stays as it ended and the ledger does not close', async () => {
    expect((await ledger()).closure).toMatchObject({ holds: true, openClaims: [] });
    expect(await court.refusal(`dispositions/${await disposed()}/claims`, CLAIM)).toBe('PERMISSION_DENIED');
    const claimId = await open();
    const shown = await court.disposition(itemId, court.enforcement);
    expect(shown.claims).toMatchObject([
      { id: claimId, state: 'open', amountFen: 2300_00, recoveredFen: 0, openFen: 2300_00, recoveries: [] },
    ]);
    expect(shown.availableActions).toEqual(expect.arrayContaining(['recover_claim', 'close_claim']));
    expect((await court.work('claim')).find(({ id }) => id === claimId)?.amountFen).toBe(2300_00);
    expect((await ledger()).closure).toMatchObject({
      holds: false,
      openItemCount: 0,
      openClaims: [{ claimId, zh: '执行回转（再审判决）尚余 2,300 元' }],
    });
    const closing = { document: '处置完毕报告', secondPerson: court.secondPerson() };
    expect(await court.refusal(`cases/${caseId}/ledger/close`, closing)).toBe('CLAIM_OPEN');
    expect((await court.read(itemId)).state).toBe('returned');
  });

  it('what comes back is money of the case in the same transaction, in parts, by enforcement and finance', async () => {
    const claimId = (await court.disposition(itemId)).claims[0]?.id ?? '';
    const path = `disposition-claims/${claimId}/recoveries`;
    const refuse = (more: object, who = court.enforcement) => court.refusal(path, recovery(more), who);
    expect(await refuse({}, court.handler)).toBe('PERMISSION_DENIED');
    expect(await refuse({ recoveredOn: '2030-01-01' })).toBe('NOTICE_IN_FUTURE');
    expect(await refuse({ recoveredOn: '2026-01-01' })).toBe('RECOVERY_BEFORE_DISPOSITION');
    expect(await refuse({ amountMinor: 2300_01 })).toBe('RECOVERY_EXCEEDS_CLAIM');
    expect(await refuse({ currency: 'USD' })).toBe('RATE_MISSING');
    expect(await refuse({ secondPerson: { personId: court.custodian.id, pin: PIN } })).toBe(
      'RECOVERY_NEEDS_FINANCE',
    );
    const first = bodyOf(claims.recordRecoveryEndpoint, {
      body: await court.post(path, recovery(), court.enforcement),
    });
    expect(first).toMatchObject({ openFen: 1300_00 });
    expect(await refuse({ amountMinor: 1 })).toBe('RECOVERY_SLIP_TAKEN');
    const another = await open({ amountFen: 1000_00 });
    expect(
      await court.refusal(`disposition-claims/${another}/recoveries`, recovery(), court.enforcement),
    ).toBe('RECOVERY_SLIP_TAKEN');
    const reversal = { document: '院务会决定', reason: '误返还' };
    expect(
      await court.refusal(`dispositions/${await disposed()}/reversal-requests`, reversal, court.handler),
    ).toBe('REVERSAL_HAS_CLAIM');
    expect((await court.disposition(itemId, court.handler)).availableActions).not.toContain('ask_reversal');
    await app.database.ownerPool.query('delete from disposition_claims where id = $1', [another]);
    await court.post(path, recovery({ amountMinor: 300_00, paymentSlip: 'HZ-2' }), court.enforcement);
    const [claim] = (await court.disposition(itemId)).claims;
    expect(claim).toMatchObject({
      ...{ amountFen: 2300_00, recoveredFen: 1300_00, openFen: 1000_00, state: 'open' },
      recoveries: [
        {
          ...{ itemId: first.newItem.id, amountMinor: 1000_00, currency: 'CNY', paymentSlip: 'HZ-1' },
          ...{ payer: '赵权利', document: '执行回转裁定', recordedByName: court.enforcement.name },
          secondPersonName: court.finance.name,
        },
        { amountMinor: 300_00 },
      ],
    });
    expect((await court.work('claim'))[0]?.amountFen).toBe(1000_00);
    const money = await court.read(first.newItem.id);
    expect(money).toMatchObject({
      ...{ onHand: '1000', unit: 'CNY', state: 'kept_elsewhere', keeper: '涉案款专户（尾号1234）' },
      life: [{ kind: 'book_recovery', quantity: '1000', basis: '执行回转裁定', counterparty: '赵权利' }],
    });
    expect((await ledger()).conservation).toMatchObject({
      holds: true,
      rows: [{ unit: 'CNY', total: '1300', sums: { recovered: '1300', with_keeper: '1300' } }, {}],
    });
    const month = await court.finance.agent.get('/api/money-months/2026-11/CNY').expect(200);
    expect(bodyOf(readMoneyMonthEndpoint, month)).toMatchObject({
      figures: { columns: { recovered: 1300_00, proceeds: 0 }, atBankMinor: 1300_00, holds: true },
      entries: [
        { kind: 'book_recovery', changeMinor: 1000_00, slip: 'HZ-1' },
        { changeMinor: 300_00, slip: 'HZ-2' },
      ],
    });
    expect((await verifyLedger(app.database.ownerPool, {})).difference).toBeUndefined();
  });

  it('ends without all of it on the approval of leaders only, with the reason that they approved', async () => {
    const claimId = (await court.disposition(itemId)).claims[0]?.id ?? '';
    const close = `disposition-claims/${claimId}/close`;
    const end = { state: 'written_off', document: '终结执行裁定' };
    const refuse = (body: object) => court.refusal(close, body, court.enforcement);
    expect(await refuse({ ...end, state: 'paid' })).toBe('CLAIM_NOT_RECOVERED');
    expect(await refuse(end)).toBe('CLAIM_END_NEEDS_APPROVAL');
    const why = { ...end, reason: '被执行人死亡，无遗产可供执行' };
    const request = bodyOf(claims.requestClaimEndEndpoint, {
      body: await court.post(`disposition-claims/${claimId}/end-requests`, why, court.handler),
    });
    expect((await court.disposition(itemId, court.handler)).availableActions).not.toContain('ask_claim_end');
    const asked = await court.president.agent.get(`/api/approvals/${request.id}`).expect(200);
    expect(bodyOf(readApprovalEndpoint, asked).amountFen).toBe(1000_00);
    const body = { ...end, requestId: request.id };
    expect(await refuse(body)).toBe('APPROVAL_NOT_GRANTED');
    await court.approve(request.id);
    expect(await refuse({ ...body, state: 'rejected' })).toBe('CLAIM_END_NEEDS_APPROVAL');
    await court.post(close, body, court.enforcement);
    expect((await court.disposition(itemId)).claims[0]).toMatchObject({
      ...{ state: 'written_off', openFen: 1000_00, closingReason: why.reason },
      closingApproval: request.number,
    });
    expect(
      await court.refusal(
        `disposition-claims/${claimId}/recoveries`,
        recovery({ paymentSlip: 'HZ-3' }),
        court.enforcement,
      ),
    ).toBe('CLAIM_CLOSED');
    expect((await ledger()).closure.openClaims).toEqual([]);
  });

  it('is settled when all of it came back, foreign money by the rate of its day; compensation on its paper', async () => {
    const claimId = await open({ kind: 'refund', amountFen: 712_30 });
    await court.finance.agent
      .post('/api/exchange-rates')
      .send({ currency: 'USD', quotedOn: '2026-11-23', rate: '712.3', source: 'cfets' })
      .expect(200);
    await court.finance.agent
      .post('/api/exchange-rates')
      .send({
        currency: 'MNT',
        quotedOn: '2026-11-23',
        direction: 'inverse',
        units: 1,
        rate: '480',
        source: 'bank',
      })
      .expect(200);
    const worthless = recovery({ currency: 'MNT', amountMinor: 1, paymentSlip: 'TK-0' });
    expect(
      await court.refusal(`disposition-claims/${claimId}/recoveries`, worthless, court.enforcement),
    ).toBe('RECOVERY_WORTH_NOTHING');
    const foreign = { currency: 'USD', amountMinor: 100_00, paymentSlip: 'TK-1', payer: '市财政局' };
    const second = { personId: court.enforcement.id, pin: PIN };
    await court.enforcement.agent
      .put('/api/session/pin')
      .send({ currentPassword: TEST_PASSWORD, pin: PIN })
      .expect(200);
    const done = bodyOf(claims.recordRecoveryEndpoint, {
      body: await court.post(
        `disposition-claims/${claimId}/recoveries`,
        recovery({ ...foreign, secondPerson: second }),
        court.finance,
      ),
    });
    expect(done.openFen).toBe(0);
    dollarsId = done.newItem.id;
    expect(await court.read(done.newItem.id)).toMatchObject({ onHand: '100', unit: 'USD' });
    const settled = { state: 'paid', document: '退付凭证' };
    await court.post(`disposition-claims/${claimId}/close`, settled, court.handler);
    const owed = await open({ kind: 'compensation' });
    expect(await court.refusal(`disposition-claims/${owed}/recoveries`, recovery(), court.enforcement)).toBe(
      'CLAIM_NOT_RECOVERABLE',
    );
    await court.post(`disposition-claims/${owed}/close`, settled, court.handler);
    const ends = (await court.disposition(itemId)).claims.map(({ state }) => state);
    expect(ends).toEqual(['written_off', 'paid', 'paid']);
    expect((await verifyLedger(app.database.ownerPool, {})).difference).toBeUndefined();
  });

  const heldMoney = async (query = '') =>
    bodyOf(
      conversions.listHeldMoneyEndpoint,
      await court.finance.agent.get(`/api/money-at-bank${query}`).expect(200),
    );

  /** The bank changes the dollars that came back, on the slip of that number. */
  async function convert(slipNumber: string, more: object = {}, status = 200) {
    const sent = await court.finance.agent
      .post('/api/money-conversion-slips')
      .attach('file', PIXEL, 'slip.png')
      .expect(200);
    const { conversionId } = bodyOf(conversions.uploadConversionSlipEndpoint, sent);
    const slip = {
      ...{ itemIds: [dollarsId], conversionId, slipNumber, bank: '建设银行', convertedOn: '2026-11-23' },
      ...{ accountAlias: '涉案款专户（尾号1234）', bankRate: '711', creditedFen: 711_00 },
    };
    const secondPerson = { personId: court.custodian.id, pin: PIN };
    return court.finance.agent
      .post('/api/money-conversions')
      .send({ ...slip, secondPerson, ...more })
      .expect(status);
  }

  it('foreign money that came back is changed by the bank, and what was approved in dollars holds no more', async () => {
    await court.custodian.agent
      .put('/api/session/pin')
      .send({ currentPassword: TEST_PASSWORD, pin: PIN })
      .expect(200);
    const paper = { document: '再审裁定' };
    const dollars = line(dollarsId, 'confiscate', { quantity: '100', unit: 'USD' });
    await court.order(caseId, [dollars], paper);
    await court.post('dispositions/await', { itemIds: [dollarsId] }, court.handler);
    const items = [{ itemId: dollarsId }];
    const before = await court.approved('treasury', items);
    expect((await heldMoney()).holdings).toMatchObject([
      {
        ...{ keeper: '涉案款专户（尾号1234）', currency: 'USD', amountMinor: 100_00, worth: { fen: 712_30 } },
        ...{ lines: [{ itemId: dollarsId, amountMinor: 100_00 }], availableActions: ['convert'] },
      },
    ]);
    expect(codeOf(await convert('TK-1', { bank: '涉案款专户（尾号1234）' }, 409))).toBe('DEPOSIT_SLIP_TAKEN');
    await convert('JH-1');
    expect(codeOf(await convert('JH-2', {}, 409))).toBe('CONVERSION_NOT_THERE');
    expect(await heldMoney(`?itemId=${dollarsId}`)).toMatchObject({
      holdings: [],
      conversions: [{ slipNumber: 'JH-1', bank: '建设银行', currency: 'USD', creditedFen: 711_00 }],
    });
    expect(await court.read(dollarsId)).toMatchObject({
      ...{ onHand: '711', unit: 'CNY', keeper: '建设银行 涉案款专户（尾号1234）' },
      conversion: { unit: 'USD', quantity: '100' },
    });
    const pay = (requestId: string) =>
      execution(court, requestId, items, { paymentSlip: '缴款书 3', receiver: '市财政局' });
    expect(await court.refusal('dispositions/treasury', pay(before))).toBe('APPROVAL_UNIT_CHANGED');
    expect((await court.disposition(dollarsId)).requests).toEqual([]);
    const after = await court.approved('treasury', items);
    const seen = await court.president.agent.get(`/api/approvals/${after}`).expect(200);
    expect(bodyOf(readApprovalEndpoint, seen)).toMatchObject({ amountFen: 711_00, state: 'approved' });
    await court.post('dispositions/treasury', pay(after));
    expect(await court.read(dollarsId)).toMatchObject({ state: 'to_treasury', onHand: '0' });
    expect((await ledger()).conservation.holds).toBe(true);
    expect((await verifyLedger(app.database.ownerPool, {})).difference).toBeUndefined();
  });

  it('verification finds a recovery that its entry does not bear out', async () => {
    const { ownerPool } = app.database;
    await ownerPool.query('alter table claim_recoveries disable trigger all');
    await ownerPool.query(
      `update claim_recoveries set amount_minor = amount_minor + 1 where payment_slip = 'HZ-1'`,
    );
    expect((await verifyLedger(ownerPool, {})).difference?.zh).toContain('追回记录没有相应的台账分录');
    await ownerPool.query(
      `update claim_recoveries set amount_minor = amount_minor - 1 where payment_slip = 'HZ-1'`,
    );
    await ownerPool.query('alter table claim_recoveries enable trigger all');
  });

  it('what is claimed and what came back is read along an index', async () => {
    const { ownerPool, pool } = app.database;
    const courtId = court.court.id;
    for (const table of ['disposition_claims', 'claim_recoveries'])
      await ownerPool.query(`alter table ${table} disable trigger all`);
    await ownerPool.query(
      `insert into disposition_claims (court_id, id, case_id, item_id, disposition_id, document, claimant, kind,
         amount_fen, reason, state, opened_at, opened_by_name)
       select ${courtId}, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), '裁定', '某',
         'price', 100, '改判', 'open', now(), '某' from generate_series(1, 4000)`,
    );
    await ownerPool.query(
      `insert into claim_recoveries (court_id, id, claim_id, case_id, item_id, entry_sequence, currency, amount_minor,
         recovered_fen, payer, document, payment_slip, bank, recovered_on, recorded_at, recorded_by,
         recorded_by_name, second_person_id, second_person_name)
       select court_id, gen_random_uuid(), id, case_id, gen_random_uuid(), 1, 'CNY', 1, 1, '某', '裁定', id::text,
         '某', '2026-11-23', now(), gen_random_uuid(), '某', gen_random_uuid(), '某' from disposition_claims`,
    );
    for (const table of ['disposition_claims', 'claim_recoveries'])
      await ownerPool.query(`alter table ${table} enable trigger all; analyze ${table}`);
    const plansOf = async (work: () => Promise<unknown>) =>
      (await explainStatements(pool, [courtId], await collectStatements(work))).join('\n');
    const ofItem = await plansOf(() => court.disposition(itemId));
    expect(ofItem).toMatch(/disposition_claims_by_item/u);
    expect(ofItem).toMatch(/claim_recoveries_by_claim/u);
    expect(ofItem).not.toMatch(/Seq Scan on (?:disposition_claims|claim_recoveries)/u);
    expect(await plansOf(() => ledger())).toMatch(/disposition_claims_open_by_case/u);
  });
});
