/** Answers of the endpoints that change fixed assets, as far as tests look at them. */
import type { Response } from 'supertest';

/** What these endpoints answer, as far as the tests look at it. */
export interface Body {
  readonly code?: string;
  readonly assets?: { id: string; code: string }[];
  readonly lines?: { verdict: string }[];
  readonly problems?: { path: string; code: string; zh: string }[];
  readonly items?: { id: string; assetId: string }[];
  readonly changedFields?: string[];
}

export interface Answer {
  readonly status: number;
  readonly etag: string | undefined;
  readonly body: Body;
}

/** Status, version and body of an answer. */
export async function answerOf(call: PromiseLike<Response>): Promise<Answer> {
  const response = await call;
  const etag: unknown = response.headers['etag'];
  return {
    status: response.status,
    etag: typeof etag === 'string' ? etag : undefined,
    body: response.body as Body,
  };
}
