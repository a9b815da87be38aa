/** What can go wrong between the browser and the server, as three classes that pages can tell apart. */
import { z } from 'zod';

export interface Sentences {
  readonly zh: string;
  readonly en: string;
}

export interface FieldProblem extends Sentences {
  /** Dotted path of the field, `body.name`, `body.lines.3.assetId`. */
  readonly path: string;
  readonly code: string;
}

const problemBody = z.object({
  status: z.number(),
  code: z.string(),
  sentences: z.object({ zh: z.string(), en: z.string() }),
  detail: z.string().optional(),
  problems: z
    .array(
      z.object({
        path: z.union([
          z.string(),
          z.array(z.union([z.string(), z.number()])).transform((parts) => parts.join('.')),
        ]),
        code: z.string(),
        zh: z.string(),
        en: z.string(),
      }),
    )
    .default([]),
  requestId: z.string().default(''),
  facts: z.record(z.string(), z.unknown()).default({}),
});

const UNREADABLE_ANSWER: Sentences = {
  zh: '服务器的答复无法识别。请稍后再试；仍不成功时，把请求编号告诉系统管理员。',
  en: 'The server’s answer could not be read. Try again later; if it persists, give the request number to the system administrator.',
};

/** The server refused, with a stable code and a sentence in both languages. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  constructor(
    readonly status: number,
    readonly code: string,
    readonly sentences: Sentences,
    readonly problems: readonly FieldProblem[],
    readonly requestId: string,
    /** Seconds after which the server takes the same request again (`Retry-After`), where it says so. */
    readonly retryAfterSeconds: number | undefined = undefined,
    /** What the sentence was filled with, and what it is about. */
    readonly facts: Readonly<Record<string, unknown>> = {},
  ) {
    super(`${code}: ${sentences.en}`);
  }
}

/** Nothing came back: no network, server down, or the request was cut. What was typed is still on the page. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';
}

/** True for an answer that will be the same however often it is repeated. */
export function isDefinitiveRefusal(error: unknown): boolean {
  return error instanceof ApiProblem && error.status < 500 && error.status !== 401 && error.status !== 429;
}

/**
 * Makes an ApiProblem of a problem+json body. A body of another shape (a proxy's error page) becomes
 * `UNREADABLE_ANSWER` with the same status, so that a caller never has to look at raw text.
 */
export function readProblem(
  status: number,
  body: unknown,
  requestId: string,
  retryAfter: string | null,
): ApiProblem {
  const seconds = retryAfter !== null && /^\d+$/.test(retryAfter) ? Number(retryAfter) : undefined;
  const parsed = problemBody.safeParse(body);
  if (!parsed.success)
    return new ApiProblem(status, 'UNREADABLE_ANSWER', UNREADABLE_ANSWER, [], requestId, seconds);
  const problem = parsed.data;
  return new ApiProblem(
    status,
    problem.code,
    problem.sentences,
    problem.problems,
    problem.requestId || requestId,
    seconds,
    problem.facts,
  );
}
