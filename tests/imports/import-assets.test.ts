/** Imports end to end: through HTTP, with the reading thread, on a real database. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { interruptImports } from '../../src/modules/imports/interrupted-imports.sql.ts';
import { verifyLedger } from '../../src/verify-ledger.ts';
import { buildCourt, buildPerson, type TestCourt, type TestPerson } from '../support/people.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';
import { ensureReaderWorker, ImportDriver, newAsset, templateCsv, told } from './import-driver.ts';

let test: TestApp;
let court: TestCourt;
let person: TestPerson;
let driver: ImportDriver;

beforeAll(async () => {
  await ensureReaderWorker();
  test = await createTestApp();
});
afterAll(() => test.close());

beforeEach(async () => {
  court = await buildCourt(test);
  person = await buildPerson(test, { court, role: 'equipment_admin', name: '张三' });
  driver = new ImportDriver(person);
});

interface Kept {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly status: string;
  readonly notes: string | null;
  readonly brand: string | null;
  readonly old_number1: string | null;
  readonly old_number2: string | null;
  readonly original_value_fen: number;
  readonly version: number;
  readonly parent_asset_id: string | null;
  readonly department: string | null;
  readonly holder: string | null;
  readonly place: string | null;
}

async function keptAssets(): Promise<Kept[]> {
  const { rows } = await test.database.ownerPool.query<Kept>(
    `select asset.*, department.name as department, person.full_name as holder, place.path as place
     from assets asset left join departments department on department.id = asset.department_id
     left join people person on person.id = asset.holder_id left join places place on place.id = asset.place_id
     where asset.court_id = $1 order by asset.code`,
    [court.id],
  );
  return rows;
}

async function entriesOf(assetId: string) {
  const { rows } = await test.database.ownerPool.query<{
    kind: string;
    basis: string;
    details: { changes?: unknown };
  }>(
    `select entry.kind, entry.basis, entry.details from ledger_entries entry
     join assets asset on asset.book_id = entry.book_id where asset.id = $1 order by entry.sequence`,
    [assetId],
  );
  return rows;
}

async function countRows(table: 'assets' | 'ledger_entries' | 'departments' | 'places' | 'item_codes') {
  const { rows } = await test.database.ownerPool.query<{ count: number }>(
    `select count(*) from ${table} where court_id = $1`,
    [court.id],
  );
  return rows[0]?.count;
}

const counts = (read: number, created: number, changed: number, unchanged: number, refused = 0) => ({
  read,
  created,
  changed,
  unchanged,
  refused,
});

describe('new assets', () => {
  it('are taken over where the row says they are, under the file and its import', async () => {
    const file = templateCsv([
      newAsset({
        code: 'TY001',
        departmentName: court.departmentName,
        holderName: '张三',
        name: '台式机',
        classCode: 'A02010105',
      }),
      newAsset({ originalValueFen: '1.2万' }),
    ]);
    const checked = await driver.upload(file, '固定资产.csv');
    expect([checked.state, checked.head?.layout?.id]).toEqual(['checked', 'own-template']);
    expect(checked.result?.counts).toEqual(counts(2, 2, 0, 0));
    expect(await countRows('assets')).toBe(0);

    const done = await driver.step(checked, 'import');
    expect([done.state, done.result?.counts]).toEqual(['done', checked.result?.counts]);
    const [computer, chair] = await keptAssets();
    expect(computer).toMatchObject({
      status: 'in_use',
      holder: '张三',
      department: court.departmentName,
      old_number1: 'TY001',
    });
    expect(chair).toMatchObject({ status: 'in_stock', holder: null, original_value_fen: 1_200_000 });
    expect(await entriesOf(computer?.id ?? '')).toMatchObject([
      { kind: 'take_over', basis: `导入 固定资产.csv（${done.id}）` },
    ]);
    expect(done.result?.codes).toEqual({ first: computer?.code, last: chair?.code });
  });

  it('leave one audit event with the counts', async () => {
    const done = await driver.importAll(templateCsv([newAsset(), newAsset()]));
    const { rows } = await test.database.ownerPool.query<{ command: string; after: object }>(
      `select command, after from audit_events where court_id = $1 and subject_id = $2 order by recorded_at, id`,
      [court.id, done.id],
    );
    expect(rows.map(({ command }) => command)).toEqual(['receiveImport', 'runImport', 'finishImport']);
    expect(rows[2]?.after).toMatchObject({ counts: counts(2, 2, 0, 0), goodRowsOnly: false });
  });

  it('belong to a parent in the same file, whatever their order', async () => {
    const done = await driver.importAll(
      templateCsv([
        newAsset({ code: 'B', parentCode: 'A' }),
        newAsset({ code: 'A' }),
        newAsset({ code: 'C', parentCode: 'B' }),
      ]),
    );
    expect(done.result?.counts).toEqual(counts(3, 3, 0, 0));
    const by = new Map((await keptAssets()).map((asset) => [asset.old_number1, asset]));
    expect(by.get('B')?.parent_asset_id).toBe(by.get('A')?.id);
    expect(by.get('C')?.parent_asset_id).toBe(by.get('B')?.id);
  });

  it('need what every card has, and every lack is told with the column', async () => {
    const checked = await driver.upload(templateCsv([{ name: '椅', serialNumber: 'X' }]));
    const problems = await driver.problems(checked);
    expect(told(problems)).toEqual(Array(4).fill('2 REQUIRED_FIELD_MISSING'));
    expect(problems.map(({ zh }) => zh.slice(0, 14))).toContain('新建资产缺少“分类代码”。');
    const defaults = {
      classCode: 'A05010301',
      acquisitionMethod: 'purchase',
      acquiredOn: '2020-01-01',
      originalValueFen: 100,
    };
    const again = await driver.step(checked, 'check', { settings: { defaults } });
    expect(again.result?.counts).toEqual(counts(1, 1, 0, 0));
  });
});

describe('the same file twice', () => {
  it('changes nothing, with numbers and without, even after cards were corrected and moved', async () => {
    const file = templateCsv([
      newAsset({ code: 'N1', placePath: '', notes: '一' }),
      newAsset({ serialNumber: 'SN-1234' }),
      ...Array.from({ length: 30 }, () => newAsset({ name: '会议椅' })),
    ]);
    await driver.importAll(file);
    const [first] = await keptAssets();
    const issued = await person.agent
      .post('/api/fixed-assets/issue')
      .send({ assetIds: [first?.id], departmentId: court.departmentId, holderId: person.id });
    expect(issued.status).toBe(200);
    const before = await countRows('ledger_entries');
    const again = await driver.importAll(file);
    expect(again.result?.counts).toEqual(counts(32, 0, 0, 32));
    expect(again.earlierImport).not.toBe(null);
    expect(await countRows('ledger_entries')).toBe(before);
  });

  it('knows a thing without a number again when only its notes changed', async () => {
    await driver.importAll(templateCsv([newAsset({ notes: '旧' }), newAsset({ name: '柜', notes: '' })]));
    const done = await driver.importAll(
      templateCsv([newAsset({ name: '柜', notes: '' }), newAsset({ notes: '新' })]),
    );
    expect(done.result?.counts).toEqual(counts(2, 0, 1, 1));
    expect((await keptAssets()).map(({ notes }) => notes)).toEqual(['新', null]);
  });
});

describe('assets that are there', () => {
  const card = { code: 'N1', brand: '震旦', notes: '旧' };

  it('are corrected with old and new value; blank cells leave what is there', async () => {
    await driver.importAll(templateCsv([newAsset(card)]));
    const checked = await driver.upload(
      templateCsv([newAsset({ code: 'N1', brand: '', notes: '新', originalValueFen: '700' })]),
    );
    expect(checked.result?.counts).toEqual(counts(1, 0, 1, 0));
    expect(
      checked.result?.changeSamples[0]?.changes.map(({ field, from, to }) => [field.zh, from.zh, to.zh]),
    ).toEqual([
      ['账面原值', '650.00', '700.00'],
      ['备注', '旧', '新'],
    ]);
    await driver.step(checked, 'import');
    const [asset] = await keptAssets();
    expect(asset).toMatchObject({ brand: '震旦', notes: '新', original_value_fen: 70_000, version: 2 });
    expect(await entriesOf(asset?.id ?? '')).toMatchObject([
      { kind: 'take_over' },
      {
        kind: 'correct_card',
        details: {
          changes: [
            { field: 'originalValueFen', from: 65_000, to: 70_000 },
            { field: 'notes', from: '旧', to: '新' },
          ],
        },
      },
    ]);
  });

  it('are cleared by blank cells only on request', async () => {
    await driver.importAll(templateCsv([newAsset(card)]));
    const blank = templateCsv([newAsset({ code: 'N1', brand: '', notes: '旧' })]);
    const left = await driver.upload(blank);
    expect(left.result?.counts).toEqual(counts(1, 0, 0, 1));
    const cleared = await driver.step(left, 'check', { settings: { clearBlank: true } });
    expect(cleared.result?.counts).toEqual(counts(1, 0, 1, 0));
    await driver.step(cleared, 'import');
    expect(await keptAssets()).toMatchObject([{ brand: null, notes: '旧', name: '办公椅' }]);
  });

  it('are found by our code, by an old number or by a serial number', async () => {
    await driver.importAll(templateCsv([newAsset({ oldNumber1: '旧-001', serialNumber: 'SN 99-01' })]));
    const [asset] = await keptAssets();
    for (const [index, row] of [
      { code: asset?.code ?? '' },
      { code: '旧001' },
      { serialNumber: 'sn9901' },
    ].entries()) {
      const done = await driver.importAll(templateCsv([{ ...row, notes: `第${index}次` }]));
      expect(done.result?.counts).toEqual(counts(1, 0, 1, 0));
    }
    expect(await keptAssets()).toMatchObject([{ notes: '第2次', version: 4 }]);
  });

  it('are never moved: each difference is a problem that says what to do', async () => {
    const place = await person.agent.post('/api/places').send({ kind: 'building', name: '审判楼' });
    expect(place.status).toBe(200);
    await driver.importAll(templateCsv([newAsset({ code: 'N1', departmentName: court.departmentName })]));
    const file = templateCsv([
      {
        code: 'N1',
        departmentName: court.departmentName,
        holderName: '张三',
        placePath: '审判楼',
        status: '闲置',
      },
    ]);
    const checked = await driver.upload(file);
    const problems = await driver.problems(checked);
    expect(told(problems)).toEqual(['2 HOLDER_DIFFERS', '2 PLACE_DIFFERS', '2 STATUS_DIFFERS']);
    expect(problems[0]).toMatchObject({ column: '使用人', value: '张三' });
    expect(problems[0]?.zh).toContain('请办理领用、退库或调拨');
    const refused = await driver.send(checked.id, 'import', {}, checked.version);
    expect([refused.status, refused.body]).toMatchObject([409, { code: 'IMPORT_ROWS_REFUSED' }]);
  });
});

describe('numbers', () => {
  it.each([
    [
      'twice in one file',
      [{ code: 'N1' }, { code: 'n-1' }],
      ['2 NUMBER_TWICE_IN_FILE', '3 NUMBER_TWICE_IN_FILE'],
    ],
    [
      'a serial number twice without any other',
      [{ serialNumber: 'S-1234' }, { serialNumber: 'S1234' }],
      ['2 NUMBER_TWICE_IN_FILE', '3 NUMBER_TWICE_IN_FILE'],
    ],
    [
      'a serial number twice with other numbers is worth a look',
      [
        { code: 'N1', serialNumber: 'S-1234' },
        { code: 'N2', serialNumber: 'S-1234' },
      ],
      ['2 SERIAL_NUMBER_TWICE', '3 SERIAL_NUMBER_TWICE'],
    ],
    ['无 is no serial number', [{ serialNumber: '无' }, { serialNumber: '无' }], []],
    ['a code of another court', [{ code: 'A150800000000123' }], []],
    ['a code that the court does not have', [{ code: 'A 150800 0000001 98' }], ['2 CODE_NOT_FOUND']],
    [
      'more old numbers than a card keeps',
      [{ code: '1', oldNumber1: '2', oldNumber2: '3' }],
      ['2 OLD_NUMBERS_FULL'],
    ],
    ['a parent that nobody knows', [{ parentCode: 'X9' }], ['2 PARENT_UNKNOWN']],
    [
      'parents in a circle',
      [
        { code: 'A1', parentCode: 'B1' },
        { code: 'B1', parentCode: 'A1' },
      ],
      ['2 PARENT_CIRCLE', '3 PARENT_REFUSED'],
    ],
    [
      'a parent whose row is refused',
      [
        { code: 'A1', name: '' },
        { code: 'B1', parentCode: 'A1' },
      ],
      ['2 REQUIRED_FIELD_MISSING', '3 PARENT_REFUSED'],
    ],
  ])('%s', async (_, rows, expected) => {
    const checked = await driver.upload(templateCsv(rows.map((row) => newAsset(row))));
    expect(told(await driver.problems(checked))).toEqual(expected);
  });

  it('that call several assets are refused with their codes', async () => {
    await driver.importAll(
      templateCsv([
        newAsset({ code: 'A1', oldNumber1: '批-1' }),
        newAsset({ code: 'A2', oldNumber1: '批-1' }),
      ]),
    );
    const checked = await driver.upload(templateCsv([{ oldNumber1: '批1', notes: 'x' }]));
    const [problem] = await driver.problems(checked);
    const [one, other] = await keptAssets();
    expect(problem?.code).toBe('NUMBER_AMBIGUOUS');
    expect(problem?.zh).toContain(`${one?.code}、${other?.code}`);
  });

  it('that call one asset from two rows are refused in both', async () => {
    await driver.importAll(templateCsv([newAsset({ code: 'A1', oldNumber1: 'A0' })]));
    const checked = await driver.upload(
      templateCsv([
        { code: 'A1', notes: 'x' },
        { code: 'A0', notes: 'y' },
      ]),
    );
    expect(told(await driver.problems(checked))).toEqual(['2 ASSET_TWICE_IN_FILE', '3 ASSET_TWICE_IN_FILE']);
  });

  it('a serial number of a thing with another number is no proof', async () => {
    await driver.importAll(templateCsv([newAsset({ code: 'A1', serialNumber: 'SN-5555' })]));
    const checked = await driver.upload(templateCsv([newAsset({ code: 'A2', serialNumber: 'SN-5555' })]));
    expect(told(await driver.problems(checked))).toEqual(['2 SERIAL_NUMBER_TAKEN']);
  });
});

describe('names', () => {
  const file = () =>
    templateCsv([
      newAsset({ departmentName: '机要室', placePath: '审判楼/3层/301室', holderName: '李四' }),
      newAsset({ departmentName: '机要室', placePath: '审判楼/3层/302室', holderName: '李四' }),
    ]);

  it('that nobody knows are listed and nothing is created in silence', async () => {
    const checked = await driver.upload(file());
    expect(checked.result?.counts).toEqual(counts(2, 0, 0, 0, 2));
    const names = await driver.names(checked);
    expect(names.map(({ kind, label, rowCount, state }) => [kind, label, rowCount, state])).toEqual([
      ['department', '机要室', 2, 'unknown'],
      ['person', '李四', 2, 'unknown'],
      ['place', '审判楼/3层/301室', 1, 'unknown'],
      ['place', '审判楼/3层/302室', 1, 'unknown'],
    ]);
    expect(names[2]?.plan?.map(({ zh }) => zh)).toEqual([
      '审判楼（楼栋）',
      '审判楼 / 3层（楼层）',
      '审判楼 / 3层 / 301室（房间/库房）',
    ]);
    expect(names[1]?.plan).toBe(null);
    expect([await countRows('departments'), await countRows('places')]).toEqual([1, 0]);
  });

  it('are matched or created by choice, with the import and not before; matches are kept for the next file', async () => {
    const checked = await driver.upload(file());
    const names = await driver.names(checked);
    const choices = names.map(({ kind, key }) =>
      kind === 'person'
        ? { action: 'match', kind, key, subjectId: person.id }
        : { action: 'create', kind, key },
    );
    const again = await driver.step(checked, 'check', { settings: { choices } });
    expect(again.result?.counts).toEqual(counts(2, 2, 0, 0));
    expect(again.result?.createdNames).toEqual({ departments: 1, places: 4 });
    expect([await countRows('departments'), await countRows('places')]).toEqual([1, 0]);
    await driver.step(again, 'import');
    expect(await keptAssets()).toMatchObject([
      { department: '机要室', place: '审判楼 / 3层 / 301室', holder: '张三' },
      { department: '机要室', place: '审判楼 / 3层 / 302室', holder: '张三' },
    ]);
    const next = await driver.upload(file());
    expect(next.head?.isMappingKept).toBe(true);
    expect(next.settings.choices).toEqual([expect.objectContaining({ action: 'match', kind: 'person' })]);
    expect(next.result?.counts).toEqual(counts(2, 0, 0, 2));
  });

  it('of people who share one are told apart by department or username', async () => {
    await buildPerson(test, { court, name: '张三', departmentId: null, username: 'zhang.san.2' });
    const rows = [
      { holderName: '张三' },
      { holderName: '张三', departmentName: court.departmentName },
      { holderUsername: 'zhang.san.2' },
      { holderUsername: 'zhang.san.2', holderName: '李四' },
    ];
    const checked = await driver.upload(
      templateCsv(
        rows.map((row) => newAsset({ departmentName: '', holderName: '', holderUsername: '', ...row })),
      ),
    );
    expect(told(await driver.problems(checked))).toEqual(['2 PERSON_AMBIGUOUS', '5 PERSON_NAME_DIFFERS']);
  });

  it('a person of another court is nobody here', async () => {
    const other = await buildCourt(test);
    await buildPerson(test, { court: other, name: '外院人' });
    const checked = await driver.upload(templateCsv([newAsset({ holderName: '外院人' })]));
    expect(told(await driver.problems(checked))).toEqual(['2 PERSON_UNKNOWN']);
  });
});

describe('all rows or none', () => {
  const file = templateCsv([
    newAsset({ code: 'G1' }),
    newAsset({ code: 'X1', acquiredOn: '05/03/2024' }),
    newAsset({ code: 'G2' }),
  ]);

  it('one refused row stops all, unless the good ones alone are wanted', async () => {
    const checked = await driver.upload(file);
    expect(checked.result?.counts).toEqual(counts(3, 2, 0, 0, 1));
    expect((await driver.send(checked.id, 'import', {}, checked.version)).status).toBe(409);
    const done = await driver.step(checked, 'import', { goodRowsOnly: true });
    expect([done.state, done.result?.counts]).toEqual(['done', counts(3, 2, 0, 0, 1)]);
    expect((await keptAssets()).map(({ old_number1 }) => old_number1)).toEqual(['G1', 'G2']);
  });

  it('the refused rows come back as a file that is imported after correction', async () => {
    const checked = await driver.upload(file);
    await driver.step(checked, 'import', { goodRowsOnly: true });
    const refused = (await driver.download(`/api/imports/${checked.id}/refused-rows`)).toString('utf8');
    expect(refused).toContain('原因');
    expect(refused.trim().split('\r\n')).toHaveLength(2);
    const done = await driver.importAll(refused.replace('05/03/2024', '2024-03-05'));
    expect(done.result?.counts).toEqual(counts(1, 1, 0, 0));
    expect((await driver.upload(file.replace('05/03/2024', '2024-03-05'))).result?.counts).toEqual(
      counts(3, 0, 0, 3),
    );
  });

  it('a failure in the middle leaves nothing', async () => {
    const owner = test.database.ownerPool;
    await owner.query(`create function fail_on_mark() returns trigger language plpgsql as $$
      begin if new.notes = '坏' then raise exception 'disk full'; end if; return new; end $$`);
    await owner.query(
      'create trigger fail_on_mark before insert on assets for each row execute function fail_on_mark()',
    );
    const rows = Array.from({ length: 2500 }, (_, index) =>
      newAsset({ code: `F${index}`, departmentName: '新部门', notes: index === 2300 ? '坏' : '' }),
    );
    const checked = await driver.upload(templateCsv(rows));
    const [name] = await driver.names(checked);
    const choices = [{ action: 'create', kind: 'department', key: name?.key }];
    const again = await driver.step(checked, 'check', { settings: { choices } });
    const failed = await driver.step(again, 'import');
    await owner.query('drop trigger fail_on_mark on assets; drop function fail_on_mark');
    expect([failed.state, failed.refusal?.code]).toEqual(['failed', 'INTERNAL_ERROR']);
    expect([
      await countRows('assets'),
      await countRows('ledger_entries'),
      await countRows('departments'),
    ]).toEqual([0, 0, 1]);
    const repaired = await driver.step(await driver.step(failed, 'check'), 'import');
    expect(repaired.result?.counts).toEqual(counts(2500, 2500, 0, 0));
  });
});

describe('steps', () => {
  it('an import is of what was checked: another check in between makes it stale', async () => {
    const checked = await driver.upload(templateCsv([newAsset()]));
    const again = await driver.step(checked, 'check');
    const stale = await driver.send(again.id, 'import', {}, checked.version);
    expect([stale.status, stale.body]).toMatchObject([412, { code: 'VERSION_STALE' }]);
    const done = await driver.step(again, 'import');
    expect(done.availableActions).toEqual([]);
    for (const step of ['read', 'check', 'cancel'] as const)
      expect((await driver.send(done.id, step)).body).toMatchObject({ code: 'IMPORT_FINISHED' });
  });

  it('what changed between check and import is noticed: the rows are decided again', async () => {
    const first = await driver.upload(templateCsv([newAsset({ code: 'Z1' })]));
    const second = await driver.upload(templateCsv([newAsset({ code: 'Z1', notes: 'x' })]));
    await driver.step(first, 'import');
    const done = await driver.step(second, 'import');
    expect(done.result?.counts).toEqual(counts(1, 0, 1, 0));
  });

  it('a restart interrupts what was at work; nothing was written and it can go on', async () => {
    const checked = await driver.upload(templateCsv([newAsset()]));
    const owner = test.database.ownerPool;
    await owner.query(`update import_runs set state = 'importing' where id = $1`, [checked.id]);
    expect((await driver.send(checked.id, 'check')).body).toMatchObject({ code: 'IMPORT_BUSY' });
    expect(await interruptImports(owner, test.clock.now())).toBe(1);
    const interrupted = await driver.find(checked.id);
    expect([interrupted.state, interrupted.availableActions]).toEqual([
      'interrupted',
      ['read', 'check', 'cancel'],
    ]);
    const done = await driver.step(await driver.step(interrupted, 'check'), 'import');
    expect(done.state).toBe('done');
  });

  it('a step at work is cancelled, and takes back what it did', async () => {
    const rows = Array.from({ length: 6000 }, (_, index) => newAsset({ code: `C${index}` }));
    const checked = await driver.upload(templateCsv(rows));
    await driver.send(checked.id, 'import', {}, checked.version);
    expect((await driver.send(checked.id, 'cancel')).status).toBe(200);
    const cancelled = await driver.settle(checked.id);
    expect([cancelled.state, await countRows('assets')]).toEqual(['cancelled', 0]);
  });

  it('a file that cannot be read says why, and may be read otherwise', async () => {
    const refused = await driver.upload('\u0000\u0001PK-not-a-table', 'a.xlsx');
    expect([refused.state, refused.head]).toEqual(['refused', null]);
    expect(refused.refusal?.zh).toMatch(/请/);
    expect(refused.availableActions).toEqual(['read', 'cancel']);
  });

  it('a file of another court is not there', async () => {
    const checked = await driver.upload(templateCsv([newAsset()]));
    const stranger = await buildPerson(test, { court: await buildCourt(test), role: 'equipment_admin' });
    for (const path of ['', '/problems', '/names', '/refused-rows'])
      expect((await stranger.agent.get(`/api/imports/${checked.id}${path}`)).body).toMatchObject({
        code: 'IMPORT_NOT_FOUND',
      });
    expect((await stranger.agent.get('/api/imports')).body).toEqual({ items: [], nextCursor: null });
  });
});

describe('reconciliation', () => {
  it('agrees on both sides to the fen', async () => {
    await driver.importAll(
      templateCsv([
        newAsset({ code: 'R1', originalValueFen: '0.01' }),
        newAsset({ code: 'R2', originalValueFen: '99999999.99' }),
      ]),
    );
    const done = await driver.importAll(
      templateCsv([
        newAsset({ code: 'R1', originalValueFen: '0.02' }),
        newAsset({ code: 'R2', originalValueFen: '99999999.99' }),
        newAsset({ code: 'R3', originalValueFen: '1234.56' }),
        newAsset({ code: 'R4', originalValueFen: '10.00', fiscalFundsFen: '9.00' }),
      ]),
      { goodRowsOnly: true },
    );
    expect(done.result?.sums).toEqual({
      created: { rows: 1, rowsWithValue: 1, fileFen: 123_456, registerFen: 123_456 },
      changed: { rows: 1, rowsWithValue: 1, fileFen: 2, registerFen: 2 },
      unchanged: { rows: 1, rowsWithValue: 1, fileFen: 9_999_999_999, registerFen: 9_999_999_999 },
      refused: { rows: 1, rowsWithValue: 1, fileFen: 1000, registerFen: null },
    });
    expect(done.result?.register).toEqual({
      before: { count: 2, valueFen: 10_000_000_000 },
      after: { count: 3, valueFen: 10_000_123_457 },
    });
  });

  it('of 13,365 rows, and every book of them verifies', async () => {
    const rows = Array.from({ length: 13_365 }, (_, index) =>
      newAsset({
        code: `T${index}`,
        originalValueFen: `${index}.${String(index % 100).padStart(2, '0')}`,
        serialNumber: `SN${index}X`,
      }),
    );
    const done = await driver.importAll(templateCsv(rows));
    expect(done.result?.counts).toEqual(counts(13_365, 13_365, 0, 0));
    expect(done.result?.sums.created.registerFen).toBe(done.result?.sums.created.fileFen);
    expect((await verifyLedger(test.database.ownerPool, {})).difference).toBeUndefined();
  });
});
