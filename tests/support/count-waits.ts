/** How often commands wait for the database, and with how many statements. */
import type pg from 'pg';

export interface Waits {
  /** Messages after which nothing else is sent until the answer is there. */
  waits: number;
  statements: number;
}

/** Counts what is sent over connections that the pool lends from here on; a wait ends when nothing is outstanding. */
export function countWaits(pool: pg.Pool): Waits {
  const counted: Waits = { waits: 0, statements: 0 };
  const watched = new WeakSet<pg.PoolClient>();
  pool.on('acquire', (client) => {
    if (watched.has(client)) return;
    watched.add(client);
    let outstanding = 0;
    const send: (...parameters: never[]) => unknown = client.query.bind(client);
    const settle = () => void (outstanding -= 1);
    const record = (...parameters: unknown[]): unknown => {
      if (outstanding === 0) counted.waits += 1;
      counted.statements += 1;
      outstanding += 1;
      const last = parameters.at(-1);
      if (typeof last === 'function') {
        parameters[parameters.length - 1] = (...answer: unknown[]): unknown => {
          settle();
          const told: unknown = Reflect.apply(last, undefined, answer);
          return told;
        };
        return Reflect.apply(send, client, parameters);
      }
      const answer: unknown = Reflect.apply(send, client, parameters);
      if (answer instanceof Promise) answer.then(settle, settle);
      return answer;
    };
    Object.defineProperty(client, 'query', { value: record });
  });
  return counted;
}
