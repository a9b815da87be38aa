/** How a thermal printer is set for a job. Every label carries them: printers keep what the job before them set. */
export interface ThermalSettings {
  /** How many of this label, 1 to 99. */
  readonly copies: number;
  /** 0 to 30, as on Zebra's scale; null leaves the printer as it is set. */
  readonly darkness: number | null;
  /** null leaves the printer as it is set. */
  readonly speedMmPerSecond: number | null;
  /** Between two labels. 0: continuous paper. */
  readonly gapMm: number;
}

const COPIES_MAX = 99;

/** Throws RangeError for a number of copies that a printer does not take. */
export function checkSettings({ copies }: ThermalSettings): void {
  if (!Number.isInteger(copies) || copies < 1 || copies > COPIES_MAX)
    throw new RangeError(`${copies} copies`);
}

/** In inches a second, as printers take it; at least 1. */
export function inchesPerSecond(speedMmPerSecond: number): number {
  return Math.max(1, Math.round(speedMmPerSecond / 25.4));
}
