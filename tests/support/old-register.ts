/** Takes an older register of seized property over, through the public door. */
import { importRun } from '../../src/modules/imports/answers.contract.ts';
import { isBusy } from '../../src/modules/imports/rules.ts';
import { listItemsEndpoint } from '../../src/modules/seized-items/items.contract.ts';
import { bodyOf } from './answers.ts';
import { getJson } from './http-json.ts';
import type { TestPerson } from './people.ts';

const HEADER = '序号,案号,物品编号,物品名称,类别,数量,单位,权属,存放位置,封条号,入库时间,备注';

async function wait(person: TestPerson, id: string) {
  for (;;) {
    const run = importRun.parse(await getJson(person, `/imports/${id}`));
    if (!isBusy(run.state)) return run;
  }
}

/** Imports lines of a register; answers the run when it is done. */
export async function importRegister(custodian: TestPerson, lines: readonly string[]) {
  const text = lines.join('\r\n');
  const answer = await custodian.agent
    .post('/api/imports?target=seized_items')
    .attach('file', Buffer.from(text, 'utf8'), '赃证物台账.csv')
    .expect(200);
  const run = await wait(custodian, importRun.parse(answer.body).id);
  await custodian.agent
    .post(`/api/imports/${run.id}/import`)
    .set('If-Match', `"${run.version}"`)
    .send({ goodRowsOnly: false })
    .expect(200);
  return wait(custodian, run.id);
}

/** Ids of the items that wait for their first count, by name. */
export async function takeOver(custodian: TestPerson, rows: readonly string[]): Promise<Map<string, string>> {
  await importRegister(custodian, [HEADER, ...rows]);
  const listed = await custodian.agent.get('/api/seized-items?unverified=true&limit=200').expect(200);
  return new Map(bodyOf(listItemsEndpoint, listed).items.map(({ name, id }) => [name, id]));
}
