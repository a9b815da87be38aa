/** A first count that differs and is not settled holds back every way in which a thing leaves, through the public door. */
import { describe, expect, it } from 'vitest';
import { readCaseDisposalEndpoint } from '../../src/modules/dispositions/case-disposal.contract.ts';
import { announceAuctionEndpoint } from '../../src/modules/dispositions/preparing.contract.ts';
import { listCountDifferencesEndpoint } from '../../src/modules/seized-items/baseline/baseline.contract.ts';
import { transitionsAnswer } from '../../src/modules/seized-items/transitions.contract.ts';
import { bodyOf, refusedBodyOf } from '../support/answers.ts';
import {
  execution,
  line,
  listLine,
  SIGNED,
  TAKER,
  type DispositionCourt,
  prepareDispositionCourt,
} from '../support/disposition-court.ts';
import { PIN } from '../support/seized-court.ts';
import type { TestApp } from '../support/test-app.ts';

let app: TestApp;
let court: DispositionCourt;
prepareDispositionCourt((made) => ({ app, court } = made));

/** As if an older register had brought it. */
async function unverify(itemIds: readonly string[]): Promise<void> {
  await app.database.ownerPool.query(
    'update seized_items set is_unverified = true where id = any($1::uuid[])',
    [itemIds],
  );
}

async function count(itemId: string, counted: string): Promise<void> {
  const body = { counted, reason: '旧台账记错', secondPerson: court.secondPerson() };
  await court.post(`seized-items/${itemId}/count-differences`, body);
}

async function ready(order: string, count = 1): Promise<{ caseId: string; itemIds: string[] }> {
  const lines = Array.from({ length: count }, () => listLine({ quantity: '3' }));
  const { caseId, itemIds } = await court.open(lines);
  const ordered = itemIds.map((id) => line(id, order, { quantity: '3', beneficiary: '赵权利' }));
  await court.await(caseId, ordered);
  await unverify(itemIds);
  return { caseId, itemIds };
}

const AUCTION = {
  ...{ valuationNumber: '评 1', valuationValueFen: 1000_00, valuationBaseOn: '2026-01-01' },
  ...{ valuationValidUntil: '2027-12-31', reserveFen: 700_00 },
};
async function auction(itemId: string, on: readonly [string, string], result: object): Promise<void> {
  const [announcedOn, heldOn] = on;
  const body = { ...AUCTION, itemId, announcedOn, heldOn };
  const { id } = bodyOf(announceAuctionEndpoint, {
    body: await court.post('auctions', body, court.enforcement),
  });
  await court.post(`auctions/${id}/result`, { document: '结果通知', ...result }, court.enforcement);
}

interface End {
  readonly way: string;
  readonly order: string;
  readonly path: string;
  readonly action: string;
  readonly more: () => object;
  readonly prepare?: (itemId: string) => Promise<unknown>;
}

const TAKEN = { taker: TAKER, ...SIGNED };
const TO_ORGAN = { organ: '市文物局', receiver: '孙文', receiverDocument: '工作证 7' };
const FAILED = { result: 'failed' };
const NOTICE = { document: '认领公告（2026）3号', medium: '法院公告网', publishedOn: '2026-03-01' };

function destruction(): object {
  const now = app.clock.now().getTime();
  return {
    supervisor: { personId: court.inspector.id, pin: PIN },
    ...{ method: '压碎', place: '市固废处理中心', video: '执法记录仪 0071', witness: null },
    startedAt: new Date(now - 3_600_000).toISOString(),
    endedAt: new Date(now - 60_000).toISOString(),
  };
}

async function overNotice(itemId: string): Promise<void> {
  await court.post('dispositions/notices', { itemIds: [itemId], ...NOTICE }, court.handler);
  await app.database.ownerPool.query(
    "update deadlines set due_on = '2026-02-01' where rule_id = 'D17' and subject_id = $1",
    [itemId],
  );
}

