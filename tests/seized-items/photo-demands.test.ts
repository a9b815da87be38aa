/** Photos that the court demands at exit and at return, through the public door. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  listPhotoNeedsEndpoint,
  readPhotoPolicyEndpoint,
} from '../../src/modules/seized-items/photo-demands/photo-policy.contract.ts';
import {
  findPhotoPolicyProblem,
  photosNeeded,
  SHIPPED_PHOTO_RULES,
  type PhotoPolicyRules,
} from '../../src/modules/seized-items/photo-demands/photo-policy-rules.ts';
import { bodyOf, refusedBodyOf } from '../support/answers.ts';
import { buildPerson, type TestPerson } from '../support/people.ts';
import { buildReleaseCourt, DAY_MS, reasonOf, TAKER, type ReleaseCourt } from '../support/release-court.ts';
import { listLine, SIGNATURE } from '../support/seized-court.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let court: ReleaseCourt;

beforeAll(async () => {
  app = await createTestApp();
  court = await buildReleaseCourt(app);
});
afterAll(() => app.close());

/** Time passes, and everybody stays signed in. */
async function wait(ms: number): Promise<void> {
  app.clock.advanceMs(ms);
  const until = new Date(app.clock.now().getTime() + DAY_MS);
  const said = 'update sessions set last_seen_at = $1, expires_at = $2';
  await app.database.ownerPool.query(said, [app.clock.now(), until]);
}

async function needsOf(step: string, releaseId: string) {
  const answer = await court.custodian.agent
    .get(`/api/photo-needs?step=${step}&releaseId=${releaseId}`)
    .expect(200);
  return bodyOf(listPhotoNeedsEndpoint, answer).items;
}

/** Prepared a day after its receipt, so that the photos of the receipt are old. */
async function prepared(id: string): Promise<string> {
  await wait(DAY_MS);
  const requestId = await court.askLoan([id]);
  await court.decide(requestId);
  return court.prepare(requestId, [id]);
}

describe('the rules', () => {
  const rules: PhotoPolicyRules = {
    grades: [{ step: 'release', ordinary: 2, valuable: 3, special: 3 }],
    categories: [{ step: 'release', category: 'clothing', count: 0 }],
  };

  it('a category goes before the grade, a step that is not named keeps what ships, no step falls below its floor', () => {
    const other = { category: 'other', grade: 'ordinary' } as const;
    expect(photosNeeded(rules, 'release', other)).toBe(2);
    expect(photosNeeded(rules, 'release', { ...other, category: 'clothing' })).toBe(0);
    expect(photosNeeded(rules, 'to_keeper', other)).toBe(1);
    expect(photosNeeded({ grades: [], categories: [] }, 'inspection', other)).toBe(1);
    expect(photosNeeded(SHIPPED_PHOTO_RULES, 'give_back', { ...other, grade: 'valuable' })).toBe(1);
    expect(photosNeeded(SHIPPED_PHOTO_RULES, 'give_back', { ...other, category: 'vehicles' })).toBe(4);
    expect(findPhotoPolicyProblem(SHIPPED_PHOTO_RULES)).toBeNull();
  });

  it('nothing is said twice, and nothing below its floor', () => {
    const twice = { ...rules, categories: [...rules.categories, ...rules.categories] };
    expect(findPhotoPolicyProblem(twice)).toMatchObject({ reason: 'PHOTO_RULE_TWICE', step: 'release' });
    const grades = [{ step: 'inspection' as const, ordinary: 0, valuable: 1, special: 1 }];
    expect(findPhotoPolicyProblem({ ...rules, grades })).toMatchObject({ reason: 'PHOTO_RULE_BELOW_FLOOR' });
  });
});

