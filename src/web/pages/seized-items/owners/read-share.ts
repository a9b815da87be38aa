/** `1`, `1/3`, `33%`: what people write for a share. */
export function readShare(text: string): { numerator: number; denominator: number } | null {
  const percent = /^(\d{1,3}(?:\.\d{1,2})?)\s*[%％]$/.exec(text.trim());
  if (percent?.[1] !== undefined) {
    const hundredths = Math.round(Number(percent[1]) * 100);
    return hundredths > 0 ? { numerator: hundredths, denominator: 10_000 } : null;
  }
  const fraction = /^(\d{1,6})(?:\s*[/／]\s*(\d{1,6}))?$/.exec(text.trim());
  if (!fraction) return null;
  const [numerator, denominator] = [Number(fraction[1]), Number(fraction[2] ?? '1')];
  return numerator > 0 && denominator > 0 ? { numerator, denominator } : null;
}
