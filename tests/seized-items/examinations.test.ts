/** Examinations through the public door: sent by two, answered once, and what they change of an item. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  commissionExaminationEndpoint,
  listExaminationsEndpoint,
} from '../../src/modules/seized-items/examinations/examinations.contract.ts';
import {
  isDowngrade,
  latestValidity,
  objectToOpinion,
  type Opinion,
} from '../../src/modules/seized-items/examinations/examination-rules.ts';
import { findValidValuation } from '../../src/modules/seized-items/examinations/find-valuation.ts';
import { verifyLedger } from '../../src/verify-ledger.ts';
import { bodyOf, codeOf } from '../support/answers.ts';
import { writeAsSystem } from '../support/people.ts';
import { buildSeizedCourt, GOODS_FACTS, listLine, type SeizedCourt } from '../support/seized-court.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

const GOLD = {
  ...{ name: '黄色金属项链', category: 'precious_metals', unit: '件', grade: 'valuable' },
  facts: { ...GOODS_FACTS, weight: '12.5 克', fineness: '不详', purity: '不详' },
};
const OPINION = { opinionNumber: '巴价鉴〔2026〕8号', conclusion: '见意见书', examiners: '刘工、孙工' };

let app: TestApp;
let court: SeizedCourt;
let today: string;

beforeAll(async () => {
  app = await createTestApp();
  court = await buildSeizedCourt(app);
  await court.enter(court.room, [court.custodian, court.reviewer]);
  today = app.clock.now().toISOString().slice(0, 10);
});
afterAll(() => app.close());

async function commission(itemId: string, more: object = {}, status = 200): Promise<string> {
  const body = {
    ...{ kind: 'valuation', mandateNumber: '（2026）内08鉴委3号', institution: '巴彦淖尔价格认证中心' },
    ...{ qualification: '价格认定机构', question: '价值评估', sentOn: today, ...more },
  };
  const answer = await court.custodian.agent
    .post(`/api/seized-items/${itemId}/examinations`)
    .send({ ...body, secondPerson: court.secondPerson() })
    .expect(status);
  return status === 200 ? bodyOf(commissionExaminationEndpoint, answer).id : codeOf(answer);
}

async function conclude(examinationId: string, more: object, status = 200): Promise<string> {
  const answer = await court.custodian.agent
    .post(`/api/examinations/${examinationId}/opinion`)
    .send({ ...OPINION, concludedOn: today, ...more })
    .expect(status);
  return status === 200 ? 'OK' : codeOf(answer);
}

function valuationOn(itemId: string, on: string) {
  const courtId = court.custodian.court.id;
  return writeAsSystem(app, courtId, ({ trx }) => findValidValuation(trx, { courtId, itemId, on }));
}

describe('an examination', () => {
  it('is sent by two people with what is asked, and answered once', async () => {
    const [itemId = ''] = await court.receive([listLine({ name: '粉末', unit: '克', quantity: '50' })]);
    expect(await commission(itemId, { kind: 'test', sampleQuantity: '51' }, 409)).toBe('SAMPLE_EXCEEDS_ITEM');
    const id = await commission(itemId, { kind: 'test', sampleQuantity: '1.5' });
    expect(await conclude(id, {}, 409)).toBe('SAMPLE_UNACCOUNTED');
    const half = { returnedQuantity: '1', consumedQuantity: '0.4' };
    expect(await conclude(id, half, 409)).toBe('SAMPLE_DIFFERS');
    await conclude(id, { ...half, consumedQuantity: '0.5' });
    expect(await conclude(id, { ...half, consumedQuantity: '0.5' }, 409)).toBe('OPINION_RECORDED');
    const answer = await court.custodian.agent.get(`/api/examinations?itemId=${itemId}`).expect(200);
    expect(bodyOf(listExaminationsEndpoint, answer).items).toMatchObject([
      {
        ...{
          id,
          kind: 'test',
          sampleQuantity: '1.5',
          secondPersonName: court.reviewer.name,
          mayConclude: false,
        },
        opinion: { opinionNumber: OPINION.opinionNumber, consumedQuantity: '0.5', isValid: false },
      },
    ]);
    const ofCase = await court.handler.agent.get(`/api/examinations?caseId=${court.caseId}`).expect(200);
    expect(bodyOf(listExaminationsEndpoint, ofCase).items.length).toBeGreaterThan(0);
  });

  it('values an item until a year after its base date, and a newer one replaces nothing', async () => {
    const [itemId = ''] = await court.receive([listLine({ name: '摩托车' })]);
    const first = await commission(itemId);
    const value = { fen: 800_000, baseDate: '2026-01-10' };
    expect(await conclude(first, {}, 409)).toBe('VALUE_MISSING');
    const tooLong = { value: { ...value, validUntil: '2027-01-11' } };
    expect(await conclude(first, tooLong, 409)).toBe('VALIDITY_TOO_LONG');
    await conclude(first, { value });
    expect(await valuationOn(itemId, '2026-01-09')).toBeUndefined();
    expect(await valuationOn(itemId, '2027-01-10')).toMatchObject({
      ...{ valueFen: 800_000, validUntil: '2027-01-10', opinionNumber: OPINION.opinionNumber },
    });
    expect(await valuationOn(itemId, '2027-01-11')).toBeUndefined();
    const second = await commission(itemId);
    await conclude(second, { value: { fen: 900_000, baseDate: '2026-02-01', validUntil: '2026-08-01' } });
    expect(await valuationOn(itemId, '2026-08-01')).toMatchObject({
      valueFen: 900_000,
      examinationId: second,
    });
    expect(await valuationOn(itemId, '2026-08-02')).toMatchObject({
      valueFen: 800_000,
      examinationId: first,
    });
    const { rows } = await app.database.ownerPool.query<{ due: string }>(
      `select due_on::text as due from deadlines where subject_id = $1 and rule_id = 'D21' order by due_on`,
      [itemId],
    );
    expect(rows.map(({ due }) => due)).toEqual(['2027-01-10']);
  });
});

describe('what it is worth', () => {
  it('situation 67: found to be fake: grade, category and value change by an opinion of two people, and the old ones stay', async () => {
    const [listed] = await court.preregister([listLine(GOLD)]);
    const itemId = listed?.id ?? '';
    const intakeId = await court.openIntake([itemId]);
    await court.photograph(itemId, 4);
    const found = { outcome: 'matches', quantity: '1', placeId: court.shelves[0], sealNumber: 'EX-1' };
    await court.count(intakeId, [{ itemId, count: found }]);
    await court.complete(intakeId);
    const valued = await commission(itemId);
    await conclude(valued, { value: { fen: 600_000, baseDate: '2026-01-10' } });
    const appraisal = await commission(itemId, { kind: 'appraisal', question: '材质鉴定' });
    const brass = { conclusion: '材质为黄铜', category: 'other', grade: 'ordinary' };
    expect(await conclude(appraisal, { ...brass, category: null }, 409)).toBe('GRADE_BELOW_CATEGORY');
    expect(await conclude(appraisal, { ...brass, category: 'narcotics' }, 409)).toBe('FOUND_PROHIBITED');
    expect(await conclude(appraisal, brass, 409)).toBe('DOWNGRADE_NEEDS_TWO');
    const value = { fen: 3_000, baseDate: '2026-01-10' };
    await conclude(appraisal, { ...brass, value, secondPerson: court.secondPerson() });
    const item = await court.read(itemId);
    expect(item).toMatchObject({ category: 'other', grade: 'ordinary', estimatedValueFen: 3_000 });
    expect(item.life.at(-1)).toMatchObject({
      ...{ kind: 'examine', secondPersonName: court.reviewer.name, note: '材质为黄铜', onHand: '1' },
    });
    const { rows } = await app.database.ownerPool.query<{ details: unknown }>(
      `select details from ledger_entries where kind = 'examine' and details ->> 'itemId' = $1 order by sequence`,
      [itemId],
    );
    expect(rows.at(-1)?.details).toMatchObject({
      before: { category: 'precious_metals', grade: 'valuable', valueFen: 600_000 },
      after: { category: 'other', grade: 'ordinary', valueFen: 3_000 },
    });
    expect((await verifyLedger(app.database.ownerPool, {})).difference).toBeUndefined();
  });
});

describe('the rules of an opinion', () => {
  const item = { category: 'other', grade: 'ordinary', valueFen: 500 } as const;
  const plain: Opinion = {
    ...{ sentOn: '2026-03-01', concludedOn: '2026-03-05', sampleQuantity: null, returnedQuantity: null },
    ...{ consumedQuantity: null, value: null, grade: null, category: null },
  };
  const ask = (change: Partial<Opinion>) =>
    objectToOpinion(item, { ...plain, ...change }, { today: '2026-03-10', hasSecondPerson: false })?.reason;

  it.each([
    ['is accepted as it is', {}, undefined],
    ['lies ahead', { concludedOn: '2026-03-11' }, 'OPINION_IN_FUTURE'],
    ['is older than the mandate', { concludedOn: '2026-02-28' }, 'OPINION_BEFORE_MANDATE'],
    ['returns what was not taken', { returnedQuantity: '1' }, 'NO_SAMPLE_WAS_TAKEN'],
    [
      'has a base date after itself',
      { value: { fen: 1, baseDate: '2026-03-06', validUntil: '2026-04-06' } },
      'BASE_DATE_AFTER_OPINION',
    ],
    ['makes a thing money', { category: 'cash' as const }, 'MONEY_STAYS_MONEY'],
    [
      'lowers the value alone',
      { value: { fen: 499, baseDate: '2026-03-05', validUntil: '2026-04-06' } },
      'DOWNGRADE_NEEDS_TWO',
    ],
    ['raises the grade alone', { grade: 'valuable' as const }, undefined],
  ])('%s', (_name, change, reason) => {
    expect(ask(change)).toBe(reason);
  });

  it('a year is counted from the last day of February to the last day of February', () => {
    expect(latestValidity('2028-02-29')).toBe('2029-02-28');
    expect(
      isDowngrade(
        { ...item, category: 'precious_metals', grade: 'valuable' },
        { ...plain, category: 'other' },
      ),
    ).toBe(true);
  });
});
