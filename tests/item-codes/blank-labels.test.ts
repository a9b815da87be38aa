/** Blank labels from issue to thing, and what a scan of each code says, through the public door. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  bindLabelsEndpoint,
  issueCodeBatchEndpoint,
  readCodeBatchEndpoint,
  listBatchCodesEndpoint,
  listCodeBatchesEndpoint,
  voidBatchCodesEndpoint,
} from '../../src/modules/item-codes/code-batches.contract.ts';
import { formatItemCode, groupItemCode, readItemCode } from '../../src/modules/item-codes/item-code.ts';
import { resolveScan, type ScanAnswer } from '../../src/modules/item-codes/scan.contract.ts';
import { readAssetTimeline } from '../../src/modules/fixed-assets/asset-page.contract.ts';
import { stockInAssetsEndpoint } from '../../src/modules/fixed-assets/contract.ts';
import { searchEverything } from '../../src/modules/fixed-assets/search.contract.ts';
import { listPlaceLabelEventsEndpoint } from '../../src/modules/storage/contract.ts';
import { verifyLedger } from '../../src/verify-ledger.ts';
import { bodyOf, codeOf, refusedBodyOf } from '../support/answers.ts';
import { buildCourt, buildPerson, type TestCourt, type TestPerson } from '../support/people.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

let test: TestApp;
let court: TestCourt;
let other: TestCourt;
let keeper: TestPerson;
let staff: TestPerson;

const CARD = {
  name: '台式计算机',
  classCode: 'A02010105',
  acquisitionMethod: 'purchase',
  acquiredOn: '2026-03-05',
  originalValueFen: 499_900,
};

beforeAll(async () => {
  test = await createTestApp();
  const parent = await buildCourt(test, { name: '中级法院' });
  court = await buildCourt(test, { parent, name: '本院', divisionNumber: '150802' });
  other = await buildCourt(test, { parent, name: '邻院', divisionNumber: '150821' });
  keeper = await buildPerson(test, { court, role: 'equipment_admin' });
  staff = await buildPerson(test, { court, role: 'staff' });
});
afterAll(() => test.close());

async function stockIn(card: object = {}, more: object = {}) {
  const body = { card: { ...CARD, ...card }, ...more };
  const answer = await keeper.agent.post('/api/fixed-assets').send(body);
  return bodyOf(stockInAssetsEndpoint, answer).assets;
}

async function stockInOne(card: object = {}) {
  const [asset] = await stockIn(card);
  if (!asset) throw new Error('one asset was stocked in');
  return asset;
}

async function issueBatch(count: number, kind = 'A', agent = keeper.agent) {
  const answer = await agent.post('/api/code-batches').send({ kind, count, note: '二楼会议室' });
  const batch = bodyOf(issueCodeBatchEndpoint, answer);
  const listed = await agent.get(`/api/code-batches/${batch.id}/codes?limit=200`);
  const { items } = bodyOf(listBatchCodesEndpoint, listed);
  return { batch, codes: items.map(({ code }) => code) };
}

function bind(lines: readonly object[], query = '') {
  return keeper.agent.post(`/api/label-bindings${query}`).send({ lines });
}

const line = (code: string | undefined, subjectId: string, subjectKind = 'A', reason?: string) => ({
  code,
  subjectKind,
  subjectId,
  ...(reason === undefined ? {} : { reason }),
});

async function scan(text: string, person = keeper): Promise<ScanAnswer> {
  const answer = await person.agent.get('/api/scan').query({ text });
  return bodyOf(resolveScan, answer);
}

describe('a batch of blank labels', () => {
  it('has codes in a row, is listed newest first with its counts, and can be printed elsewhere', async () => {
    const { batch, codes } = await issueBatch(3);
    expect([codes[0], codes[2], codes.length]).toEqual([batch.firstCode, batch.lastCode, 3]);
    expect(codes.every((code) => readItemCode(code).ok)).toBe(true);
    const list = bodyOf(listCodeBatchesEndpoint, await keeper.agent.get('/api/code-batches?limit=1'));
    expect(list.items[0]).toMatchObject({
      id: batch.id,
      counts: { issued: 3, printed: 0, bound: 0, void: 0 },
      availableActions: ['print', 'download', 'bind', 'void'],
    });
    const file = await keeper.agent.get(`/api/code-batches/${batch.id}/codes/export?format=csv`);
    expect(file.text).toContain(`${codes[1]},${groupItemCode(codes[1] ?? '')},${codes[1]}-1`);
  });

  it('is paged by code and filtered by state', async () => {
    const { batch, codes } = await issueBatch(5);
    const first = bodyOf(
      listBatchCodesEndpoint,
      await keeper.agent.get(`/api/code-batches/${batch.id}/codes?limit=2`),
    );
    const rest = bodyOf(
      listBatchCodesEndpoint,
      await keeper.agent.get(`/api/code-batches/${batch.id}/codes?limit=9&after=${first.nextCursor}`),
    );
    expect([...first.items, ...rest.items].map(({ code }) => code)).toEqual(codes);
    const bound = await keeper.agent.get(`/api/code-batches/${batch.id}/codes?state=bound`);
    expect(bodyOf(listBatchCodesEndpoint, bound).items).toEqual([]);
  });

  it('is voided by code, by range and by rest, but never what is bound', async () => {
    const { batch, codes } = await issueBatch(8);
    const asset = await stockInOne();
    bodyOf(bindLabelsEndpoint, await bind([line(codes[3], asset.id)]));
    const voidCodes = (what: object, query = '') =>
      keeper.agent.post(`/api/code-batches/${batch.id}/void${query}`).send({ what, reason: '印刷模糊' });
    const answered = async (what: object, query = '') =>
      bodyOf(voidBatchCodesEndpoint, await voidCodes(what, query));

    expect(await answered({ which: 'codes', codes: [`${groupItemCode(codes[0] ?? '')}`] })).toEqual({
      written: true,
      voidedCount: 1,
    });
    const refused = refusedBodyOf(await voidCodes({ which: 'range', from: codes[0], to: codes[4] }));
    expect(refused.code).toBe('CODES_REFUSED');
    expect(refused.problems.map(({ code, zh }) => [code, zh.includes('台式计算机')])).toEqual([
      ['CODE_BOUND', true],
    ]);
    expect(codeOf(await voidCodes({ which: 'range', from: codes[6], to: codes[5] }))).toBe(
      'CODE_RANGE_BACKWARDS',
    );
    expect(await answered({ which: 'range', from: codes[0], to: codes[1] })).toMatchObject({
      voidedCount: 1,
    });
    expect(await answered({ which: 'rest' }, '?dryRun=true')).toEqual({ written: false, voidedCount: 5 });
    expect(await answered({ which: 'rest' })).toEqual({ written: true, voidedCount: 5 });
    expect(codeOf(await voidCodes({ which: 'rest' }))).toBe('NOTHING_TO_VOID');
    const read = bodyOf(readCodeBatchEndpoint, await keeper.agent.get(`/api/code-batches/${batch.id}`));
    expect([read.counts, read.availableActions]).toEqual([{ issued: 0, printed: 0, bound: 1, void: 7 }, []]);
    expect(await scan(codes[7] ?? '')).toMatchObject({ outcome: 'void', reason: '印刷模糊' });
    expect(await scan(codes[7] ?? '', staff)).toMatchObject({ outcome: 'void', reason: null });
  });
});

describe('binding', () => {
  it('gives a thing that was never labelled the label’s code; the old one still calls it', async () => {
    const { codes } = await issueBatch(1);
    const asset = await stockInOne({ serialNumber: 'SN-BIND-1' });
    const code = codes[0] ?? '';
    const dry = bodyOf(bindLabelsEndpoint, await bind([line(`${code}-1`, asset.id)], '?dryRun=true'));
    expect(dry).toMatchObject({ written: false, lines: [{ verdict: 'ALLOWED', formerCode: asset.code }] });
    expect(await scan(code)).toMatchObject({ outcome: 'blank_label', mayBind: true, state: 'issued' });
    expect(await scan(code, staff)).toMatchObject({ outcome: 'blank_label', mayBind: false, batch: null });

    bodyOf(bindLabelsEndpoint, await bind([line(code, asset.id)]));
    expect(await scan(`${code}-1`)).toMatchObject({
      outcome: 'thing',
      id: asset.id,
      code,
      matchedBy: 'code',
      label: { state: 'current', currentVersion: '1' },
    });
    expect(await scan(asset.code)).toMatchObject({
      outcome: 'thing',
      code,
      matchedBy: 'gave_way',
      gaveWay: { code: asset.code },
    });
    for (const q of [asset.code, code]) {
      const found = bodyOf(searchEverything, await keeper.agent.get('/api/search').query({ q }));
      expect(found.exact).toEqual({ kind: 'fixed-asset', id: asset.id });
    }
  });

  it('keeps the old code calling the thing after its card is corrected, and the books agree', async () => {
    const { codes } = await issueBatch(1);
    const asset = await stockInOne({ serialNumber: 'SN-BIND-2' });
    bodyOf(bindLabelsEndpoint, await bind([line(codes[0], asset.id)]));
    const page = await keeper.agent.get(`/api/fixed-assets/${asset.id}`);
    const corrected = await keeper.agent
      .patch(`/api/fixed-assets/${asset.id}`)
      .set('If-Match', String(page.headers['etag']))
      .send({ card: { ...CARD, serialNumber: 'SN-BIND-3' }, reason: '核对' });
    expect(corrected.status).toBe(200);
    expect(await scan(asset.code)).toMatchObject({ id: asset.id, matchedBy: 'gave_way' });
    const found = bodyOf(searchEverything, await keeper.agent.get('/api/search').query({ q: asset.code }));
    expect(found.exact).toEqual({ kind: 'fixed-asset', id: asset.id });
    expect((await verifyLedger(test.database.ownerPool, {})).difference).toBeUndefined();
  });

  it('asks for a reason when the thing carries a label, and records it in its life', async () => {
    const { codes } = await issueBatch(2);
    const asset = await stockInOne();
    bodyOf(bindLabelsEndpoint, await bind([line(codes[0], asset.id)]));
    test.clock.advanceMs(60_000);
    const refused = refusedBodyOf(await bind([line(codes[1], asset.id)]));
    expect(refused.problems.map(({ code }) => code)).toEqual(['REBIND_REASON_MISSING']);
    bodyOf(bindLabelsEndpoint, await bind([line(codes[1], asset.id, 'A', '改用耐高温标签')]));
    const life = bodyOf(readAssetTimeline, await keeper.agent.get(`/api/fixed-assets/${asset.id}/timeline`));
    expect(life.items.map(({ kind }) => kind)).toEqual(['change_code', 'change_code', 'stock_in']);
    expect(life.items[0]).toMatchObject({
      note: '改用耐高温标签',
      facts: { formerCode: codes[0], code: codes[1] },
    });
    expect(life.labelEvents.map(({ kind, code }) => [kind, code])).toEqual(
      expect.arrayContaining([
        ['bound', codes[1]],
        ['gave_way', codes[0]],
        ['bound', codes[0]],
        ['gave_way', asset.code],
      ]),
    );
    expect((await verifyLedger(test.database.ownerPool, {})).difference).toBeUndefined();
  });

  it('shows what happened to labels on the page of the life in which it happened, once', async () => {
    const { codes } = await issueBatch(1);
    const asset = await stockInOne();
    test.clock.advanceMs(60_000);
    bodyOf(bindLabelsEndpoint, await bind([line(codes[0], asset.id)]));
    test.clock.advanceMs(60_000);
    await keeper.agent
      .post('/api/fixed-assets/issue')
      .send({ assetIds: [asset.id], departmentId: court.departmentId });
    const seen: string[][] = [];
    for (let after = ''; ;) {
      const query = { limit: 1, ...(after === '' ? {} : { after }) };
      const answer = await keeper.agent.get(`/api/fixed-assets/${asset.id}/timeline`).query(query);
      const page = bodyOf(readAssetTimeline, answer);
      seen.push([
        ...page.items.map(({ kind }) => kind),
        ...page.labelEvents.map(({ kind }) => kind).toSorted(),
      ]);
      if (page.nextCursor === null) break;
      after = page.nextCursor;
    }
    expect(seen).toEqual([['issue'], ['change_code', 'bound', 'gave_way'], ['stock_in']]);
  });

  it('is all or nothing, with every line’s reason', async () => {
    const { batch, codes } = await issueBatch(4);
    const [bound, free, twice] = await stockIn({}, { copies: 3 });
    if (!bound || !free || !twice) throw new Error('three assets were stocked in');
    bodyOf(bindLabelsEndpoint, await bind([line(codes[0], bound.id)]));
    await keeper.agent
      .post(`/api/code-batches/${batch.id}/void`)
      .send({ what: { which: 'codes', codes: [codes[1]] }, reason: '破损' });
    const foreign = formatItemCode({ kind: 'A', divisionNumber: '150821', serial: 1 });
    const lines = [
      line(codes[2], free.id),
      line(codes[0], twice.id),
      line(codes[0], bound.id),
      line(codes[1], twice.id),
      line(foreign, twice.id),
      line('A1508', twice.id),
      line(codes[2], twice.id),
      line(codes[3], free.id),
      line(codes[3], free.id, 'L'),
    ];
    const verdicts = [
      'ALLOWED',
      'CODE_BOUND',
      'CODE_LISTED_TWICE',
      'CODE_VOID',
      'CODE_UNKNOWN',
      'CODE_MISREAD',
      'CODE_LISTED_TWICE',
      'THING_LISTED_TWICE',
      'CODE_LISTED_TWICE',
    ];
    const dry = bodyOf(bindLabelsEndpoint, await bind(lines, '?dryRun=true'));
    expect(dry.lines.map(({ verdict }) => verdict)).toEqual(verdicts);
    const refused = refusedBodyOf(await bind(lines));
    expect([refused.code, refused.problems.length]).toEqual(['BINDINGS_REFUSED', 8]);
    expect(refused.problems[0]?.zh).toContain('台式计算机');
    expect(await scan(codes[2] ?? '')).toMatchObject({ outcome: 'blank_label' });
  });

  it('binds places and badges as well, and a label of another kind is refused', async () => {
    const made = await keeper.agent.post('/api/places').send({ kind: 'building', name: '审判楼' });
    const place = made.body as { id: string; code: string };
    const [forPlaces, forPeople] = [await issueBatch(1, 'L'), await issueBatch(1, 'P')];
    const wrong = refusedBodyOf(await bind([line(forPeople.codes[0], place.id, 'L')]));
    expect(wrong.problems.map(({ code }) => code)).toEqual(['CODE_KIND_DIFFERS']);
    bodyOf(
      bindLabelsEndpoint,
      await bind([line(forPlaces.codes[0], place.id, 'L'), line(forPeople.codes[0], staff.id, 'P')]),
    );
    expect(await scan(forPlaces.codes[0] ?? '')).toMatchObject({
      outcome: 'thing',
      kind: 'L',
      title: '审判楼',
    });
    expect(await scan(place.code)).toMatchObject({ matchedBy: 'gave_way', id: place.id });
    const told = await keeper.agent.get(`/api/places/${place.id}/label-events`);
    expect(bodyOf(listPlaceLabelEventsEndpoint, told).items.map(({ kind, code }) => [kind, code])).toEqual(
      expect.arrayContaining([
        ['bound', forPlaces.codes[0]],
        ['gave_way', place.code],
      ]),
    );
    expect(await scan(forPeople.codes[0] ?? '')).toMatchObject({ kind: 'P', title: staff.name });
    expect(await scan(staff.badgeCode ?? '')).toMatchObject({ matchedBy: 'gave_way', id: staff.id });
    for (const q of [place.code, forPlaces.codes[0]]) {
      const found = bodyOf(searchEverything, await keeper.agent.get('/api/search').query({ q }));
      expect(found.exact).toEqual({ kind: 'place', id: place.id });
    }
  });

  it('happens at stock-in too: the card takes the label’s code', async () => {
    const { codes } = await issueBatch(2);
    const assets = await stockIn({}, { copies: 3, blankCodes: [`${codes[1]}-1`, codes[0]] });
    expect(assets.slice(0, 2).map(({ code }) => code)).toEqual([codes[1], codes[0]]);
    expect(codes).not.toContain(assets[2]?.code);
    expect(await scan(`${codes[0]}-1`)).toMatchObject({ id: assets[1]?.id, label: { state: 'current' } });
    const again = await keeper.agent.post('/api/fixed-assets').send({ card: CARD, blankCodes: [codes[0]] });
    expect(refusedBodyOf(again).problems.map(({ path, code }) => [path, code])).toEqual([
      ['body.blankCodes.0', 'CODE_BOUND'],
    ]);
    expect((await verifyLedger(test.database.ownerPool, {})).difference).toBeUndefined();
  });
});

describe('a scan', () => {
  it('takes a code in any writing, and says how its label stands', async () => {
    const asset = await stockInOne();
    for (const text of [
      asset.code,
      asset.code.toLowerCase(),
      groupItemCode(asset.code),
      `https://x/c/${asset.code}`,
    ])
      expect(await scan(text)).toMatchObject({
        outcome: 'thing',
        id: asset.id,
        label: { state: 'not_in_scan' },
      });
    expect(await scan(`${asset.code}-2`)).toMatchObject({ label: { state: 'unknown_version' } });
    await test.database.ownerPool.query(`update item_codes set label_version = '2' where code = $1`, [
      asset.code,
    ]);
    await test.database.ownerPool.query(
      `insert into labels (court_id, code, version, created_at, replaced_at, replacement_reason)
       values ($1, $2, '1', now(), '2026-11-20T08:00:00Z', 'damaged'), ($1, $2, '2', now(), null, null)`,
      [court.id, asset.code],
    );
    const old = await scan(`${asset.code}-1`);
    expect(old).toMatchObject({
      label: {
        state: 'replaced',
        currentVersion: '2',
        reason: 'damaged',
        replacedAt: '2026-11-20T16:00:00.000+08:00',
      },
    });
    expect(old.zh).toContain('2026-11-20');
    expect(await scan(`${asset.code}-2`)).toMatchObject({ label: { state: 'current' } });
    const actions = old.outcome === 'thing' ? old.actions.map(({ key }) => key) : [];
    expect(actions).toEqual(expect.arrayContaining(['issue', 'replace_label']));
  });

  it('finds by serial number and old number, one or several', async () => {
    const [one] = await stockIn({ serialNumber: 'ser 900-1', oldNumber1: '旧2019/7' });
    await stockIn({ oldNumber1: 'OLD-77' }, { copies: 2 });
    expect(await scan('SER9001')).toMatchObject({ outcome: 'thing', id: one?.id, matchedBy: 'alias' });
    expect(await scan('旧2019-7')).toMatchObject({ outcome: 'thing', id: one?.id });
    const several = await scan('old 77');
    expect(several.outcome === 'several' ? several.things.length : 0).toBe(2);
  });

  it('answers each other kind of text in its own way', async () => {
    const elsewhere = await buildPerson(test, { court: other, role: 'equipment_admin' });
    const foreign = await issueBatch(1, 'A', elsewhere.agent);
    const asset = await stockInOne();
    const wrong = asset.code.slice(0, 15) + ((Number(asset.code.slice(15)) + 1) % 10);
    const unknown = formatItemCode({ kind: 'A', divisionNumber: '150802', serial: 9_000_001 });
    const nowhere = formatItemCode({ kind: 'A', divisionNumber: '999999', serial: 1 });
    expect(await scan(foreign.codes[0] ?? '')).toEqual({
      outcome: 'other_court',
      code: foreign.codes[0],
      kind: 'A',
      courtName: '邻院',
      zh: expect.any(String) as unknown,
      en: expect.any(String) as unknown,
    });
    const rows: [string, ScanAnswer['outcome']][] = [
      [unknown, 'never_issued'],
      [nowhere, 'never_issued'],
      [wrong, 'misread'],
      ['6901234567892', 'product_code'],
      ['查无此物', 'nothing'],
      [staff.badgeCode ?? '', 'thing'],
    ];
    for (const [text, outcome] of rows) expect([text, (await scan(text)).outcome]).toEqual([text, outcome]);
  });

  it('says nothing of a thing that the person may not read', async () => {
    const asset = await stockInOne({ name: '保密柜', serialNumber: 'HIDDEN-1' });
    const answer = await scan(asset.code, staff);
    expect(answer.outcome).toBe('not_yours');
    expect(JSON.stringify(answer)).not.toContain('保密柜');
    expect((await scan('HIDDEN-1', staff)).outcome).toBe('nothing');
  });
});

describe('32 clients at once', () => {
  it('issue and bind without a code twice or lost', async () => {
    const assets = await stockIn({}, { copies: 64 });
    const { codes } = await issueBatch(32);
    const binding = codes.map((code, index) => bind([line(code, assets[index]?.id ?? '')]));
    const issuing = Array.from({ length: 16 }, () => issueBatch(25));
    const racing = Array.from({ length: 16 }, () => bind([line(codes[0], assets[40]?.id ?? '')]));
    const [bound, issued] = await Promise.all([
      Promise.all(binding),
      Promise.all(issuing),
      Promise.all(racing),
    ]);
    const written = bound.filter(({ status }) => status === 200).length;
    const first = await scan(codes[0] ?? '');
    expect(first.outcome).toBe('thing');
    expect(written).toBeGreaterThanOrEqual(31);
    const all = issued.flatMap((batch) => batch.codes);
    expect(new Set(all).size).toBe(16 * 25);
    const { rows } = await test.database.ownerPool.query<{ things: number; codes: number; held: number }>(
      `select count(distinct subject_id)::int as things, count(*)::int as codes,
        (select count(*)::int from assets where court_id = $1 and code in (select code from item_codes
          where court_id = $1 and voided_at is null and subject_id = assets.id)) as held
       from item_codes where court_id = $1 and voided_at is null and subject_id in (select id from assets)`,
      [court.id],
    );
    expect(rows[0]?.things).toBe(rows[0]?.codes);
    expect(rows[0]?.held).toBe(rows[0]?.codes);
    expect((await verifyLedger(test.database.ownerPool, {})).difference).toBeUndefined();
  });
});