describe('by what ships', () => {
  it('a valuable thing leaves with a photo of the day and comes back with one taken after it left', async () => {
    const [ring = ''] = await court.receive([listLine({ name: '金戒指', grade: 'valuable' })], () => ({
      sealNumber: 'G-1',
    }));
    const releaseId = await prepared(ring);
    const two = { secondPerson: court.secondPerson() };
    const refused = refusedBodyOf({ body: await court.handOut(releaseId, [ring], two, 409) });
    expect(refused).toMatchObject({ code: 'PHOTOS_MISSING' });
    expect(refused.problems).toMatchObject([
      { path: 'body.lines.0', zh: '金戒指：临时出库须拍 1 张，已拍 0 张，请补拍' },
    ]);
    expect(await needsOf('release', releaseId)).toEqual([{ itemId: ring, needed: 1, taken: 0 }]);
    await court.photograph(ring);
    expect(await needsOf('release', releaseId)).toEqual([{ itemId: ring, needed: 1, taken: 1 }]);
    await court.handOut(releaseId, [ring], two);
    expect(await needsOf('give_back', releaseId)).toEqual([{ itemId: ring, needed: 1, taken: 0 }]);
    expect(reasonOf(await court.giveBack(releaseId, [court.back(ring, { seal: 'G-1' })], 409))).toBe(
      'PHOTOS_MISSING',
    );
    await wait(60_000);
    await court.photograph(ring);
    await court.giveBack(releaseId, [court.back(ring, { seal: 'G-1' })]);
    expect(await court.read(ring)).toMatchObject({ state: 'in_store' });
  });

  it('what a disposition demands is told of one thing or of everything of its case, to those who may see it', async () => {
    const [lamp = ''] = await court.receive([listLine({ name: '铜灯' })]);
    const ask = async (of: string, as = court.custodian) => {
      const answer = await as.agent.get(`/api/photo-needs?step=hand_over&${of}`).expect(200);
      return bodyOf(listPhotoNeedsEndpoint, answer).items;
    };
    await wait(DAY_MS);
    expect(await ask(`itemId=${lamp}`)).toEqual([{ itemId: lamp, needed: 0, taken: 0 }]);
    await court.photograph(lamp);
    const { caseId } = await court.read(lamp);
    expect(await ask(`caseId=${caseId}`)).toContainEqual({ itemId: lamp, needed: 0, taken: 1 });
    expect(await ask(`itemId=${lamp}`, court.handler)).toHaveLength(1);
    const stranger = await buildPerson(app, { court: court.court, role: 'case_handler', name: '承办人外' });
    expect(await ask(`itemId=${lamp}`, stranger)).toEqual([]);
    expect(await ask(`caseId=${caseId}`, stranger)).toEqual([]);
  });

  it('an ordinary thing needs none to leave for a while, and a damaged one is photographed like any other', async () => {
    const [cup = ''] = await court.receive([listLine({ name: '茶杯' })]);
    const releaseId = await prepared(cup);
    await court.handOut(releaseId, [cup]);
    await court.giveBack(releaseId, [court.back(cup)]);
  });

  it('dispatch to the second instance asks for a photo of what is valuable', async () => {
    const [watch = ''] = await court.receive([listLine({ name: '手表', grade: 'valuable' })], () => ({
      sealNumber: 'G-2',
    }));
    await wait(DAY_MS);
    const asked = (await court.ask('transfers-up', {
      ...{ items: [{ itemId: watch }], reason: '被告人上诉', receiver: '内蒙古自治区高级人民法院' },
      appealNumber: '（2026）内刑终103号',
    })) as { id: string };
    await court.decide(asked.id);
    await court.decide(asked.id, court.vicePresident);
    const releaseId = await court.prepare(asked.id, [watch]);
    const body = {
      ...TAKER,
      ...{ listNumber: '移送〔2026〕9号', lines: [{ itemId: watch, condition: '完好' }] },
      secondPerson: court.secondPerson(),
    };
    expect(reasonOf(await court.step(releaseId, 'dispatch', body, 409))).toBe('PHOTOS_MISSING');
    await court.photograph(watch);
    await court.step(releaseId, 'dispatch', body);
    await wait(DAY_MS);
    const back = {
      lines: [court.back(watch, { seal: 'G-2' })],
      returnerName: '高院法警',
      returnerSignature: SIGNATURE,
    };
    const taken = { ...back, secondPerson: court.secondPerson() };
    expect(reasonOf(await court.step(releaseId, 'take-back', taken, 409))).toBe('PHOTOS_MISSING');
    await court.photograph(watch);
    await court.step(releaseId, 'take-back', taken);
  });

  it('situation 65: nothing goes to an outside keeper, is inspected there or comes back without a picture', async () => {
    const [press = ''] = await court.receive([listLine({ name: '压力机' })]);
    await wait(DAY_MS);
    const asked = (await court.ask('outside-keeping', {
      ...{ items: [{ itemId: press }], reason: '无吊装条件', receiver: '城郊仓储' },
      contractNumber: '委保〔2026〕8号',
    })) as { id: string };
    await court.decide(asked.id);
    await court.decide(asked.id, court.vicePresident);
    const handing = {
      lines: [{ itemId: press, condition: '完好' }],
      ...{ keeperPerson: '老赵', keeperSignature: SIGNATURE, secondPerson: court.secondPerson() },
    };
    const toKeeper = (status: number) =>
      court.custodian.agent.post(`/api/item-requests/${asked.id}/to-keeper`).send(handing).expect(status);
    expect(reasonOf((await toKeeper(409)).body)).toBe('PHOTOS_MISSING');
    await court.photograph(press);
    const { id: releaseId } = (await toKeeper(200)).body as { id: string };
    await wait(DAY_MS);
    const seen = { lines: [{ itemId: press, isInOrder: true, condition: '完好' }] };
    expect(reasonOf(await court.step(releaseId, 'inspections', seen, 409))).toBe('PHOTOS_MISSING');
    await court.photograph(press);
    await court.step(releaseId, 'inspections', seen);
    await wait(DAY_MS);
    const back = { lines: [court.back(press)], returnerName: '老赵', returnerSignature: SIGNATURE };
    const taken = { ...back, secondPerson: court.secondPerson() };
    expect(reasonOf(await court.step(releaseId, 'from-keeper', taken, 409))).toBe('PHOTOS_MISSING');
    await court.photograph(press);
    await court.step(releaseId, 'from-keeper', taken);
  });
});

