import { CARE_REFUSALS, refuseCare } from './care-refusals.ts';
import { findKeyMaterial } from './key-material.rules.ts';

/** Nothing that looks like the keys of virtual currency is written anywhere. Refusal: KEY_MATERIAL. */
export function refuseKeyMaterial(body: unknown): void {
  const path = findKeyMaterial(body);
  if (path === null) return;
  const { zh, en } = CARE_REFUSALS.KEY_MATERIAL;
  throw refuseCare('KEY_MATERIAL', {}, [{ path, code: 'KEY_MATERIAL', zh, en }]);
}