async function failTwice(itemId: string): Promise<void> {
  await auction(itemId, ['2026-01-05', '2026-01-20'], FAILED);
  const body = { ...AUCTION, itemId, announcedOn: '2026-01-25', heldOn: '2026-02-01', reserveFen: 560_00 };
  const { id } = bodyOf(announceAuctionEndpoint, {
    body: await court.post('auctions', body, court.enforcement),
  });
  await court.post(`auctions/${id}/result`, { document: '结果通知', ...FAILED }, court.enforcement);
}

const ENDS: readonly End[] = [
  { way: 'return', order: 'return_victim', path: 'return', action: 'return', more: () => TAKEN },
  {
    way: 'treasury',
    order: 'confiscate',
    path: 'treasury',
    action: 'treasury',
    more: () => ({ paymentSlip: '缴 1' }),
  },
  {
    ...{ way: 'forfeit', order: 'return_victim', path: 'treasury', action: 'forfeit' },
    more: () => ({ way: 'forfeit', paymentSlip: '缴 2' }),
    prepare: overNotice,
  },
  {
    ...{ way: 'finance_takes_over', order: 'confiscate', path: 'treasury', action: 'finance_takes_over' },
    more: () => ({ way: 'finance_takes_over', paymentSlip: '财政接收单', receiver: '市财政局' }),
    prepare: failTwice,
  },
  {
    ...{ way: 'sale', order: 'confiscate', path: 'sale', action: 'sale' },
    more: () => ({ paymentSlip: '存款回单 5', bank: '建设银行' }),
    prepare: (itemId) =>
      auction(itemId, ['2026-01-05', '2026-01-20'], { result: 'sold', priceFen: 900_00, buyer: '丙' }),
  },
  {
    ...{
      way: 'destruction',
      order: 'destroy',
      path: 'destruction',
      action: 'destruction',
      more: destruction,
    },
    prepare: (itemId) => court.photographDestruction([itemId]),
  },
  {
    ...{ way: 'hand_over', order: 'hand_over', path: 'hand-over', action: 'hand_over' },
    more: () => ({ ...TO_ORGAN, list: '移交清单 4 号' }),
  },
  {
    ...{ way: 'send_back', order: 'send_back', path: 'send-back', action: 'send_back' },
    more: () => ({ ...TO_ORGAN, receipt: '退回清单' }),
  },
];

/** Whoever may see the action: the custodian, or the enforcement bureau that sells. */
async function actionsOf(itemId: string): Promise<string[]> {
  const seen = await Promise.all(
    [court.custodian, court.enforcement, court.finance, court.handler].map((one) =>
      court.disposition(itemId, one),
    ),
  );
  return seen.flatMap(({ availableActions }) => availableActions);
}

describe('every way out', () => {
  it.each(ENDS)('$way is refused while it is open, and goes on once it was counted again', async (end) => {
    const { itemIds } = await ready(end.order);
    const [itemId = ''] = itemIds;
    await end.prepare?.(itemId);
    const requestId = await court.approved(end.way, [{ itemId }]);
    const given = execution(court, requestId, [{ itemId }], end.more());
    const body = end.way === 'sale' ? { ...given, items: undefined, itemId } : given;
    expect(await actionsOf(itemId)).toContain(end.action);
    await count(itemId, '4');
    const answer = await court.custodian.agent.post(`/api/dispositions/${end.path}`).send(body).expect(409);
    const [problem] = refusedBodyOf(answer).problems;
    expect(problem?.code).toBe('COUNT_DIFFERENCE_OPEN');
    expect(problem?.zh).toContain('旧台账 3 部，实点 4 部');
    expect(problem?.zh).toContain('申请认定');
    const actions = await actionsOf(itemId);
    for (const action of [end.action, 'request', 'announce']) expect(actions).not.toContain(action);
    await count(itemId, '3');
    expect(await actionsOf(itemId)).toContain(end.action);
    await court.post(`dispositions/${end.path}`, body);
    expect((await court.read(itemId)).onHand).toBe(end.way === 'hand_over' ? '3' : '0');
  });
});

