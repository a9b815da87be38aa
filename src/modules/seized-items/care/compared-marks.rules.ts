/** What two people hold an item against before its label is replaced. Pure; runs in the browser too. */

export const COMPARED_MARKS = {
  name: { zh: '名称', en: 'name' },
  features: { zh: '特征', en: 'features' },
  serial: { zh: '序列号等编号', en: 'serial or other number' },
  seal: { zh: '封条号', en: 'seal number' },
  photo: { zh: '照片', en: 'photos' },
} as const;
export type ComparedMark = keyof typeof COMPARED_MARKS;
// why: the keys of a literal object are its marks.
export const COMPARED_MARK_KEYS = Object.keys(COMPARED_MARKS) as [ComparedMark, ...ComparedMark[]];

const ALWAYS: readonly ComparedMark[] = ['name', 'features'];

/** Marks that must be compared and were not: name and features always, and the seal number of what is sealed. */
export function listMarksMissing(compared: readonly ComparedMark[], isSealed: boolean): ComparedMark[] {
  const needed: readonly ComparedMark[] = isSealed ? [...ALWAYS, 'seal'] : ALWAYS;
  return needed.filter((mark) => !compared.includes(mark));
}
