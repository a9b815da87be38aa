/**
 * The `code` of an error of Node or of PostgreSQL, or an empty string. Asks for the property and not for the class:
 * errors of Node's own modules belong to another realm wherever code runs in a context of its own.
 */
export function errorCodeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}
