/** Requests to an application that listens. Connections are kept: a new one costs more than most requests. */
import { Agent } from 'node:http';
import request from 'supertest';

const CONNECTIONS = new Agent({ keepAlive: true });

export interface Listening {
  /** `http://127.0.0.1:41234`. */
  readonly origin: string;
}

/** What anybody may send: `ask(test).get('/api/…')`, `ask(test).post('/api/…').send(…)`. */
export function ask({ origin }: Listening) {
  const asked = request(origin);
  return {
    get: (path: string) => asked.get(path).agent(CONNECTIONS),
    post: (path: string) => asked.post(path).agent(CONNECTIONS),
    put: (path: string) => asked.put(path).agent(CONNECTIONS),
    patch: (path: string) => asked.patch(path).agent(CONNECTIONS),
    delete: (path: string) => asked.delete(path).agent(CONNECTIONS),
  };
}
