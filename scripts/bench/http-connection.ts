/**
 * One HTTP/1.1 connection that is kept alive and does next to nothing itself: the two cores belong to what is measured.
 * One request at a time; only answers with a Content-Length, which is what the API sends.
 */
import { connect, type Socket } from 'node:net';
import { once } from 'node:events';

export interface HttpAnswer {
  readonly status: number;
  readonly body: string;
}

const LENGTH = /\r\ncontent-length: *(\d+)/i;
const HEAD_END = Buffer.from('\r\n\r\n');

export class HttpConnection {
  #socket: Socket | null = null;
  #received: Buffer = Buffer.alloc(0);
  #waiting: { resolve: (answer: HttpAnswer) => void; reject: (error: Error) => void } | null = null;

  constructor(private readonly url: string) {}

  /** The whole request, head and body. A connection that the server has closed meanwhile is opened anew. */
  async send(request: string | Buffer): Promise<HttpAnswer> {
    const socket = this.#socket ?? (await this.#open());
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      socket.write(request);
    });
  }

  close(): void {
    this.#waiting = null;
    this.#socket?.destroy();
  }

  async #open(): Promise<Socket> {
    const { hostname, port } = new URL(this.url);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    socket.setNoDelay(true);
    const lose = (error: Error) => {
      this.#socket = null;
      this.#received = Buffer.alloc(0);
      this.#waiting?.reject(error);
    };
    socket.on('data', (chunk) => this.#take(chunk));
    socket.on('error', lose);
    socket.on('close', () => lose(new Error('the server closed the connection')));
    this.#socket = socket;
    return socket;
  }

  #take(chunk: Buffer): void {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
    const headEnd = this.#received.indexOf(HEAD_END);
    if (headEnd < 0) return;
    const head = this.#received.toString('latin1', 0, headEnd);
    const length = LENGTH.exec(head)?.[1];
    if (length === undefined) {
      this.#waiting?.reject(new Error(`an answer without a length:\n${head}`));
      return;
    }
    const end = headEnd + HEAD_END.length + Number(length);
    if (this.#received.length < end) return;
    const body = this.#received.toString('utf8', headEnd + HEAD_END.length, end);
    this.#received = this.#received.subarray(end);
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.resolve({ status: Number(head.slice(9, 12)), body });
  }
}

export interface Signed {
  readonly cookie: string;
  readonly csrfToken: string;
}

/** The text of a GET by a signed-in browser. */
export function getText(path: string, session: Signed): string {
  return `GET ${path} HTTP/1.1\r\nHost: bench\r\nCookie: ${session.cookie}\r\nAccept: application/json\r\n\r\n`;
}

/** The text of a command as the web sends it, with its anti-forgery token and its own idempotency key. */
export function postText(
  path: string,
  session: Signed,
  idempotencyKey: string,
  body: unknown,
  expectedVersion?: number,
  method = 'POST',
): string {
  const content = JSON.stringify(body);
  const head = commandHead(path, session, idempotencyKey, method);
  return (
    `${head}${expectedVersion === undefined ? '' : `If-Match: "${expectedVersion}"\r\n`}` +
    `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`
  );
}

function commandHead(path: string, session: Signed, idempotencyKey: string, method = 'POST'): string {
  return (
    `${method} ${path} HTTP/1.1\r\nHost: bench\r\nCookie: ${session.cookie}\r\nX-CSRF-Token: ${session.csrfToken}\r\n` +
    `Idempotency-Key: ${idempotencyKey}\r\n`
  );
}

/** The bytes of an upload of one file, as a form of the browser sends it. */
export function uploadBytes(
  path: string,
  session: Signed,
  idempotencyKey: string,
  file: { readonly name: string; readonly content: Buffer },
): Buffer {
  const boundary = 'bench-boundary';
  const before = Buffer.from(
    `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${file.name}"\r\n` +
      'Content-Type: application/octet-stream\r\n\r\n',
  );
  const after = Buffer.from(`\r\n--${boundary}--\r\n`);
  const body = Buffer.concat([before, file.content, after]);
  const head =
    `${commandHead(path, session, idempotencyKey)}Content-Type: multipart/form-data; boundary=${boundary}\r\n` +
    `Content-Length: ${body.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), body]);
}

/** Sends and throws on everything but 200. */
export async function sendWell(connection: HttpConnection, request: string | Buffer): Promise<string> {
  const { status, body } = await connection.send(request);
  if (status === 200) return body;
  const [line = ''] = request.toString().split('\r\n', 1);
  throw new Error(`${line}: ${status} ${body.slice(0, 500)}`);
}
