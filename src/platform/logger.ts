import { pino, type DestinationStream, type Logger } from 'pino';

export type { Logger };

const MESSAGE_LENGTH_MAX = 300;

function textOf(error: object, key: 'code' | 'constraint' | 'table'): string | undefined {
  const value = new Map<string, unknown>(Object.entries(error)).get(key);
  return typeof value === 'string' ? value : undefined;
}

/**
 * What may be logged of an error: PostgreSQL's `detail`, `where` and `parameters` hold the values of rows, and a
 * message quotes what was typed. The stack is given without its first lines, which repeat the message.
 */
function factsOfError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const message = error.message.replace(/".*"/gs, '"…"').replace(/'.*'/gs, "'…'");
  return {
    type: error.name,
    code: textOf(error, 'code'),
    constraint: textOf(error, 'constraint'),
    table: textOf(error, 'table'),
    message: message.slice(0, MESSAGE_LENGTH_MAX),
    stack: error.stack
      ?.split('\n')
      .filter((line) => /^\s+at /.test(line))
      .join('\n'),
    ...(error.cause === undefined ? {} : { cause: factsOfError(error.cause) }),
  };
}

/**
 * JSON lines on standard output, or on `destination`. What could name a person or a secret is never handed in; what
 * slips in is cut.
 */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: factsOfError },
    redact: {
      paths: [
        '*.password',
        '*.pin',
        '*.token',
        '*.cookie',
        '*.authorization',
        'req.headers',
        'body',
        '*.body',
      ],
      censor: '[cut]',
    },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}
