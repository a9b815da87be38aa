/** Answers of the accounts endpoints, as far as tests look at them. */

/** The code of a problem, or `done`. */
export function codeOf(response: { body: unknown }): unknown {
  const { body } = response;
  return typeof body === 'object' && body !== null && 'code' in body ? body.code : 'done';
}

/** A text of the answer at its top, or nothing. */
export function textAt(response: { body: unknown }, key: string): string {
  const value = new Map<string, unknown>(Object.entries(Object(response.body) as object)).get(key);
  return typeof value === 'string' ? value : '';
}