describe('by the court’s own policy', () => {
  const save = (as: TestPerson, rules: object, version: number, status: number) =>
    as.agent
      .put('/api/photo-policy')
      .set('If-Match', `"${version}"`)
      .send({ rules, note: '院长办公会纪要〔2026〕5号' })
      .expect(status);
  const grades = [{ step: 'release', ordinary: 2, valuable: 2, special: 2 }];

  it('is changed by the leadership only, one version after the other', async () => {
    const before = await court.custodian.agent.get('/api/photo-policy').expect(200);
    expect(bodyOf(readPhotoPolicyEndpoint, before)).toMatchObject({ version: 0, changedByName: null });
    await save(court.custodian, { grades, categories: [] }, 0, 403);
    const low = [{ step: 'inspection', ordinary: 0, valuable: 0, special: 0 }];
    const refused = await save(court.president, { grades: low, categories: [] }, 0, 409);
    expect(refusedBodyOf(refused)).toMatchObject({ code: 'PHOTO_RULE_BELOW_FLOOR' });
    const saved = await save(court.president, { grades, categories: [] }, 0, 200);
    expect(bodyOf(readPhotoPolicyEndpoint, saved)).toMatchObject({ version: 1, changedByName: '院长' });
    await save(court.president, { grades, categories: [] }, 0, 412);
  });

  it('holds from then on, also for what was prepared before', async () => {
    const [cup = ''] = await court.receive([listLine({ name: '瓷碗' })]);
    const releaseId = await prepared(cup);
    await court.photograph(cup);
    const refused = refusedBodyOf({ body: await court.handOut(releaseId, [cup], {}, 409) });
    expect(refused.problems[0]?.zh).toBe('瓷碗：临时出库须拍 2 张，已拍 1 张，请补拍');
    await court.photograph(cup);
    await court.handOut(releaseId, [cup]);
  });
});
