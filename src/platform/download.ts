/** A file that an endpoint streams. */
export interface Download {
  readonly fileName: string;
  readonly contentType: string;
  readonly body: AsyncIterable<Uint8Array | string>;
  /** Opened in the browser instead of saved; only for types that never run. */
  readonly inline?: boolean;
  /** The body reads nothing from the database any more: it is sent after the transaction has ended. */
  readonly isDetached?: boolean;
}
