/** Importing a register end to end, as the page does: upload, wait for the check, import, wait until it is written. */
import { setTimeout as pause } from 'node:timers/promises';
import { importRun, type ImportRunAnswer } from '../../src/modules/imports/answers.contract.ts';
import { isBusy } from '../../src/modules/imports/rules.ts';
import { newId } from '../../src/platform/ids.ts';
import { openSession } from './bench-court.ts';
import { getText, HttpConnection, postText, sendWell, uploadBytes, type Signed } from './http-connection.ts';
import { readImportNames, writeImportFile } from './import-file.ts';
import { findingOfSeconds, type Finding } from './report.ts';
import { withPool, type RunningBench } from './running-bench.ts';

const ROW_COUNT = 13_365;
/** Each look costs the server as much as a look of the page, which comes every 700 ms. */
const POLL_MS = 100;
const AIM_SECONDS = 5;
/** The larger of the sample courts: a register that is already there, which every row is compared with. */
const COURT_ID = 1;
const ADMINISTRATOR = 'zbk';

interface Importing {
  readonly connection: HttpConnection;
  readonly session: Signed;
}

async function prepare({ ownerUrl }: RunningBench): Promise<{ session: Signed; content: Buffer }> {
  return withPool(ownerUrl, async (owner) => {
    const { rows } = await owner.query<{ id: string }>('select id from people where username = $1', [
      ADMINISTRATOR,
    ]);
    const session = await openSession(owner, rows[0]?.id ?? '', COURT_ID);
    return { session, content: await writeImportFile(ROW_COUNT, await readImportNames(owner, COURT_ID)) };
  });
}

/** Waits until nothing is at work; `onState` is told of every look. */
async function settle(
  { connection, session }: Importing,
  importId: string,
  onState: (run: ImportRunAnswer) => void = () => {},
): Promise<ImportRunAnswer> {
  for (;;) {
    const run = importRun.parse(
      JSON.parse(await sendWell(connection, getText(`/api/imports/${importId}`, session))),
    );
    onState(run);
    if (!isBusy(run.state)) return run;
    await pause(POLL_MS);
  }
}

function refuseUnlessDone(run: ImportRunAnswer, state: 'checked' | 'done'): void {
  const created = run.result?.counts.created;
  if (run.state === state && created === ROW_COUNT) return;
  throw new Error(`the import is ${run.state}: ${JSON.stringify(run.result?.problems ?? run.refusal)}`);
}

/** Into the sample courts. */
export async function measureImport(bench: RunningBench): Promise<Finding[]> {
  const { session, content } = await prepare(bench);
  const connection = new HttpConnection(bench.product.url);
  const importing = { connection, session };
  const file = { name: '资产.xlsx', content };
  const startedAt = performance.now();
  const upload = uploadBytes('/api/imports', session, newId(), file);
  const { id } = importRun.parse(JSON.parse(await sendWell(connection, upload)));
  const receivedAt = performance.now();
  let readAt = receivedAt;
  const checked = await settle(importing, id, ({ state }) => {
    if (state === 'reading') readAt = performance.now();
  });
  const checkedAt = performance.now();
  refuseUnlessDone(checked, 'checked');
  const write = postText(`/api/imports/${id}/import`, session, newId(), {}, checked.version);
  await sendWell(connection, write);
  refuseUnlessDone(await settle(importing, id), 'done');
  const doneAt = performance.now();
  connection.close();
  const rows = ROW_COUNT.toLocaleString('en');
  const secondsBetween = (from: number, to: number) => (to - from) / 1000;
  return [
    findingOfSeconds(
      { zh: `导入 ${rows} 行 xlsx，含检查`, en: `importing an xlsx of ${rows} rows, check included` },
      secondsBetween(startedAt, doneAt),
      AIM_SECONDS,
    ),
    findingOfSeconds({ zh: '其中：上传', en: 'of which upload' }, secondsBetween(startedAt, receivedAt)),
    findingOfSeconds({ zh: '其中：读取', en: 'of which reading' }, secondsBetween(receivedAt, readAt)),
    findingOfSeconds(
      { zh: '其中：检查（试运行）', en: 'of which the dry run' },
      secondsBetween(readAt, checkedAt),
    ),
    findingOfSeconds({ zh: '其中：写入', en: 'of which writing' }, secondsBetween(checkedAt, doneAt)),
  ];
}
