/** The product in a process of its own, started by the very command that people use; for measuring and for tests. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { z } from 'zod';

const manifest = z.object({ scripts: z.object({ start: z.string().startsWith('node ') }) });
/** What `npm start` tells Node. */
const [, ...START] = manifest
  .parse(JSON.parse(readFileSync('package.json', 'utf8')))
  .scripts.start.split(' ');

const READY = /Ready at (http:\/\/\S+)/;

export interface ProductEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Everything said, on standard output and standard error. */
  readonly output: string;
}

export interface Product {
  readonly url: string;
  readonly pid: number;
  readonly ended: Promise<ProductEnd>;
  readonly output: () => string;
  /** Sends the signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<ProductEnd>;
}

export interface ProductOptions {
  readonly dataDir: string;
  readonly port?: number;
  /** Arguments after `npm start --`. */
  readonly words?: readonly string[];
  /** Further environment variables. */
  readonly variables?: Readonly<Record<string, string>>;
}

/** A port of this machine that nobody listens on. */
export async function findFreePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // why: a server that listens on a port has an address of this shape.
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

interface Launched {
  readonly child: ChildProcess;
  readonly ended: Promise<ProductEnd>;
  readonly output: () => string;
}

function launch({ dataDir, port, words = [], variables }: ProductOptions): Launched {
  const { npm_lifecycle_event: _npm, DATABASE_URL: _database, ...inherited } = process.env;
  const child = spawn(process.execPath, [...START, ...words], {
    env: {
      ...inherited,
      DATA_DIR: dataDir,
      ...(port === undefined ? {} : { PORT: String(port) }),
      ...variables,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const take = (text: string) => {
    output += text;
  };
  child.stdout.setEncoding('utf8').on('data', take);
  child.stderr.setEncoding('utf8').on('data', take);
  const ended = new Promise<ProductEnd>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal, output }));
  });
  return { child, ended, output: () => output };
}

/** For starts that are refused. */
export async function runUntilEnd(options: ProductOptions): Promise<ProductEnd> {
  return launch(options).ended;
}

/** Resolves when the product says that it is ready; throws with what it said when it ends instead. */
export async function startProduct(options: ProductOptions): Promise<Product> {
  const port = options.port ?? (await findFreePort());
  const { child, ended, output } = launch({ ...options, port });
  const ready = new Promise<string>((resolve) => {
    const look = () => {
      const url = READY.exec(output())?.[1];
      if (url !== undefined) resolve(url);
    };
    child.stdout?.on('data', look);
  });
  const url = await Promise.race([ready, ended.then((end) => Promise.reject(new Error(end.output)))]);
  return {
    url,
    pid: child.pid ?? 0,
    ended,
    output,
    end: (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}
