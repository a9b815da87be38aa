/**
 * One connection to a printer at port 9100. The protocol confirms nothing: what is written is handed over and no more.
 * A printer that takes nothing, goes away or does not take the rest breaks the connection with a named failure.
 */
import { Socket } from 'node:net';
import type { OutboundTimeouts } from '../../platform/outbound.ts';
import type { PrinterAddress } from './check-address.ts';
import { failureOfSocket, SendBroken, type SendFailure } from './send-failures.ts';

export class PrinterConnection {
  private readonly socket = new Socket({ allowHalfOpen: true });
  private isConnected = false;
  private isEnding = false;
  private broken: SendBroken | undefined;
  private wake: (() => void) | undefined;

  private constructor(
    private readonly timeouts: OutboundTimeouts,
    private readonly signal: AbortSignal,
  ) {
    this.socket.on('connect', () => this.turn(() => (this.isConnected = true)));
    this.socket.on('drain', () => this.turn());
    this.socket.on('finish', () => this.turn());
    this.socket.on('error', (error) => this.fail(failureOfSocket(error, this.isConnected)));
    this.socket.on('end', () => this.turn(() => this.onEnd()));
    this.socket.on('close', () => this.turn(() => this.onEnd()));
    // What a printer says about itself is not asked for, and must be taken lest it stops.
    this.socket.resume();
    signal.addEventListener('abort', this.onAbort, { once: true });
  }

  /** Throws SendBroken, or the reason of the signal. */
  static async open(
    address: PrinterAddress,
    timeouts: OutboundTimeouts,
    signal: AbortSignal,
  ): Promise<PrinterConnection> {
    signal.throwIfAborted();
    const connection = new PrinterConnection(timeouts, signal);
    connection.socket.connect({ host: address.host, port: address.port, autoSelectFamily: false });
    try {
      await connection.until(() => connection.isConnected, timeouts.connectMs, 'PRINTER_CONNECT_TIMEOUT');
      return connection;
    } catch (error) {
      connection.destroy();
      throw error;
    }
  }

  /** Hands bytes over and waits while the printer takes no more. Throws SendBroken, or the reason of the signal. */
  async write(bytes: Uint8Array): Promise<void> {
    this.throwIfOver();
    if (!this.socket.write(bytes))
      await this.until(() => !this.socket.writableNeedDrain, this.timeouts.stalledMs, 'PRINTER_STALLED');
  }

  /**
   * Says that this was all, and waits until every byte has left this process; then a short while for the printer to
   * close in turn. `keepsOpen`: it did not, which some printers never do. Throws as `write` does.
   */
  async finish(): Promise<{ readonly keepsOpen: boolean }> {
    this.throwIfOver();
    this.isEnding = true;
    this.socket.end();
    await this.until(() => this.socket.writableFinished, this.timeouts.stalledMs, 'PRINTER_STALLED');
    const isClosed = await this.isWithin(() => this.socket.readableEnded, this.timeouts.finishMs);
    this.destroy();
    return { keepsOpen: !isClosed };
  }

  destroy(): void {
    this.signal.removeEventListener('abort', this.onAbort);
    this.socket.destroy();
  }

  private readonly onAbort = () => this.turn();

  private onEnd(): void {
    if (!this.isEnding) this.broken ??= new SendBroken('PRINTER_CLOSED_CONNECTION');
    else if (this.socket.destroyed && !this.socket.readableEnded)
      this.broken ??= new SendBroken('PRINTER_CONNECTION_LOST');
  }

  private fail(failure: SendFailure): void {
    this.turn(() => (this.broken ??= new SendBroken(failure)));
  }

  private turn(change?: () => unknown): void {
    change?.();
    this.wake?.();
  }

  private throwIfOver(): void {
    this.signal.throwIfAborted();
    if (this.broken) throw this.broken;
  }

  private async until(isDone: () => boolean, limitMs: number, late: SendFailure): Promise<void> {
    if (!(await this.isWithin(isDone, limitMs))) throw new SendBroken(late);
  }

  /** Whether it is so before the time is over. Throws when the connection broke. */
  private async isWithin(isDone: () => boolean, limitMs: number): Promise<boolean> {
    let isLate = false;
    const timer = setTimeout(() => this.turn(() => (isLate = true)), limitMs);
    try {
      while (!isDone()) {
        this.throwIfOver();
        if (isLate) return false;
        await new Promise<void>((resolve) => {
          this.wake = resolve;
        });
      }
      this.throwIfOver();
      return true;
    } finally {
      clearTimeout(timer);
    }
  }
}
