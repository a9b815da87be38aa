/** What leaves before the judgment for the victim, through the public door: clear title, papers, approval, no way around. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  buildDispositionCourt,
  execution,
  line,
  listLine,
  SIGNATURE,
  TAKER,
  type DispositionCourt,
} from '../support/disposition-court.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let court: DispositionCourt;
beforeAll(async () => {
  app = await createTestApp();
  court = await buildDispositionCourt(app);
});
afterAll(() => app.close());

const PATH = 'disposition-grounds/victim';
const finding = (itemId: string, more: object = {}) => ({
  ...{ itemId, rightHolder: '赵权利', document: '返还决定 5 号', valuationDocument: '价格认定书 8 号' },
  ...{ reason: '权属明确，被害人生活急需', foundOn: '2026-03-02', harmsNobody: true },
  ...more,
});

describe('property of the victim before judgment', () => {
  it('goes back when the title is clear, appraised and photographed, on approval, to the victim and nobody else', async () => {
    const { itemIds } = await court.open([listLine({ ownership: 'victim' })]);
    const [itemId = ''] = itemIds;
    expect(await court.refusal('dispositions/await', { itemIds }, court.handler)).toBe('NOTHING_ORDERED');
    expect((await court.disposition(itemId)).availableActions).toContain('victim');
    expect(await court.refusal(PATH, finding(itemId))).toBe('PERMISSION_DENIED');
    const careless = await court.handler.agent
      .post(`/api/${PATH}`)
      .send(finding(itemId, { harmsNobody: false }));
    expect(careless.status).toBe(400);
    await court.post(PATH, finding(itemId), court.handler);
    expect(await court.refusal(PATH, finding(itemId), court.handler)).toBe('GROUND_RUNNING');
    const found = await court.disposition(itemId);
    expect(found).toMatchObject({
      grounds: [{ kind: 'victim', isPermitted: true, valuationDocument: '价格认定书 8 号' }],
      waysOpen: ['return'],
    });
    expect(found.availableActions).not.toContain('victim');
    await court.post('dispositions/await', { itemIds }, court.handler);
    await court.photograph(itemId);
    const requestId = await court.approved('return', [{ itemId }]);
    const signed = { takerSignature: SIGNATURE, officerSignature: SIGNATURE };
    const body = (taker: object) =>
      execution(court, requestId, [{ itemId }], { ...signed, taker: { ...TAKER, ...taker } });
    expect(await court.refusal('dispositions/return', body({ name: '钱乙' }))).toBe('TAKER_NOT_RIGHT_HOLDER');
    await court.post('dispositions/return', body({}));
    expect(await court.read(itemId)).toMatchObject({ state: 'returned', onHand: '0' });
  });

  it('what is unknown, in dispute, another’s or not photographed waits for the judgment', async () => {
    const listed = ['unknown', 'disputed', 'defendant'].map((ownership) => listLine({ ownership }));
    const { itemIds } = await court.open(listed);
    for (const itemId of itemIds) {
      expect(await court.refusal(PATH, finding(itemId), court.handler)).toBe('VICTIM_TITLE_UNCLEAR');
      expect((await court.disposition(itemId)).availableActions).not.toContain('victim');
    }
    const [bare] = await court.preregister([listLine({ ownership: 'victim' })]);
    expect(await court.refusal(PATH, finding(bare?.id ?? ''), court.handler)).toBe('VICTIM_PHOTO_MISSING');
  });

  it('stands back behind a judgment that orders something else', async () => {
    const { caseId, itemIds } = await court.open([listLine({ ownership: 'victim' })]);
    const [itemId = ''] = itemIds;
    await court.post(PATH, finding(itemId), court.handler);
    await court.order(caseId, [line(itemId, 'confiscate')]);
    expect((await court.disposition(itemId)).waysOpen).not.toContain('return');
  });
});
