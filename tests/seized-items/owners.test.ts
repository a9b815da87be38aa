/** Whose items are: recorded with reason and paper, with shares, kept with what was recorded before. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPartyEndpoint } from '../../src/modules/cases/parties.contract.ts';
import { readCaseEndpoint } from '../../src/modules/cases/contract.ts';
import { decideTransition } from '../../src/modules/seized-items/decide-transition.ts';
import {
  findSharesProblem,
  sayShare,
  unassignedShare,
} from '../../src/modules/seized-items/owners/owner-shares.ts';
import { listRightHolders } from '../../src/modules/seized-items/owners/list-right-holders.ts';
import { readOwnersEndpoint } from '../../src/modules/seized-items/owners/owners.contract.ts';
import type { Actor } from '../../src/platform/actor.ts';
import { runQuery } from '../../src/platform/run-query.ts';
import { verifyLedger } from '../../src/verify-ledger.ts';
import { bodyOf, codeOf } from '../support/answers.ts';
import { buildSeizedCourt, listLine, type SeizedCourt } from '../support/seized-court.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let court: SeizedCourt;
let itemIds: string[];

beforeAll(async () => {
  app = await createTestApp();
  court = await buildSeizedCourt(app);
  await court.enter(court.room, [court.custodian, court.reviewer]);
  itemIds = await court.receive([listLine({ name: '手机' }), listLine({ name: '电脑' })]);
});
afterAll(() => app.close());

describe('shares', () => {
  const share = (partyId: string, numerator: number, denominator: number) => ({
    partyId,
    numerator,
    denominator,
  });
  it('are exact: three thirds are the whole, and one more hundred-thousandth is too much', () => {
    const thirds = ['a', 'b', 'c'].map((id) => share(id, 1, 3));
    expect(findSharesProblem('victim', thirds)).toBeNull();
    expect(unassignedShare(thirds)).toBeNull();
    expect(findSharesProblem('victim', [...thirds, share('d', 1, 100_000)])).toBe('SHARES_EXCEED_WHOLE');
    expect(unassignedShare(thirds.slice(1))).toBe('1/3');
    expect(sayShare(share('a', 50, 100))).toBe('1/2');
  });
  it('of a dispute may exceed the whole, and need two who claim', () => {
    expect(findSharesProblem('disputed', [share('a', 1, 1), share('b', 1, 1)])).toBeNull();
    expect(findSharesProblem('disputed', [share('a', 1, 1)])).toBe('CLAIMANTS_MISSING');
    expect(findSharesProblem('unknown', [share('a', 1, 1)])).toBe('OWNERS_OF_UNKNOWN');
    expect(findSharesProblem('victim', [share('a', 1, 2), share('a', 1, 2)])).toBe('OWNER_LISTED_TWICE');
  });
});

async function addParty(name: string, role = 'victim'): Promise<string> {
  const before = await court.custodian.agent.get(`/api/cases/${court.caseId}`).expect(200);
  const { version } = bodyOf(readCaseEndpoint, before);
  const answer = await court.custodian.agent
    .post(`/api/cases/${court.caseId}/parties`)
    .set('If-Match', `"${version}"`)
    .send({ role, kind: 'person', name })
    .expect(200);
  return bodyOf(addPartyEndpoint, answer).parties.at(-1)?.id ?? '';
}

function record(body: object, status = 200) {
  const said = { itemIds: [itemIds[0]], reason: '被害人提供购买凭证', document: '权属认定笔录2026-3' };
  return court.handler.agent
    .post('/api/seized-items/owners')
    .send({ ...said, ...body })
    .expect(status);
}

async function readOwners(itemId = itemIds[0] ?? '') {
  const answer = await court.handler.agent.get(`/api/seized-items/${itemId}/owners`).expect(200);
  return bodyOf(readOwnersEndpoint, answer);
}

describe('owners', () => {
  let victims: string[];
  beforeAll(async () => {
    victims = [await addParty('王丽'), await addParty('李强')];
  });

  it('situation 08: an item whose owner is unknown has no owners, and that is recorded with its paper', async () => {
    expect(
      codeOf(
        await record(
          { ownership: 'unknown', owners: [{ partyId: victims[0], numerator: 1, denominator: 1 }] },
          409,
        ),
      ),
    ).toBe('OWNERS_OF_UNKNOWN');
    await record({ ownership: 'unknown', reason: '持有人拒不说明来源' });
    expect(await readOwners()).toMatchObject({
      ownership: 'unknown',
      current: { owners: [], document: '权属认定笔录2026-3', reason: '持有人拒不说明来源' },
    });
  });

  it('several parties own one item with shares, and each act stays', async () => {
    const owners = [
      { partyId: victims[0], numerator: 2, denominator: 3 },
      { partyId: victims[1], numerator: 1, denominator: 4 },
    ];
    await record({ ownership: 'victim', owners, itemIds });
    const answer = await readOwners();
    expect(answer.current).toMatchObject({
      unassigned: '1/12',
      owners: [{ name: '王丽' }, { name: '李强' }],
    });
    expect(answer.history.map(({ ownership }) => ownership)).toEqual(['victim', 'unknown']);
    const { id: courtId } = court.court;
    const { id: personId } = court.handler;
    const nobody = { departmentId: null, departmentName: null, roles: [], grants: [] };
    const actor: Actor = {
      ...{
        ...nobody,
        personId,
        personName: '承办人丁',
        via: 'session',
        courtId,
        readableCourtIds: [courtId],
      },
    };
    const held = await runQuery(app.dependencies, actor, { requestId: 'test', address: null }, ({ reader }) =>
      listRightHolders(reader, courtId, itemIds),
    );
    expect(held.get(itemIds[1] ?? '')).toMatchObject({ isDisputed: false, unassigned: '1/12' });
    const item = await court.read(itemIds[0] ?? '');
    expect(item.ownership).toBe('victim');
    expect(item.life.at(-1)).toMatchObject({
      kind: 'record_owners',
      basis: '权属认定笔录2026-3',
      toState: 'in_store',
    });
  });

  it('situation 47: two who claim one item make a dispute, and nothing is returned while it lasts', async () => {
    const owners = victims.map((partyId) => ({ partyId, numerator: 1, denominator: 1 }));
    expect(codeOf(await record({ ownership: 'victim', owners }, 409))).toBe('SHARES_EXCEED_WHOLE');
    await record({ ownership: 'disputed', owners, reason: '两人均主张所有权' });
    const item = await court.read(itemIds[0] ?? '');
    expect(item.ownership).toBe('disputed');
    const standing = { state: 'awaiting_disposition', stateBefore: null, onHand: '1', unit: '部' } as const;
    const nowhere = {
      ...{ placeId: null, holderId: null, keeper: null, sealNumber: null, dueAtMs: null },
      containerId: null,
    };
    const verdict = decideTransition(
      { ...standing, ...nowhere },
      {
        ...{ category: 'other', grade: 'ordinary', facts: {}, legalHolds: [], isOwnershipDisputed: true },
        ...{ isInStocktake: false, isRoomFrozen: false, custodianIds: null, conflictedPersonIds: [] },
        lastOccurredAtMs: 0,
      },
      {
        ...{
          transition: 'return_to_owner',
          quantity: '1',
          secondPersonId: 'b',
          counterpartId: null,
          approval: null,
        },
        actor: { personId: 'a', roles: ['property_custodian'] },
        ...{ evidence: new Set(), occurredAtMs: 1, nowMs: 2 },
      },
    );
    expect(verdict).toMatchObject({ allowed: false, reason: 'OWNERSHIP_DISPUTED' });
  });

  it('is for the judge of the case: a custodian decides nothing about it', async () => {
    const body = { itemIds, ownership: 'unknown', reason: '不明', document: '无' };
    await court.custodian.agent.post('/api/seized-items/owners').send(body).expect(403);
    expect(
      codeOf(
        await record(
          { ownership: 'victim', owners: [{ partyId: itemIds[0], numerator: 1, denominator: 1 }] },
          409,
        ),
      ),
    ).toBe('OWNER_PARTY_UNKNOWN');
  });

  it('leaves books that verify', async () => {
    expect((await verifyLedger(app.database.ownerPool, {})).difference).toBeUndefined();
  });
});
