import { readFile } from 'node:fs/promises';
import { createServer as createHttpServer, type RequestListener, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { setTimeout as pause } from 'node:timers/promises';
import { StartRefused } from './migrations.ts';

const CLOSE_GRACE_MS = 5_000;
/** Above the minute for which proxies and browsers keep a connection: one closed under a request loses that request. */
const KEEP_ALIVE_MS = 75_000;
const STOP_PATIENCE_MS = CLOSE_GRACE_MS + 1_000;
const PORT_POLL_MS = 200;
const IDLE_POLL_MS = 50;

export interface ListenOptions {
  readonly host: string;
  readonly port: number;
  readonly tls: { readonly certFile: string; readonly keyFile: string } | undefined;
}

async function createServer(app: RequestListener, tls: ListenOptions['tls']): Promise<Server> {
  if (!tls) return createHttpServer(app);
  try {
    const [cert, key] = await Promise.all([readFile(tls.certFile), readFile(tls.keyFile)]);
    return createHttpsServer({ cert, key, minVersion: 'TLSv1.2' }, app);
  } catch (error) {
    throw new StartRefused({
      zh: `无法使用 TLS 证书（${tls.certFile}、${tls.keyFile}），请检查文件与权限。`,
      en: `The TLS files ${tls.certFile} and ${tls.keyFile} cannot be used. Check them and their permissions. (${String(error)})`,
    });
  }
}

function explain(error: NodeJS.ErrnoException, { host, port }: ListenOptions): StartRefused {
  if (error.code === 'EADDRINUSE') {
    return new StartRefused({
      zh: `端口 ${host}:${port} 已被占用，请停止占用它的程序，或以 PORT=其他端口 重新启动。`,
      en: `Port ${host}:${port} is taken. Stop the program that uses it, or start with another PORT.`,
    });
  }
  return new StartRefused({
    zh: `无法在 ${host}:${port} 上监听（${error.code ?? error.message}），请检查 HOST 与 PORT。`,
    en: `Cannot listen on ${host}:${port} (${error.code ?? error.message}). Check HOST and PORT.`,
  });
}

/** Listens, or throws StartRefused with one sentence. */
export async function listen(app: RequestListener, options: ListenOptions): Promise<Server> {
  const server = await createServer(app, options.tls);
  server.requestTimeout = 300_000;
  server.headersTimeout = 30_000;
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(explain(error, options)));
    server.listen(options.port, options.host, () => resolve(server));
  });
}

/**
 * Refuses early when the port is taken, before a database is started for nothing. A predecessor that is just stopping
 * is waited for.
 */
export async function refuseTakenPort(options: ListenOptions, patienceMs = STOP_PATIENCE_MS): Promise<void> {
  for (let waited = 0; ; waited += PORT_POLL_MS) {
    try {
      const probe = await listen((_request, response) => response.end(), { ...options, tls: undefined });
      await new Promise((resolve) => probe.close(resolve));
      return;
    } catch (error) {
      if (waited >= patienceMs) throw error;
      await pause(PORT_POLL_MS);
    }
  }
}

/** Stops taking requests, lets those under way finish, then cuts what is left. */
export async function closeServer(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  // A connection whose last request ends now would otherwise be kept alive for the next one.
  const idle = setInterval(() => server.closeIdleConnections(), IDLE_POLL_MS);
  const timer = setTimeout(() => server.closeAllConnections(), CLOSE_GRACE_MS);
  await closed;
  clearInterval(idle);
  clearTimeout(timer);
}
