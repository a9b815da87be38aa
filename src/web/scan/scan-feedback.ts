/** What a scan sounds and feels like, so that nobody has to look at the screen: each result has a pattern of its own. */
export type ScanResult = 'right' | 'wrong' | 'unknown' | 'duplicate';

interface Tone {
  readonly hertz: number;
  readonly startMs: number;
  readonly lengthMs: number;
}

const TONES: Record<ScanResult, readonly Tone[]> = {
  right: [{ hertz: 1320, startMs: 0, lengthMs: 90 }],
  duplicate: [
    { hertz: 880, startMs: 0, lengthMs: 70 },
    { hertz: 880, startMs: 120, lengthMs: 70 },
  ],
  wrong: [
    { hertz: 233, startMs: 0, lengthMs: 180 },
    { hertz: 233, startMs: 240, lengthMs: 260 },
  ],
  unknown: [
    { hertz: 520, startMs: 0, lengthMs: 140 },
    { hertz: 390, startMs: 160, lengthMs: 140 },
    { hertz: 290, startMs: 320, lengthMs: 220 },
  ],
};

const VIBRATIONS: Record<ScanResult, number[]> = {
  right: [40],
  duplicate: [40, 60, 40],
  wrong: [250],
  unknown: [120, 80, 120, 80, 120],
};

const LOUDNESS = 0.25;
let sounds: AudioContext | undefined;

function play({ hertz, startMs, lengthMs }: Tone, context: AudioContext): void {
  const from = context.currentTime + startMs / 1000;
  const to = from + lengthMs / 1000;
  const oscillator = context.createOscillator();
  const loudness = context.createGain();
  oscillator.frequency.value = hertz;
  loudness.gain.setValueAtTime(LOUDNESS, from);
  loudness.gain.exponentialRampToValueAtTime(0.001, to);
  oscillator.connect(loudness).connect(context.destination);
  oscillator.start(from);
  oscillator.stop(to);
}

/** Sounds and vibrates. Silent where the browser has no sound or has not been touched yet. */
export function signalScan(result: ScanResult): void {
  if (typeof navigator.vibrate === 'function') navigator.vibrate(VIBRATIONS[result]);
  if (typeof AudioContext !== 'function') return;
  sounds ??= new AudioContext();
  const context = sounds;
  void context.resume();
  for (const tone of TONES[result]) play(tone, context);
}
