/** Why things get no label, grouped for a person. Pure. */

export interface PlanLine {
  readonly key: string;
  readonly sentence: { readonly zh: string; readonly en: string };
  readonly itemCode: string | null;
}

export interface ReasonGroup {
  readonly sentence: PlanLine['sentence'];
  readonly codes: readonly string[];
  readonly count: number;
}

/** One group a sentence, the most frequent first. */
export function groupBySentence(lines: readonly PlanLine[]): readonly ReasonGroup[] {
  const groups = new Map<string, PlanLine[]>();
  for (const each of lines) groups.set(each.sentence.zh, [...(groups.get(each.sentence.zh) ?? []), each]);
  return [...groups.values()]
    .flatMap((group) => {
      const [first] = group;
      if (first === undefined) return [];
      const codes = group.flatMap(({ itemCode }) => (itemCode === null ? [] : [itemCode]));
      return [{ sentence: first.sentence, codes, count: group.length }];
    })
    .toSorted((a, b) => b.count - a.count);
}
