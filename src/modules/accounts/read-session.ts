import type { ResponseOf } from '../../platform/endpoint.ts';
import type { OpenContext } from '../../platform/served-endpoint.ts';
import { describeSession } from './describe-session.ts';
import { requireActor } from './require-actor.ts';
import type { readSession as declaration } from './session.contract.ts';

/** Who is signed in, where and with which rights. */
export async function readSession(open: OpenContext): Promise<ResponseOf<typeof declaration>> {
  return describeSession(open.dependencies, requireActor(open));
}
