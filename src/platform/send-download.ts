/** Sends files: a reader who stops reading, or too many at once, must not keep the database from everybody else. */
import type { Response } from 'express';
import { PLATFORM_REFUSALS, Refusal } from './errors.ts';
import type { Download } from './download.ts';

export interface DownloadLimits {
  /** A client that takes nothing for so long is cut off. */
  readonly stalledMs: number;
  /** Bodies that are read from the database while they are sent, at once; each holds a connection. */
  readonly concurrent: number;
}

export const DOWNLOAD_LIMITS: DownloadLimits = { stalledMs: 30_000, concurrent: 8 };

const RETRY_SECONDS = 10;

/** The client closed the connection, or took nothing for too long. */
class ClientGone extends Error {}

export interface DownloadSender {
  /** Within the transaction that the body still reads from. Refusal: DOWNLOADS_BUSY. */
  sendReading(response: Response, download: Download): Promise<void>;
  /** A body that needs no database any more. */
  send(response: Response, download: Download): Promise<void>;
}

export function createDownloadSender(limits: DownloadLimits): DownloadSender {
  let running = 0;
  const send = (response: Response, download: Download) => sendBody(response, download, limits.stalledMs);
  return {
    send,
    async sendReading(response, download) {
      if (running >= limits.concurrent) {
        const facts = { seconds: RETRY_SECONDS };
        throw new Refusal('DOWNLOADS_BUSY', PLATFORM_REFUSALS.DOWNLOADS_BUSY, facts, [], RETRY_SECONDS);
      }
      running += 1;
      try {
        await send(response, download);
      } finally {
        running -= 1;
      }
    },
  };
}

/** What fails before the first piece is still answered as a problem: headers go out with that piece. */
async function sendBody(response: Response, download: Download, stalledMs: number): Promise<void> {
  try {
    let isBegun = false;
    for await (const piece of download.body) {
      if (!isBegun) setDownloadHeaders(response, download);
      isBegun = true;
      if (response.destroyed) throw new ClientGone();
      if (!response.write(piece)) await drained(response, stalledMs);
    }
    if (!isBegun) setDownloadHeaders(response, download);
    response.end();
  } catch (error) {
    if (!(error instanceof ClientGone)) throw error;
    response.destroy();
  }
}

/** Until the client has taken what was written. Throws ClientGone. */
async function drained(response: Response, stalledMs: number): Promise<void> {
  let settle = { resolve: () => {}, reject: (_: Error) => {} };
  const done = new Promise<void>((resolve, reject) => {
    settle = { resolve, reject };
  });
  const onDrain = () => settle.resolve();
  const onClose = () => settle.reject(new ClientGone());
  const timer = setTimeout(onClose, stalledMs);
  response.once('drain', onDrain).once('close', onClose);
  try {
    await done;
  } finally {
    clearTimeout(timer);
    response.off('drain', onDrain).off('close', onClose);
  }
}

/**
 * A file that a stranger sent may be opened as a page: it gets an origin of its own and runs nothing. Browsers show no
 * PDF inside a sandbox; their viewer has an origin of its own anyway.
 */
function downloadPolicy(contentType: string): string {
  const policy = "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'";
  return contentType === 'application/pdf' ? `${policy}; object-src 'self'` : `sandbox; ${policy}`;
}

function setDownloadHeaders(response: Response, { fileName, contentType, inline }: Download): void {
  const ascii = fileName.replace(/[^\w.-]/g, '_');
  const disposition = inline === true ? 'inline' : 'attachment';
  response.setHeader('Content-Type', contentType);
  response.setHeader(
    'Content-Disposition',
    `${disposition}; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
  );
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Content-Security-Policy', downloadPolicy(contentType));
}
