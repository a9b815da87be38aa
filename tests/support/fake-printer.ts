/** A printer on a socket of this machine that behaves as badly as it is told to. */
import { createServer, type AddressInfo, type Socket } from 'node:net';

export type PrinterManner =
  /** Takes everything, and closes when the other side has. */
  | { readonly kind: 'takes' }
  /** Takes everything in small sips. */
  | { readonly kind: 'sips' }
  /** Takes so many bytes, then nothing any more. */
  | { readonly kind: 'stalls'; readonly afterBytes: number }
  /** Takes so many bytes, then resets the connection. */
  | { readonly kind: 'drops'; readonly afterBytes: number }
  /** Takes so many bytes, then closes politely. */
  | { readonly kind: 'closes'; readonly afterBytes: number }
  /** Takes everything and never closes. */
  | { readonly kind: 'stays' };

export interface FakePrinter {
  readonly port: number;
  /** How the next connections are treated. */
  manner: PrinterManner;
  /** What each connection brought, in the order of the connections. */
  readonly received: string[];
  /** The most connections that were open at once. */
  readonly openMost: () => number;
  close(): Promise<void>;
}

const SIP_MS = 2;

function misbehave(socket: Socket, manner: PrinterManner, takenBytes: number): void {
  if (!('afterBytes' in manner) || takenBytes < manner.afterBytes) return;
  if (manner.kind === 'stalls') socket.pause();
  else if (manner.kind === 'drops') socket.resetAndDestroy();
  else socket.end();
}

export async function startFakePrinter(): Promise<FakePrinter> {
  const received: string[] = [];
  const sockets = new Set<Socket>();
  let mostOpen = 0;
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    const { manner } = printer;
    const index = received.push('') - 1;
    let takenBytes = 0;
    sockets.add(socket);
    mostOpen = Math.max(mostOpen, sockets.size);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (bytes) => {
      takenBytes += bytes.length;
      received[index] += bytes.toString('latin1');
      misbehave(socket, manner, takenBytes);
      if (manner.kind !== 'sips') return;
      socket.pause();
      setTimeout(() => socket.resume(), SIP_MS);
    });
    socket.on('end', () => {
      if (manner.kind !== 'stays') socket.end();
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  // why: a server that listens at a port has an address of this shape.
  const { port } = server.address() as AddressInfo;
  const printer: FakePrinter = {
    port,
    manner: { kind: 'takes' },
    received,
    openMost: () => mostOpen,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
  return printer;
}

/** An address of this machine at which nobody listens. */
export async function closedPort(): Promise<number> {
  const printer = await startFakePrinter();
  await printer.close();
  return printer.port;
}
