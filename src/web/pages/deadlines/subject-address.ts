/** Where the thing of a deadline is shown; undefined: nowhere yet. */
export function subjectAddress(kind: string, id: string): string | undefined {
  if (kind === 'seized_item') return `/seized-items/${id}`;
  if (kind === 'judgment') return `/cases/${id}?tab=judgments`;
  return kind === 'case' ? `/cases/${id}` : undefined;
}
