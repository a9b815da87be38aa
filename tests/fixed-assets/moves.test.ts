/** Moves, receipts and corrections through HTTP on a real database. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addMemberships } from '../../src/modules/accounts/add-memberships.ts';
import { addPlaces } from '../../src/modules/storage/add-places.ts';
import { verifyLedger } from '../../src/verify-ledger.ts';
import {
  buildCourt,
  buildDepartment,
  buildPerson,
  writeAsSystem,
  type TestCourt,
  type TestPerson,
} from '../support/people.ts';
import { answerOf } from '../support/move-answers.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let court: TestCourt;
let keeper: TestPerson;
let user: TestPerson;
let placeId: string;
let departmentId: string;

const CARD = {
  name: '台式计算机',
  classCode: 'A02010105',
  brand: '联想',
  acquisitionMethod: 'purchase',
  acquiredOn: '2026-03-05',
  originalValueFen: 499_900,
};

beforeAll(async () => {
  app = await createTestApp();
  court = await buildCourt(app, { divisionNumber: '150800' });
  keeper = await buildPerson(app, { court, role: 'equipment_admin' });
  user = await buildPerson(app, { court, role: 'staff', name: '王领用' });
  departmentId = (await buildDepartment(app, court, '执行局')).id;
  placeId = await writeAsSystem(app, court.id, async (command) => {
    const site = await addPlaces(command, { parentId: null, kind: 'site', names: ['院区'] });
    return site.added[0]?.id ?? '';
  });
});
afterAll(() => app.close());

async function stockIn(body: Record<string, unknown> = {}): Promise<{ id: string; code: string }[]> {
  const answer = await answerOf(
    keeper.agent.post('/api/fixed-assets').send({ card: CARD, placeId, ...body }),
  );
  expect(answer.status).toBe(200);
  return answer.body.assets ?? [];
}

async function one(): Promise<{ id: string; code: string }> {
  const [asset] = await stockIn();
  if (!asset) throw new Error('nothing was stocked in');
  return asset;
}

async function rowOf(assetId: string): Promise<Record<string, unknown>> {
  const { rows } = await app.database.ownerPool.query<Record<string, unknown>>(
    'select * from assets where id = $1',
    [assetId],
  );
  return rows[0] ?? {};
}

async function entriesOf(assetId: string): Promise<Record<string, unknown>[]> {
  const { rows } = await app.database.ownerPool.query<Record<string, unknown>>(
    'select entry.* from ledger_entries entry join ledger_books book on book.id = entry.book_id where book.subject_id = $1 order by sequence',
    [assetId],
  );
  return rows;
}

const post = (path: string, body: Record<string, unknown>, person = keeper) =>
  answerOf(person.agent.post(`/api/fixed-assets/${path}`).send(body));

describe('stocking in', () => {
  it('gives every copy its own code and book, and one audit event each', async () => {
    const assets = await stockIn({ copies: 3, serialNumbers: ['SN-1', 'SN-2'] });
    expect(new Set(assets.map(({ code }) => code)).size).toBe(3);
    expect(assets.every(({ code }) => /^A150800\d{9}$/.test(code))).toBe(true);
    const rows = await Promise.all(assets.map(({ id }) => rowOf(id)));
    expect(rows.map((row) => row['serial_number'])).toEqual(['SN-1', 'SN-2', null]);
    const { rows: events } = await app.database.ownerPool.query(
      "select actor_name, after from audit_events where command = 'stockInAssets' and subject_id = $1",
      [assets[0]?.id],
    );
    expect(events).toEqual([
      { actor_name: keeper.name, after: expect.objectContaining({ name: '台式计算机' }) as unknown },
    ]);
  });

  it('lists every contradiction of a card at once and writes nothing', async () => {
    const before = await app.database.ownerPool.query('select count(*) from assets');
    const answer = await answerOf(
      keeper.agent.post('/api/fixed-assets').send({
        card: { ...CARD, classCode: 'A99999999', acquiredOn: '2027-01-01', fiscalFundsFen: 1 },
        placeId,
      }),
    );
    expect(answer.status).toBe(409);
    expect(answer.body.code).toBe('CARD_REFUSED');
    expect(answer.body.problems?.map((problem) => problem.code).sort()).toEqual([
      'ACQUIRED_IN_FUTURE',
      'CLASS_UNKNOWN',
      'FUNDS_NOT_VALUE',
    ]);
    expect((await app.database.ownerPool.query('select count(*) from assets')).rows).toEqual(before.rows);
  });

  it('32 at once never share a code', async () => {
    const answers = await Promise.all(Array.from({ length: 32 }, () => stockIn()));
    expect(new Set(answers.flat().map(({ code }) => code)).size).toBe(32);
  });
});

async function grantStaff(person: TestPerson): Promise<void> {
  if (person.court.id === court.id) return;
  const term = { validFrom: '2026-11-23', validUntil: null };
  const membership = { personId: person.id, homeDepartmentId: null, role: 'staff', departmentId, ...term };
  await writeAsSystem(app, court.id, (command) =>
    addMemberships(command, court.id, [membership], { grantorId: null }),
  );
}

/** Waits until `count` statements of this database wait for a lock. */
async function lockWaits(count: number): Promise<void> {
  for (;;) {
    const { rows } = await app.database.ownerPool.query<{ n: number }>(
      "select count(*)::integer as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    );
    if ((rows[0]?.n ?? 0) >= count) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('a move and a closing at the same moment', () => {
  it.each([
    ['department', 'departments', "closed_on = '2026-11-23'", 'DEPARTMENT_UNKNOWN'],
    ['person', 'people', 'closed_at = now()', 'PERSON_UNKNOWN'],
    ['person of another court', 'people', 'closed_at = now()', 'PERSON_UNKNOWN'],
  ])('nothing goes to the %s that is being closed', async (kind, table, closed, expected) => {
    const asset = await one();
    const home = kind === 'person of another court' ? await buildCourt(app) : court;
    const receiver = await buildPerson(app, { court: home, role: 'staff' });
    await grantStaff(receiver);
    const target = kind === 'department' ? (await buildDepartment(app, court)).id : receiver.id;
    const side = kind === 'department' ? { departmentId: target } : { holderId: target, departmentId };
    const closing = await app.database.ownerPool.connect();
    try {
      await closing.query('begin');
      await closing.query(`select from ${table} where id = $1 for update`, [target]);
      const moving = post('issue', { assetIds: [asset.id], ...side });
      await lockWaits(1);
      await closing.query(`update ${table} set ${closed} where id = $1`, [target]);
      await closing.query('commit');
      const answer = await moving;
      const codes = [answer.body.code, ...(answer.body.problems ?? []).map(({ code }) => code)];
      expect(codes).toContain(expected);
    } finally {
      closing.release();
    }
    expect(await rowOf(asset.id)).toMatchObject({ status: 'in_stock' });
  });

  it('closing waits for a move, and then sees what it brought', async () => {
    const system = await buildPerson(app, { court, role: 'system_admin' });
    const asset = await one();
    const receiver = await buildPerson(app, { court, role: 'staff' });
    const moving = await app.database.ownerPool.connect();
    try {
      await moving.query('begin');
      await moving.query('select hold_person($1)', [receiver.id]);
      const closing = answerOf(system.agent.post(`/api/people/${receiver.id}/close`));
      await lockWaits(1);
      await moving.query('update assets set holder_id = $2 where id = $1', [asset.id, receiver.id]);
      await moving.query('commit');
      expect((await closing).body.code).toBe('PERSON_STILL_HOLDS');
    } finally {
      await moving.query('update assets set holder_id = null where id = $1', [asset.id]);
      moving.release();
    }
  });
});

describe('issuing and signing', () => {
  it('waits on the receiver’s own list until signed, and blocks the next hand-over meanwhile', async () => {
    const asset = await one();
    const issued = await post('issue', { assetIds: [asset.id], holderId: user.id, basis: '领用单 1' });
    expect(issued.body).toMatchObject({ written: true, refusedCount: 0, lines: [{ toStatus: 'in_use' }] });
    expect(await rowOf(asset.id)).toMatchObject({
      status: 'in_use',
      holder_id: user.id,
      department_id: user.departmentId,
    });
    const waiting = await answerOf(user.agent.get('/api/my/receipts'));
    const receipt = waiting.body.items?.find((item) => item.assetId === asset.id);
    expect(receipt).toMatchObject({ kind: 'issue', code: asset.code, handedOutBy: keeper.name });

    const transfer = await post('transfer', { assetIds: [asset.id], departmentId });
    expect(transfer.body.problems?.[0]?.code).toBe('RECEIPT_PENDING');
    expect(transfer.body.problems?.[0]?.zh).toContain(user.name);

    const stranger = await buildPerson(app, { court, role: 'staff' });
    const foreign = await answerOf(
      stranger.agent.post('/api/my/receipts/sign').send({ receiptIds: [receipt?.id] }),
    );
    expect([foreign.status, foreign.body.code]).toEqual([403, 'RECEIPT_NOT_YOURS']);
    const signed = await answerOf(
      user.agent.post('/api/my/receipts/sign').send({ receiptIds: [receipt?.id] }),
    );
    expect(signed.body).toEqual({ signedCount: 1 });
    const again = await answerOf(
      user.agent.post('/api/my/receipts/sign').send({ receiptIds: [receipt?.id] }),
    );
    expect(again.body.code).toBe('RECEIPT_UNKNOWN');
    const entries = await entriesOf(asset.id);
    expect(entries.map((entry) => [entry['sequence'], entry['kind'], entry['actor_name']])).toEqual([
      [1, 'stock_in', keeper.name],
      [2, 'issue', keeper.name],
      [3, 'sign_receipt', user.name],
    ]);
  });

  it('a refused receipt puts the asset back where it was', async () => {
    const asset = await one();
    await post('issue', { assetIds: [asset.id], holderId: user.id, placeId });
    const waiting = await answerOf(user.agent.get('/api/my/receipts'));
    const receipt = waiting.body.items?.find((item) => item.assetId === asset.id);
    await user.agent.post(`/api/my/receipts/${receipt?.id}/refuse`).send({ reason: '型号不符' });
    expect(await rowOf(asset.id)).toMatchObject({ status: 'in_stock', holder_id: null, department_id: null });
    expect((await entriesOf(asset.id)).at(-1)).toMatchObject({ kind: 'refuse_receipt', note: '型号不符' });
  });

  it('what is in repair meanwhile is not put back by a refusal', async () => {
    const asset = await one();
    await post('issue', { assetIds: [asset.id], holderId: user.id });
    await post('send-to-repair', { assetIds: [asset.id], repairer: '服务站', fault: '黑屏' });
    const waiting = await answerOf(user.agent.get('/api/my/receipts'));
    const receipt = waiting.body.items?.find((item) => item.assetId === asset.id);
    const refuse = () =>
      answerOf(user.agent.post(`/api/my/receipts/${receipt?.id}/refuse`).send({ reason: '不是我的' }));
    expect((await refuse()).body.code).toBe('ASSET_IN_REPAIR');
    await post('take-back', { assetIds: [asset.id], outcome: '已修复' });
    expect((await refuse()).status).toBe(200);
    expect(await rowOf(asset.id)).toMatchObject({ status: 'in_stock', holder_id: null });
  });

  it('of two hand-overs at once the second sees that the first waits to be signed', async () => {
    const other = await buildPerson(app, { court, role: 'staff' });
    for (let round = 0; round < 8; round += 1) {
      const asset = await one();
      await post('issue', { assetIds: [asset.id], departmentId });
      const answers = await Promise.all(
        [user, other].map((person) =>
          post('transfer', { assetIds: [asset.id], departmentId, holderId: person.id }),
        ),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      const refused = answers.find(({ status }) => status === 409);
      expect(refused?.body.problems?.[0]?.code).toBe('RECEIPT_PENDING');
    }
  });

  it('the receiver signs on the spot by PIN, and a wrong PIN writes nothing', async () => {
    const asset = await one();
    await user.agent.put('/api/session/pin').send({ currentPassword: 'Steppe-Wind-Camel', pin: '294817' });
    const wrong = await post('issue', {
      assetIds: [asset.id],
      holderId: user.id,
      receipt: { method: 'pin', pin: '111112' },
    });
    expect(wrong.status).toBeGreaterThanOrEqual(400);
    expect(await rowOf(asset.id)).toMatchObject({ status: 'in_stock' });
    const right = await post('issue', {
      assetIds: [asset.id],
      holderId: user.id,
      receipt: { method: 'pin', pin: '294817' },
    });
    expect(right.status).toBe(200);
    expect((await entriesOf(asset.id)).at(-1)).toMatchObject({
      kind: 'issue',
      second_person_name: user.name,
    });
  });
});

describe('many at once', () => {
  it('a dry run gives a verdict a line and writes nothing; then all or nothing', async () => {
    const [a, b] = await stockIn({ copies: 2 });
    await post('issue', { assetIds: [b?.id], departmentId });
    const body = { assetIds: [a?.id, b?.id, '00000000-0000-7000-8000-000000000000'], departmentId };
    const tried = await answerOf(keeper.agent.post('/api/fixed-assets/issue?dryRun=true').send(body));
    expect(tried.body).toMatchObject({ written: false, refusedCount: 2 });
    expect(tried.body.lines?.map((line) => line.verdict)).toEqual([
      'ALLOWED',
      'ASSET_ALREADY_IN_USE',
      'ASSET_NOT_FOUND',
    ]);
    const refused = await post('issue', body);
    expect(refused.status).toBe(409);
    expect(refused.body.problems?.map((problem) => problem.path)).toEqual([
      'body.assetIds.1',
      'body.assetIds.2',
    ]);
    expect(await rowOf(a?.id ?? '')).toMatchObject({ status: 'in_stock' });
  });

  it('issues, transfers and returns five hundred', async () => {
    const assets = await stockIn({ copies: 500 });
    const assetIds = assets.map(({ id }) => id);
    for (const [path, body] of [
      ['issue', { departmentId }],
      ['transfer', { departmentId: court.departmentId }],
      ['return', { placeId }],
    ] as const) {
      const answer = await post(path, { assetIds, ...body });
      expect([answer.status, answer.body.lines?.length]).toEqual([200, 500]);
    }
    const { rows } = await app.database.ownerPool.query(
      "select count(*) from assets where id = any($1) and status = 'in_stock' and version = 4",
      [assetIds],
    );
    expect(rows).toEqual([{ count: 500 }]);
  });
});

describe('loans, repair, idle', () => {
  it('lends with a due day and takes back', async () => {
    const asset = await one();
    const past = await post('loan', { assetIds: [asset.id], holderId: user.id, dueOn: '2026-11-23' });
    expect(past.body.code).toBe('DUE_DAY_NOT_AFTER_LOAN');
    await post('loan', { assetIds: [asset.id], holderId: user.id, dueOn: '2026-12-01' });
    expect(await rowOf(asset.id)).toMatchObject({
      status: 'on_loan',
      loan_due_on: '2026-12-01',
      holder_id: user.id,
    });
    await post('give-back', { assetIds: [asset.id], placeId });
    expect(await rowOf(asset.id)).toMatchObject({ status: 'in_stock', loan_due_on: null, holder_id: null });
  });

  it('comes back from repair as it was; idle ends as it was', async () => {
    const asset = await one();
    await post('issue', { assetIds: [asset.id], departmentId });
    await post('send-to-repair', { assetIds: [asset.id], repairer: '联想服务站', fault: '无法开机' });
    expect(await rowOf(asset.id)).toMatchObject({ status: 'in_repair', status_before_repair: 'in_use' });
    await post('take-back', { assetIds: [asset.id], outcome: '更换电源', costFen: 12_000 });
    expect(await rowOf(asset.id)).toMatchObject({ status: 'in_use', status_before_repair: null });
    await post('mark-idle', { assetIds: [asset.id], reason: '已换新' });
    await post('end-idle', { assetIds: [asset.id] });
    expect(await rowOf(asset.id)).toMatchObject({ status: 'in_use', department_id: departmentId });
  });

  it('marks what is recorded later than its day, and refuses what lies before the last entry', async () => {
    const daysAgo = (days: number) => new Date(app.clock.now().getTime() - days * 86_400_000).toISOString();
    const [asset] = await stockIn({ occurredAt: daysAgo(3) });
    if (!asset) throw new Error('nothing was stocked in');
    await post('issue', { assetIds: [asset.id], departmentId, occurredAt: daysAgo(1) });
    expect((await entriesOf(asset.id)).at(-1)).toMatchObject({ late: true });
    const refused = await post('return', { assetIds: [asset.id], occurredAt: daysAgo(2) });
    expect(refused.body.problems?.[0]?.code).toBe('OCCURRED_BEFORE_LAST_ENTRY');
  });
});

describe('corrections', () => {
  it('keeps old and new value of a card, and tells the second of two editors', async () => {
    const asset = await one();
    const card = { ...CARD, name: '便携式计算机', serialNumber: 'PF2X 77' };
    const body = { card, reason: '建卡时选错' };
    const missing = await answerOf(keeper.agent.patch(`/api/fixed-assets/${asset.id}`).send(body));
    expect(missing.status).toBe(428);
    const first = await answerOf(
      keeper.agent.patch(`/api/fixed-assets/${asset.id}`).set('If-Match', '"1"').send(body),
    );
    expect([first.status, first.etag]).toEqual([200, '"2"']);
    expect(first.body.changedFields).toEqual(['name', 'serialNumber']);
    const second = await answerOf(
      keeper.agent
        .patch(`/api/fixed-assets/${asset.id}`)
        .set('If-Match', '"1"')
        .send({ ...body, card: CARD }),
    );
    expect([second.status, second.body.code]).toEqual([412, 'VERSION_STALE']);
    expect((await entriesOf(asset.id)).at(-1)).toMatchObject({
      kind: 'correct_card',
      note: '建卡时选错',
      details: {
        changes: [
          { field: 'name', from: '台式计算机', to: '便携式计算机' },
          { field: 'serialNumber', from: null, to: 'PF2X 77' },
        ],
      },
    });
    const { rows } = await app.database.ownerPool.query(
      "select alias from asset_aliases where asset_id = $1 and kind = 'serial_number'",
      [asset.id],
    );
    expect(rows).toEqual([{ alias: 'PF2X77' }]);
  });

  it('a correcting entry stands in for the wrong one, which stays; later moves protect the destination', async () => {
    const asset = await one();
    await post('issue', { assetIds: [asset.id], departmentId });
    const correct = (sequence: number, body: Record<string, unknown>) =>
      post(`${asset.id}/entries/${sequence}/correct`, { reason: '部门录错', ...body });
    const done = await correct(2, { departmentId: court.departmentId });
    expect(done.body).toEqual({ sequence: 3 });
    expect(await rowOf(asset.id)).toMatchObject({ department_id: court.departmentId, status: 'in_use' });
    const entries = await entriesOf(asset.id);
    expect(entries[1]).toMatchObject({ kind: 'issue', to_department_id: departmentId });
    expect(entries[2]).toMatchObject({
      kind: 'correct_entry',
      corrects_sequence: 2,
      to_department_id: court.departmentId,
    });
    expect((await correct(2, { departmentId })).body.code).toBe('ENTRY_CORRECTED_ALREADY');
    await post('return', { assetIds: [asset.id], placeId });
    expect((await correct(3, { departmentId })).body.code).toBe('LATER_MOVE_EXISTS');
    expect((await correct(3, { basis: '领用单 9' })).status).toBe(200);
    expect((await correct(99, { basis: 'x' })).body.code).toBe('ENTRY_UNKNOWN');
  });
});

describe('before a department or a person goes', () => {
  it('what they still hold is in the way', async () => {
    const system = await buildPerson(app, { court, role: 'system_admin' });
    const department = await buildDepartment(app, court);
    const leaver = await buildPerson(app, { court, role: 'staff', departmentId: null });
    const asset = await one();
    await post('issue', { assetIds: [asset.id], holderId: leaver.id, departmentId: department.id });
    const closeDepartment = () =>
      answerOf(system.agent.post(`/api/departments/${department.id}/close`).send({}));
    const closePerson = () => answerOf(system.agent.post(`/api/people/${leaver.id}/close`).send({}));
    expect([(await closeDepartment()).status, (await closePerson()).status]).toEqual([409, 409]);
    await post('return', { assetIds: [asset.id], placeId, departmentId: court.departmentId });
    expect([(await closeDepartment()).status, (await closePerson()).status]).toEqual([200, 200]);
  });
});

describe('the write path', () => {
  it('answers a repeated key with the first answer, and refuses the key for something else', async () => {
    const key = 'same-key-0001';
    const send = (body: Record<string, unknown>) =>
      answerOf(keeper.agent.post('/api/fixed-assets').set('Idempotency-Key', key).send(body));
    const first = await send({ card: CARD, placeId });
    const again = await send({ card: CARD, placeId });
    expect(again.body).toEqual(first.body);
    const other = await send({ card: { ...CARD, name: '另一台' }, placeId });
    expect([other.status, other.body.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
  });

  it('of many who issue one asset at once exactly one succeeds', async () => {
    const asset = await one();
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => post('issue', { assetIds: [asset.id], departmentId })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([
      200,
      ...Array.from({ length: 11 }, () => 409),
    ]);
    expect(await entriesOf(asset.id)).toHaveLength(2);
  });

  it('bulk moves over the same assets in opposite order do not lock each other out', async () => {
    const ids = (await stockIn({ copies: 40 })).map(({ id }) => id);
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        post('issue', { assetIds: index % 2 === 0 ? ids : [...ids].reverse(), departmentId }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true);
  });

  it('the application’s role can neither change nor delete an entry', async () => {
    for (const statement of [
      'update ledger_entries set note = null',
      'delete from ledger_entries',
      'truncate ledger_entries',
    ]) {
      await expect(app.database.pool.query(statement)).rejects.toThrow(/permission denied/);
      await expect(app.database.ownerPool.query(statement)).rejects.toThrow(/append-only/);
    }
    await expect(app.database.pool.query('select count(*) from assets')).rejects.toThrow(/no tenant is set/);
  });

  it('after all of this every chain and projection agrees', async () => {
    expect((await verifyLedger(app.database.ownerPool, {})).difference).toBeUndefined();
  });
});
