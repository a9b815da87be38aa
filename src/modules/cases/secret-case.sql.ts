import { nameShapeOf, NO_CLEARANCE } from './mask-names.ts';
import { keysOf, SECRECY_LEVELS } from './rules.ts';

const HIDING = keysOf(SECRECY_LEVELS).filter(
  (secrecy) => nameShapeOf({ secrecy, involvesMinors: false }, NO_CLEARANCE) === 'hidden',
);

/** Of the case `c`: its names and its cause are for those with clearance; the text of an SQL expression. */
export const IS_SECRET_CASE = `c.secrecy in (${HIDING.map((secrecy) => `'${secrecy}'`).join(', ')})`;
