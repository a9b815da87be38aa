/** `elements.3.text` and `body.template.elements.3` → 3. */
export function elementOfPath(path: string): number | null {
  const match = /(?:^|\.)elements\.(\d+)/.exec(path);
  return match?.[1] === undefined ? null : Number(match[1]);
}
