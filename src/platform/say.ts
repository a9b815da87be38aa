import type { Sentence } from './errors.ts';

/** What the process does, for the person at the terminal: Chinese first, English on the same line. */
export function say(sentence: Sentence): void {
  process.stdout.write(`${sentence.zh} / ${sentence.en}\n`);
}

/** Why the process ends, on standard error. */
export function complain(sentence: Sentence): void {
  process.stderr.write(`${sentence.zh} / ${sentence.en}\n`);
}
