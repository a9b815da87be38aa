import type { Actor } from '../../platform/actor.ts';
import { mayUse } from '../accounts/permissions.ts';
import { importTargetOf } from './import-target.ts';

/** Whether the person may make and see imports of the target. */
export function mayImport(actor: Pick<Actor, 'grants'>, target: string): boolean {
  return mayUse(actor, importTargetOf(target).permission);
}
