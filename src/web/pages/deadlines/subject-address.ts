/** Where the thing of a deadline is shown; undefined: nowhere yet. */
export function subjectAddress(kind: string, id: string): string | undefined {
  return kind === 'case' ? `/cases/${id}` : undefined;
}
