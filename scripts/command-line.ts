/** What the command-line programs share: one sentence a line, Chinese first; refusals without a stack. */
import { ConfigurationError } from '../src/config.ts';
import { Refusal, type Sentence } from '../src/platform/errors.ts';
import { StartRefused } from '../src/platform/migrations.ts';

export function tell(sentence: Sentence): void {
  console.log(`${sentence.zh} / ${sentence.en}`);
}

/** Runs the program with its arguments; its answer becomes the exit code. */
export async function runCommandLine(program: (words: readonly string[]) => Promise<number>): Promise<void> {
  try {
    process.exitCode = await program(process.argv.slice(2));
  } catch (error) {
    process.exitCode = 1;
    if (error instanceof Refusal || error instanceof StartRefused) tell(error.sentence);
    else if (error instanceof ConfigurationError) console.error(error.problems.join('\n'));
    else console.error(error);
  }
}
