/**
 * What leaves before the judgment for the victim, and what waits for another case, through the public door: clear title,
 * papers, approval; cases that were merged and split keep their own numbers and ledgers.
 */
import { describe, expect, it } from 'vitest';
import { createCaseEndpoint, readCaseEndpoint } from '../../src/modules/cases/contract.ts';
import { listNeededItemsEndpoint } from '../../src/modules/dispositions/needed-items.contract.ts';
import { readCaseLedgerEndpoint } from '../../src/modules/seized-items/case-ledger.contract.ts';
import { listItemsEndpoint } from '../../src/modules/seized-items/items.contract.ts';
import { bodyOf } from '../support/answers.ts';
import { buildPerson } from '../support/people.ts';
import {
  execution,
  line,
  listLine,
  SIGNED,
  TAKER,
  type DispositionCourt,
  prepareDispositionCourt,
} from '../support/disposition-court.ts';
import type { TestApp } from '../support/test-app.ts';

let app: TestApp;
let court: DispositionCourt;
prepareDispositionCourt((made) => ({ app, court } = made));

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
    const signed = { ...SIGNED };
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

describe('cases that were merged and split', () => {
  const link = async (of: string, otherNumber: string, kind: string) => {
    const seen = await court.handler.agent.get(`/api/cases/${of}`).expect(200);
    const { version } = bodyOf(readCaseEndpoint, seen);
    await court.handler.agent
      .post(`/api/cases/${of}/links`)
      .set('If-Match', `"${version}"`)
      .send({ otherNumber, kind, isMain: true, sourceDocument: '决定书', linkedOn: '2026-03-02' })
      .expect(200);
  };
  const ledgerOf = async (caseId: string) =>
    bodyOf(readCaseLedgerEndpoint, await court.handler.agent.get(`/api/cases/${caseId}/ledger`).expect(200));
  const numbersOf = async (caseId: string) => {
    const list = await court.handler.agent.get(`/api/seized-items?caseId=${caseId}`).expect(200);
    return bodyOf(listItemsEndpoint, list).items.map(({ number, caseNumber }) => [number, caseNumber]);
  };

  it('situation 05: merged, each keeps its things under its own numbers, in a ledger of its own', async () => {
    const [main, other] = [await court.open([listLine(), listLine()]), await court.open([listLine()])];
    const before = [await ledgerOf(main.caseId), await ledgerOf(other.caseId)];
    await link(main.caseId, before[1]?.caseNumber ?? '', 'merged');
    expect([await ledgerOf(main.caseId), await ledgerOf(other.caseId)]).toEqual(before);
    expect(await numbersOf(main.caseId)).toEqual([1, 2].map((number) => [number, before[0]?.caseNumber]));
    expect(await numbersOf(other.caseId)).toEqual([[1, before[1]?.caseNumber]]);
  });

  it('situation 06: split, one ledger keeps the thing, the other case refers to it and alone lets it go', async () => {
    const judge = await buildPerson(app, { court: court.court, role: 'case_handler', name: '承办人子' });
    const { caseId, itemIds } = await court.open([listLine()]);
    const [itemId = ''] = itemIds;
    const number = '（2026）内08刑初778号';
    const created = await court.custodian.agent
      .post('/api/cases')
      .send({
        ...{ number, cause: '盗窃', handlerId: judge.id },
        ...{ stage: 'first_instance', acceptedOn: '2026-03-02' },
      })
      .expect(200);
    const { id: otherId } = bodyOf(createCaseEndpoint, created);
    await link(caseId, number, 'split');
    await court.await(caseId, [line(itemId, 'return_victim', { beneficiary: '赵权利' })]);
    const hold = { itemIds, kind: 'other_case', document: '分案决定', placedOn: '2026-03-02' };
    const { caseNumber } = await ledgerOf(caseId);
    expect(await court.refusal('item-holds', { ...hold, holder: caseNumber }, court.handler)).toBe(
      'HOLD_BY_ITS_OWN_CASE',
    );
    await court.post('item-holds', { ...hold, holder: '(2026)内08刑初778号' }, court.handler);
    const needed = async (by = judge) => {
      const answer = await by.agent.get(`/api/cases/${otherId}/needed-items`).expect(200);
      return bodyOf(listNeededItemsEndpoint, answer).items;
    };
    expect(await needed()).toMatchObject([
      { itemId, mainCaseId: caseId, mainCaseNumber: caseNumber, mayRelease: true, releasedOn: null },
    ]);
    expect((await needed(court.custodian))[0]).toMatchObject({ mayRelease: false });
    expect((await ledgerOf(caseId)).itemCount).toBe(1);
    await court.photograph(itemId);
    const requestId = await court.approved('return', [{ itemId }]);
    const signed = { taker: TAKER, ...SIGNED };
    const body = execution(court, requestId, [{ itemId }], signed);
    expect(await court.refusal('dispositions/return', body)).toBe('ITEM_UNDER_LEGAL_HOLD');
    const path = `item-holds/${(await needed())[0]?.holdId ?? ''}/release`;
    const release = { document: '另案判决生效', releasedOn: '2026-03-02' };
    expect(await court.refusal(path, release, court.handler)).toBe('HOLD_OF_OTHER_CASE');
    await court.post(path, release, judge);
    expect(await needed()).toMatchObject([{ releasedOn: '2026-03-02', mayRelease: false }]);
    await court.post('dispositions/return', body);
  });
});