describe('before it waits', () => {
  it('neither begins to wait, nor is asked for, announced, or split', async () => {
    const { caseId, itemIds } = await court.open([listLine({ quantity: '3', isEvidence: false })]);
    const [itemId = ''] = itemIds;
    await court.order(caseId, [line(itemId, 'confiscate', { quantity: '3' })]);
    await unverify(itemIds);
    expect((await court.disposition(itemId)).availableActions).toContain('await');
    await count(itemId, '4');
    expect((await court.disposition(itemId)).availableActions).not.toContain('await');
    const { handler, enforcement, custodian } = court;
    const ask = { items: [{ itemId }], reason: '按判决' };
    const second = { secondPerson: court.secondPerson(), reason: '试' };
    const early = {
      ...{ itemId, cause: 'depreciating', rightHolder: '赵权利', consent: 'applied' },
      ...{ consentDocument: '申请书', document: '报告', reason: '易贬值' },
    };
    const table = [
      ['dispositions/await', { itemIds }, handler],
      ['dispositions/requests', { ...ask, way: 'treasury' }, handler],
      ['item-requests/transfers-up', { ...ask, receiver: '自治区高院' }, handler],
      ['auctions', { ...AUCTION, itemId, announcedOn: '2026-01-05', heldOn: '2026-01-20' }, enforcement],
      [`seized-items/${itemId}/split`, { ...second, parts: [{ quantity: '1' }] }, custodian],
      ['disposition-grounds/early', early, handler],
    ] as const;
    const reasons = await Promise.all(table.map(([path, body, as]) => court.refusal(path, body, as)));
    expect(reasons).toEqual(table.map(() => 'COUNT_DIFFERENCE_OPEN'));
    const { careActions } = await court.read(itemId);
    for (const key of ['split', 'merge_back', 'natural_loss', 'reattribute'])
      expect(careActions.map((action) => action.key)).not.toContain(key);
  });

  it('many at once stay, with the one named', async () => {
    const { caseId, itemIds } = await ready('return_victim', 3);
    const items = itemIds.map((itemId) => ({ itemId }));
    const requestId = await court.approved('return', items);
    const [, held = ''] = itemIds;
    await count(held, '2');
    const body = execution(court, requestId, items, TAKEN);
    const tried = transitionsAnswer.parse(await court.post('dispositions/return?dryRun=true', body));
    expect(tried.lines.map(({ verdict }) => verdict)).toEqual([
      'ALLOWED',
      'COUNT_DIFFERENCE_OPEN',
      'ALLOWED',
    ]);
    expect(await court.refusal('dispositions/return', body)).toBe('COUNT_DIFFERENCE_OPEN');
    const shown = bodyOf(
      readCaseDisposalEndpoint,
      await court.custodian.agent.get(`/api/cases/${caseId}/disposal`).expect(200),
    );
    expect(shown.items.map(({ actions }) => actions)).toEqual([['return'], [], ['return']]);
    expect(shown.items[1]?.obstacle?.zh).toContain('尚未认定');
  });
});

describe('the settlement', () => {
  it('can be asked for and entered while the thing waits for its disposition', async () => {
    const { itemIds } = await ready('confiscate');
    const [itemId = ''] = itemIds;
    await count(itemId, '4');
    const found = await court.handler.agent.get(`/api/count-differences?itemId=${itemId}`).expect(200);
    const [difference] = bodyOf(listCountDifferencesEndpoint, found).items;
    const asked = await court.post(
      'item-requests/baselines',
      { differenceIds: [difference?.id], reason: '请以实点为准' },
      court.handler,
    );
    const { id } = asked as { id: string };
    await court.approve(id);
    await court.post(`item-requests/${id}/settle-baseline`, { secondPerson: court.secondPerson() });
    expect(await court.read(itemId)).toMatchObject({
      ...{ state: 'awaiting_disposition', onHand: '4', isUnverified: false, hasOpenCount: false },
    });
    expect((await court.disposition(itemId)).match).toBe('differs');
  });
});
