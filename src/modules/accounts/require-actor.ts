import type { Actor } from '../../platform/actor.ts';
import { refuse } from '../../platform/errors.ts';
import type { OpenContext } from '../../platform/served-endpoint.ts';

/** The actor of an endpoint that is not public. Refusal: NOT_SIGNED_IN. */
export function requireActor(open: OpenContext): Actor {
  if (open.actor === null) throw refuse('NOT_SIGNED_IN');
  return open.actor;
}
