/** Bodies of answers with their types, as the endpoint declares them. */
import type { EndpointDeclaration, ResponseOf } from '../../src/platform/endpoint.ts';

interface Answered {
  readonly body: unknown;
}

/** The body of an answer; fails where it is not what the endpoint declares. */
export function bodyOf<E extends EndpointDeclaration>(declaration: E, answer: Answered): ResponseOf<E> {
  // why: the declaration's own schema has just parsed it.
  return declaration.response.parse(answer.body) as ResponseOf<E>;
}

export interface RefusedBody {
  readonly code: string;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly problems: readonly { readonly path: string; readonly code: string; readonly zh: string }[];
}

/** The problem that a refused command answers with. */
export function refusedBodyOf(answer: Answered): RefusedBody {
  // why: every refusal is made by the one table of problem-details.ts.
  return answer.body as RefusedBody;
}

export function codeOf(answer: Answered): string {
  return refusedBodyOf(answer).code;
}
