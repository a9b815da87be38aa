import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestApp, type TestApp } from '../support/test-app.ts';
import { buildCourt, buildPerson, type TestCourt, type TestPerson } from '../support/people.ts';
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
