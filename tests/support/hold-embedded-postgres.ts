/** A process of its own that starts the embedded server, tells its address, and stays until it is killed. */
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres/start-embedded-postgres.ts';

const [dataDir = ''] = process.argv.slice(2);
const { ownerUrl, pid } = await startEmbeddedPostgres({ dataDir, say: () => undefined });
process.stdout.write(`${JSON.stringify({ ownerUrl, pid })}\n`);
setInterval(() => undefined, 60_000);
