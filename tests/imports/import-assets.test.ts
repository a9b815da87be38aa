import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addAssets } from '../../src/modules/fixed-assets/add-assets.ts';
import {
  letSearchWordsWait,
  sortInSearchWords,
} from '../../src/modules/fixed-assets/asset-search-row.sql.ts';
import { NOWHERE } from '../../src/modules/ledger/entry.ts';
import { verifyLedger } from '../../src/verify-ledger.ts';
import { cardOf } from '../support/asset-court.ts';
import { getJson } from '../support/http-json.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';
import {
  buildCourt,
  buildPerson,
  writeAsSystem,
  type TestCourt,
  type TestPerson,
} from '../support/people.ts';
import { ensureReaderWorker, ImportDriver, newAsset, templateCsv } from './import-driver.ts';

let test: TestApp;
let court: TestCourt;
let person: TestPerson;
let driver: ImportDriver;

beforeAll(async () => {
  await ensureReaderWorker();
  test = await createTestApp();
  court = await buildCourt(test);
  person = await buildPerson(test, { court, role: 'equipment_admin' });
  driver = new ImportDriver(person);
});
afterAll(() => test.close());

describe('a file in our own template', () => {
  it('is read, checked and imported, and the same file again changes nothing', async () => {
    const file = templateCsv([
      newAsset({
        name: '台式机',
        classCode: 'A02010105',
        code: 'TY001',
        serialNumber: 'SN-0001',
        departmentName: court.departmentName,
        holderName: person.name,
      }),
      newAsset({ originalValueFen: '1.2万' }),
      newAsset(),
      newAsset(),
    ]);
    const checked = await driver.upload(file);
    expect(checked.refusal).toBe(null);
    expect(checked.state).toBe('checked');
    expect(checked.result?.counts).toEqual({ read: 4, created: 4, changed: 0, unchanged: 0, refused: 0 });
    const done = await driver.step(checked, 'import');
    expect(done.refusal).toBe(null);
    expect(done.state).toBe('done');
    expect(done.result?.counts).toEqual(checked.result?.counts);
    const again = await driver.upload(file);
    expect(again.result?.counts).toEqual({ read: 4, created: 0, changed: 0, unchanged: 4, refused: 0 });
  });
});

describe('a character that the database cannot hold', () => {
  it('is a problem of its row, and shown as □ in names and samples of columns', async () => {
    const broken = templateCsv([newAsset({ notes: '前\0后' }), newAsset()]).replace('备注', '备\0注');
    const checked = await driver.upload(Buffer.from(`\ufeff${broken}`, 'utf16le'));
    expect([checked.state, checked.refusal]).toEqual(['checked', null]);
    expect(checked.head?.headers.at(-1)).toBe('备□注');
    expect(checked.head?.samples.at(-1)).toEqual(['前□后']);
    const whole = templateCsv([newAsset({ notes: '前\0后' }), newAsset()]);
    const refused = await driver.upload(Buffer.from(`\ufeff${whole}`, 'utf16le'));
    expect(refused.result?.counts).toMatchObject({ read: 2, refused: 1 });
    expect(await driver.problems(refused)).toMatchObject([
      { column: '备注', value: '前□后', code: 'TEXT_HAS_CONTROL_CHARACTERS' },
    ]);
  });
});

interface Found {
  readonly items: readonly { code: string; status: string; loanDueOn: string | null }[];
}

const search = (q: string) => getJson<Found>(person, '/fixed-assets', { q, limit: 10 });

describe('what an import wrote', () => {
  const isLent = (index: number) => index % 3 === 0;

  it('is verified by its books: in stock, issued and lent with a due day, over several statements', async () => {
    const rows = Array.from({ length: 1100 }, (_, index) =>
      newAsset({
        name: `执法记录仪${index}`,
        code: `ZF${index}`,
        serialNumber: `SN-ZF-${index}`,
        status: isLent(index) ? '借用' : index % 3 === 1 ? '领用' : '在库',
        ...(index % 3 === 2 ? {} : { departmentName: court.departmentName, holderName: person.name }),
        ...(isLent(index) ? { loanDueOn: '2027-03-31' } : {}),
        notes: `"第${index}台"\\甲{乙},NULL`,
      }),
    );
    const done = await driver.importAll(templateCsv(rows));
    expect([done.state, done.result?.counts.created]).toEqual(['done', 1100]);
    const { difference } = await verifyLedger(test.database.ownerPool, {});
    expect(difference).toBeUndefined();
    const { rows: kept } = await test.database.ownerPool.query(
      `select status, loan_due_on::text as due, notes, count(*)::integer as count from assets
       where name in ('执法记录仪0', '执法记录仪1', '执法记录仪2') group by 1, 2, 3 order by notes`,
    );
    expect(kept).toEqual([
      { status: 'on_loan', due: '2027-03-31', notes: '"第0台"\\甲{乙},NULL', count: 1 },
      { status: 'in_use', due: null, notes: '"第1台"\\甲{乙},NULL', count: 1 },
      { status: 'in_stock', due: null, notes: '"第2台"\\甲{乙},NULL', count: 1 },
    ]);
    expect((await search('执法记录仪1099')).items).toHaveLength(1);
  });

  it('is found by words that wait to be sorted in, and afterwards', async () => {
    const position = { ...NOWHERE, status: 'in_stock' };
    await writeAsSystem(test, court.id, async (command) => {
      await sortInSearchWords(command.trx);
      await letSearchWordsWait(command.trx);
      const draft = { position, occurredAt: command.now, loanDueOn: null, basis: null, note: null };
      const drafts = [{ ...draft, card: cardOf({ name: '金属探测门' }) }];
      await addAssets(command, { courtId: court.id, kind: 'take_over', drafts });
    });
    expect((await search('探测')).items).toHaveLength(1);
    const pages = await writeAsSystem(test, court.id, ({ trx }) => sortInSearchWords(trx));
    expect(pages).toBeGreaterThan(0);
    expect((await search('探测')).items).toHaveLength(1);
  });
});
