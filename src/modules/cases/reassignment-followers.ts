/** Modules whose things belong to the handler of a case say here how they follow the case to the next one. */
import type { CommandContext } from '../../platform/run-command.ts';
import type { CaseHead } from './find-case.ts';

export interface Reassignment {
  /** As it was before. */
  readonly case: CaseHead;
  readonly toHandlerId: string;
  readonly toHandlerName: string;
  /** From this day in Asia/Shanghai. */
  readonly fromOn: string;
}

export interface ReassignmentFollower {
  /** Stands in the audit trail: `seizedItems`. */
  readonly key: string;
  /** In the transaction of the reassignment; answers how many things it pointed to the new handler. */
  follow(command: CommandContext, reassignment: Reassignment): Promise<number>;
}

const followers = new Map<string, ReassignmentFollower>();

/** Registering the same key again replaces it. */
export function registerReassignmentFollower(follower: ReassignmentFollower): void {
  followers.set(follower.key, follower);
}

/** How many things of each kind follow. */
export async function followReassignment(
  command: CommandContext,
  reassignment: Reassignment,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const [key, follower] of followers) counts[key] = await follower.follow(command, reassignment);
  return counts;
}
