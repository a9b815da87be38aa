/** The tree of places: its rules as tables, and keeping it through the public door. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { addAssets } from '../../src/modules/fixed-assets/add-assets.ts';
import { readItemCode } from '../../src/modules/item-codes/item-code.ts';
import { NOWHERE } from '../../src/modules/ledger/entry.ts';
import { expandNames, NAMES_MAX } from '../../src/modules/storage/name-ranges.ts';
import {
  decidePlacement,
  KINDS_BELOW,
  listPlaceActions,
  PLACE_KINDS,
  placeSortKey,
  type PlaceKind,
} from '../../src/modules/storage/rules.ts';
import * as contract from '../../src/modules/storage/contract.ts';
import { bodyOf, codeOf, refusedBodyOf } from '../support/answers.ts';
import { cardOf } from '../support/asset-court.ts';
import {
  buildCourt,
  buildPerson,
  writeAsSystem,
  type TestCourt,
  type TestPerson,
} from '../support/people.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

describe('rules of places', () => {
  const parent = (kind: PlaceKind, isClosed = false, ancestorIds: string[] = ['p']) => ({
    id: 'p',
    kind,
    isClosed,
    ancestorIds,
  });

  it.each([
    ['building', null, undefined, 'allowed'],
    ['room', parent('floor'), undefined, 'allowed'],
    ['cell', parent('shelf'), undefined, 'allowed'],
    ['floor', null, undefined, 'PLACE_KIND_NOT_ALLOWED_HERE'],
    ['building', parent('room'), undefined, 'PLACE_KIND_NOT_ALLOWED_HERE'],
    ['room', parent('room'), undefined, 'PLACE_KIND_NOT_ALLOWED_HERE'],
    ['room', parent('external_keeper'), undefined, 'PLACE_KIND_NOT_ALLOWED_HERE'],
    ['room', parent('floor', true), undefined, 'PLACE_PARENT_CLOSED'],
    ['room', parent('floor', false, ['me', 'p']), 'me', 'PLACE_BELOW_ITSELF'],
    ['site', parent('floor', true, ['me', 'p']), 'me', 'PLACE_PARENT_CLOSED'],
  ] as const)('a %s below %j is %s', (kind, above, id, expected) => {
    const verdict = decidePlacement(kind, above, id);
    expect(verdict.allowed ? 'allowed' : verdict.reason).toBe(expected);
  });

  it('lets no kind lie below itself at any depth, so that the tree has an end', () => {
    const reach = (kind: PlaceKind): PlaceKind[] =>
      KINDS_BELOW[kind].flatMap((below) => [below, ...reach(below)]);
    for (const kind of Object.keys(PLACE_KINDS) as PlaceKind[]) expect(reach(kind)).not.toContain(kind);
  });

  it.each([
    [{ kind: 'room', isClosed: false, mayManage: true }, ['add_below', 'rename', 'move', 'close']],
    [{ kind: 'cell', isClosed: false, mayManage: true }, ['rename', 'move', 'close']],
    [{ kind: 'room', isClosed: true, mayManage: true }, ['reopen']],
    [{ kind: 'room', isClosed: false, mayManage: false }, []],
  ] as const)('%j may be followed by %j', (grounds, expected) => {
    expect(listPlaceActions(grounds)).toEqual(expected);
  });

  it.each([
    ['301～303', ['301', '302', '303']],
    ['A301室~A303室', ['A301室', 'A302室', 'A303室']],
    ['档案柜08至10', ['档案柜08', '档案柜09', '档案柜10']],
    ['301..302室', ['301室', '302室']],
    ['3-5室', ['3-5室']],
    ['303～301', ['303～301']],
    ['A1～B3', ['A1～B3']],
    ['甲\n\n 乙 \r\n丙', ['甲', '乙', '丙']],
  ])('%j stands for %j', (text, names) => {
    expect(expandNames(text)).toEqual(names);
  });

  it('answers at most one name more than is taken, whatever is typed', () => {
    expect(expandNames('1～999999')).toHaveLength(NAMES_MAX + 1);
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('1', '9', '～', '.', 'a', '\n', ' ', '室') }), (text) => {
        const names = expandNames(text);
        expect(names.length).toBeLessThanOrEqual(NAMES_MAX + 1);
        expect(names.every((name) => name.trim() === name && name !== '')).toBe(true);
      }),
    );
  });

  it('orders numbers as numbers, and what lies below right after its place', () => {
    const floor = placeSortKey(null, '2层');
    const keys = [
      floor,
      placeSortKey(floor, '201'),
      placeSortKey(null, '2层 东'),
      placeSortKey(null, '10层'),
    ];
    expect([...keys].sort()).toEqual(keys);
  });
});

type PlaceBody = contract.PlaceAnswer;

describe('places of a court', () => {
  let test: TestApp;
  let court: TestCourt;
  let keeper: TestPerson;
  let reader: TestPerson;

  beforeAll(async () => {
    test = await createTestApp();
    court = await buildCourt(test);
    keeper = await buildPerson(test, { court, role: 'equipment_admin' });
    reader = await buildPerson(test, { court, role: 'staff' });
  });
  afterAll(() => test.close());

  const add = async (name: string, kind: PlaceKind, parentId: string | null = null) => {
    return bodyOf(
      contract.addPlaceEndpoint,
      await keeper.agent.post('/api/places').send({ name, kind, parentId }).expect(200),
    );
  };
  const change = (place: PlaceBody, verb: string, body: object = {}, version = place.version) =>
    keeper.agent.post(`/api/places/${place.id}/${verb}`).set('If-Match', `"${version}"`).send(body);
  const read = async (id: string) =>
    bodyOf(contract.readPlaceEndpoint, await reader.agent.get(`/api/places/${id}`).expect(200));
  const list = async (query: string, as = reader) =>
    bodyOf(contract.listPlacesEndpoint, await as.agent.get(`/api/places?${query}`).expect(200));
  const changed = async (...args: Parameters<typeof change>): Promise<PlaceBody> =>
    bodyOf(contract.renamePlaceEndpoint, await change(...args).expect(200));
  const addAssetAt = (placeId: string) =>
    writeAsSystem(test, court.id, (command) =>
      addAssets(command, {
        courtId: court.id,
        kind: 'stock_in',
        drafts: [
          {
            card: cardOf(),
            position: { ...NOWHERE, status: 'in_stock', placeId },
            occurredAt: command.now,
            loanDueOn: null,
            basis: null,
            note: null,
          },
        ],
      }),
    );

  it('adds places with paths and codes, and answers a repeated request once more', async () => {
    const house = await add('审判楼', 'building');
    expect(house.path).toBe('审判楼');
    expect(readItemCode(house.code ?? '')).toMatchObject({ ok: true, kind: 'L' });
    const send = () =>
      keeper.agent
        .post('/api/places')
        .set('Idempotency-Key', 'add-a-floor-1')
        .send({ name: ' 3层 ', kind: 'floor', parentId: house.id });
    const [first, second] = [await send(), await send()];
    const floor = bodyOf(contract.addPlaceEndpoint, first);
    expect(floor.path).toBe('审判楼 / 3层');
    expect([second.status, second.headers['etag']]).toEqual([200, first.headers['etag']]);
    expect(bodyOf(contract.addPlaceEndpoint, second).id).toBe(floor.id);
    expect((await list(`parentId=${house.id}`)).items).toHaveLength(1);
  });

  it.each([
    [{ name: 'x', kind: 'cell', parentId: null }, 409, 'PLACE_KIND_NOT_ALLOWED_HERE'],
    [{ name: '审判楼', kind: 'building', parentId: null }, 409, 'PLACE_NAME_TAKEN'],
    [{ name: 'a / b', kind: 'building', parentId: null }, 409, 'PLACE_NAME_HAS_SEPARATOR'],
    [
      { name: 'x', kind: 'room', parentId: '01890000-0000-7000-8000-000000000000' },
      409,
      'PLACE_PARENT_NOT_FOUND',
    ],
    [{ name: ' ', kind: 'building', parentId: null }, 400, 'INPUT_INVALID'],
    [{ name: 'x', kind: 'castle', parentId: null }, 400, 'INPUT_INVALID'],
  ])('refuses %j', async (body, status, code) => {
    const answer = await keeper.agent.post('/api/places').send(body).expect(status);
    expect(codeOf(answer)).toBe(code);
  });

  it('adds a row of rooms at once, after saying what it would do', async () => {
    const house = await add('综合楼', 'building');
    const body = { parentId: house.id, kind: 'room', names: '301～320\n库房' };
    const addMany = async (sent: object, dryRun = false) =>
      keeper.agent.post(`/api/places/bulk${dryRun ? '?dryRun=true' : ''}`).send(sent);
    const dry = bodyOf(contract.addPlacesEndpoint, await addMany(body, true));
    expect(dry).toMatchObject({ written: false, refusedCount: 0 });
    expect(dry.items).toHaveLength(21);
    expect((await list(`parentId=${house.id}`)).items).toEqual([]);
    const real = bodyOf(contract.addPlacesEndpoint, await addMany(body));
    expect(new Set(real.items.map(({ code }) => code)).size).toBe(21);

    const more = { ...body, names: '319～322\n322\na / b' };
    const verdicts = bodyOf(contract.addPlacesEndpoint, await addMany(more, true));
    expect(verdicts.items.map(({ problem }) => problem?.code ?? null)).toEqual([
      'PLACE_NAME_TAKEN',
      'PLACE_NAME_TAKEN',
      null,
      null,
      'PLACE_NAME_LISTED_TWICE',
      'PLACE_NAME_HAS_SEPARATOR',
    ]);
    const refused = await addMany(more);
    expect([refused.status, codeOf(refused)]).toEqual([409, 'PLACES_REFUSED']);
    expect(refusedBodyOf(refused).problems).toHaveLength(4);
    expect((await read(house.id)).openPlacesBelow).toBe(21);
    expect(codeOf(await addMany({ ...body, names: '1～2000' }))).toBe('PLACE_NAMES_TOO_MANY');
    expect(codeOf(await addMany({ ...body, names: '\n \n甲\n' }))).not.toBe('PLACE_NAMES_MISSING');
  });

  it('reads the tree in its order by pages, and finds places by words and by code', async () => {
    const collected: PlaceBody[] = [];
    for (let after: string | null = ''; after !== null;) {
      const page = await list(`limit=7${after === '' ? '' : `&after=${after}`}`);
      collected.push(...page.items);
      after = page.nextCursor;
    }
    expect(new Set(collected.map(({ id }) => id)).size).toBe(collected.length);
    const rooms = collected.filter(({ path }) => path.startsWith('综合楼 / 3')).map(({ name }) => name);
    expect(rooms).toEqual(Array.from({ length: 20 }, (_, index) => String(301 + index)));
    const find = async (q: string) => (await list(`q=${encodeURIComponent(q)}`)).items;
    const found = await find('综合 305');
    expect(found.map(({ path }) => path)).toEqual(['综合楼 / 305']);
    const code = found[0]?.code ?? '';
    const spaced = `${code.slice(0, 1)} ${code.slice(1, 7)} ${code.slice(7)}`;
    expect((await find(spaced)).map(({ name }) => name)).toEqual(['305']);
    expect(await find('%')).toEqual([]);
    expect(codeOf(await reader.agent.get('/api/places?after=bm90aGluZw').expect(400))).toBe('INPUT_INVALID');
  });

  it('renames and moves with everything below, and refuses circles and stale versions', async () => {
    const site = await add('东院', 'site');
    const house = await add('旧楼', 'building');
    const floor = await add('1层', 'floor', house.id);
    const room = await add('101', 'room', floor.id);
    const rack = await add('A架', 'rack', room.id);

    const renamed = await changed(house, 'rename', { name: '档案楼' });
    expect(renamed.version).toBe(2);
    expect((await read(rack.id)).path).toBe('档案楼 / 1层 / 101 / A架');
    const stale = await change(house, 'rename', { name: '别楼' }, 1).expect(412);
    expect(codeOf(stale)).toBe('VERSION_STALE');
    await keeper.agent.post(`/api/places/${house.id}/rename`).send({ name: '别楼' }).expect(428);

    await change(renamed, 'move', { parentId: site.id }).expect(200);
    expect((await read(rack.id)).path).toBe('东院 / 档案楼 / 1层 / 101 / A架');
    const moved = await changed(room, 'move', { parentId: house.id });
    expect((await read(rack.id)).path).toBe('东院 / 档案楼 / 101 / A架');
    const circle = await change(moved, 'move', { parentId: rack.id }).expect(409);
    expect(codeOf(circle)).toBe('PLACE_BELOW_ITSELF');
    const same = await change(moved, 'move', { parentId: house.id }).expect(409);
    expect(codeOf(same)).toBe('PLACE_ALREADY_THERE');
    const audit = await test.database.ownerPool.query(
      `select before ->> 'path' as before, after ->> 'path' as after from audit_events
       where command = 'movePlace' and subject_id = $1`,
      [room.id],
    );
    expect(audit.rows).toEqual([{ before: '东院 / 档案楼 / 1层 / 101', after: '东院 / 档案楼 / 101' }]);
  });

  it('takes what it holds into no other room, and a room anywhere with all that it holds', async () => {
    const house = await add('仓储楼', 'building');
    const [one, two] = [await add('201', 'room', house.id), await add('202', 'room', house.id)];
    const zone = await add('甲区', 'zone', one.id);
    const rack = await add('B架', 'rack', one.id);
    const shelf = await add('2层', 'shelf', rack.id);
    await addAssetAt(shelf.id);
    const away = await change(rack, 'move', { parentId: two.id }).expect(409);
    expect(refusedBodyOf(away)).toMatchObject({
      code: 'PLACE_HOLDS_THINGS',
      facts: { count: 1, what: '固定资产' },
    });
    await change(rack, 'move', { parentId: zone.id }).expect(200);
    await change(zone, 'move', { parentId: two.id }).expect(409);
    expect((await changed(one, 'move', { parentId: null })).path).toBe('201');
    expect((await read(shelf.id)).path).toBe('201 / 甲区 / B架 / 2层');
    const empty = await add('C架', 'rack', one.id);
    expect((await changed(empty, 'move', { parentId: two.id })).path).toBe('仓储楼 / 202 / C架');
  });

  it('keeps two moves at once from making a circle', async () => {
    const [a, b] = [await add('甲院', 'site'), await add('乙院', 'site')];
    const house = await add('甲楼', 'building', a.id);
    const answers = await Promise.all([
      change(house, 'move', { parentId: b.id }),
      change(house, 'move', { parentId: null }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('closes a place only while nothing is there, and opens it again', async () => {
    const house = await add('西楼', 'building');
    const room = await add('西库', 'room', house.id);
    await addAssetAt(room.id);
    expect((await read(house.id)).contents).toEqual({
      ...{ fixedAssets: 1, seizedItems: 0, containers: 0 },
    });
    const held = await change(room, 'close').expect(409);
    expect(refusedBodyOf(held)).toMatchObject({
      code: 'PLACE_NOT_EMPTY',
      facts: { count: 1, what: '固定资产' },
    });
    const below = await change(house, 'close').expect(409);
    expect(codeOf(below)).toBe('PLACE_HAS_PLACES_BELOW');

    const empty = await add('西小库', 'room', house.id);
    const closed = await changed(empty, 'close');
    expect(closed.closedOn).toBe('2026-11-23');
    await change(closed, 'close').expect(409);
    await change(closed, 'rename', { name: '别名' }).expect(409);
    const open = (await list(`parentId=${house.id}`)).items;
    expect(open.map(({ name }) => name)).toEqual(['西库']);
    const namesake = await add('西小库', 'room', house.id);
    const taken = await change(closed, 'reopen').expect(409);
    expect(codeOf(taken)).toBe('PLACE_NAME_TAKEN');
    await change(namesake, 'close').expect(200);
    const reopened = await changed(closed, 'reopen');
    expect(reopened.closedOn).toBeNull();
    await change(reopened, 'reopen').expect(409);
  });

  it('lets nothing arrive at a place that is being closed', async () => {
    const house = await add('南楼', 'building');
    for (let round = 1; round <= 8; round += 1) {
      const room = await add(`临时库${round}`, 'room', house.id);
      const [asset] = await addAssetAt(house.id);
      const relocate = { assetIds: [asset?.id], placeId: room.id };
      const [closing, moving] = await Promise.all([
        change(room, 'close'),
        keeper.agent.post('/api/fixed-assets/relocate').send(relocate),
      ]);
      expect([closing.status, moving.status].sort()).toEqual([200, 409]);
      const { closedOn, contents } = await read(room.id);
      expect(closedOn === null ? 1 : 0).toBe(contents?.['fixedAssets']);
    }
  });

  it('belongs to its court and to those who keep it', async () => {
    const place = await add('北楼', 'building');
    const stranger = await buildPerson(test, { court: await buildCourt(test), role: 'equipment_admin' });
    await stranger.agent.get(`/api/places/${place.id}`).expect(404);
    expect((await list(`courtId=${court.id}`, stranger)).items).toEqual([]);
    await stranger.agent.post(`/api/places/${place.id}/close`).set('If-Match', '"1"').send({}).expect(404);
    await reader.agent.post('/api/places').send({ name: 'x', kind: 'building' }).expect(403);
  });
});
