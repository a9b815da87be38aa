/** Of which time the imports of door events speak. Pure; moments are milliseconds, a span ends before its second one. */

export interface Span {
  readonly fromMs: number;
  readonly beforeMs: number;
}

/** What lies within, by time, with what touches or overlaps as one. */
export function coveredSpans(imports: readonly Span[], within: Span): Span[] {
  const clipped = imports
    .map(({ fromMs, beforeMs }) => ({
      fromMs: Math.max(fromMs, within.fromMs),
      beforeMs: Math.min(beforeMs, within.beforeMs),
    }))
    .filter(({ fromMs, beforeMs }) => fromMs < beforeMs)
    .sort((a, b) => a.fromMs - b.fromMs);
  return clipped.reduce<Span[]>((spans, next) => {
    const last = spans.at(-1);
    if (last === undefined || next.fromMs > last.beforeMs) return [...spans, next];
    return [...spans.slice(0, -1), { ...last, beforeMs: Math.max(last.beforeMs, next.beforeMs) }];
  }, []);
}

/** What of it no import speaks of, by time; `covered` as `coveredSpans` answers it. */
export function uncoveredSpans(covered: readonly Span[], within: Span): Span[] {
  const starts = [within.fromMs, ...covered.map(({ beforeMs }) => beforeMs)];
  const ends = [...covered.map(({ fromMs }) => fromMs), within.beforeMs];
  return starts
    .map((fromMs, index) => ({ fromMs, beforeMs: ends[index] ?? within.beforeMs }))
    .filter(({ fromMs, beforeMs }) => fromMs < beforeMs);
}

export function isCovered(covered: readonly Span[], atMs: number): boolean {
  return covered.some(({ fromMs, beforeMs }) => fromMs <= atMs && atMs < beforeMs);
}
