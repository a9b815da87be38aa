/** What ends with an item that ends without a disposition: the module that keeps judgments and notices registers it. */
import type { CommandContext } from '../../platform/run-command.ts';

export interface EndedItem {
  readonly itemId: string;
  readonly caseId: string;
}

/** `note`: the paper on which the items ended, for the clocks that end with them. */
export type ItemEnding = (
  command: CommandContext,
  ended: readonly EndedItem[],
  note: string,
) => Promise<void>;

let ending: ItemEnding = () => Promise.resolve();

/** Registering again replaces it. */
export function registerItemEnding(next: ItemEnding): void {
  ending = next;
}

/** Ends clocks, notices and executions that have nothing left to be about. */
export const endWithItems: ItemEnding = (command, ended, note) => ending(command, ended, note);
