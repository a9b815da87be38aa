/**
 * Things of no case as a reader may see them. What came with the things of a secret case is as secret as they are, and
 * what is not shown to anybody by itself is for those who must, as with items. Pure.
 */
import { mayUse, type GrantHolder } from '../../accounts/permissions.ts';
import { reachesCase, type CaseSubject } from '../../cases/case-access.ts';
import { maskName, nameShapeOf, NO_CLEARANCE, type NameShape } from '../../cases/mask-names.ts';
import type { Secrecy } from '../../cases/rules.ts';
import { SECRET_ITEM_NAME } from '../mask-item.ts';

export interface SensitiveThing {
  /** Its pictures are not shown to everybody. */
  readonly isHidden: boolean;
  /** With whose things it came; null: nobody knows of any case. */
  readonly ofCase: (CaseSubject & { readonly secrecy: Secrecy; readonly involvesMinors: boolean }) | null;
}

function shapeFor(reader: GrantHolder, { ofCase }: SensitiveThing): NameShape {
  if (ofCase === null) return 'plain';
  return nameShapeOf(ofCase, {
    minors: reachesCase(reader, 'case.minor-names.read', ofCase, 'read'),
    secret: reachesCase(reader, 'case.secret-names.read', ofCase, 'read'),
    internal: ofCase.courtId === reader.courtId,
  });
}

/** Whether pictures of it are for this reader. */
export function maySeeThingPhotos(reader: GrantHolder, thing: SensitiveThing): boolean {
  if (shapeFor(reader, thing) === 'hidden') return false;
  if (!thing.isHidden) return true;
  return thing.ofCase === null
    ? mayUse(reader, 'item.hidden.see')
    : reachesCase(reader, 'item.hidden.see', thing.ofCase, 'read');
}

/** Whether its name is for those with clearance only: the audit trail and deadlines are read without any. */
export function isSecretThing({ ofCase }: Pick<SensitiveThing, 'ofCase'>): boolean {
  return ofCase !== null && nameShapeOf({ ...ofCase, involvesMinors: false }, NO_CLEARANCE) === 'hidden';
}

interface Described {
  readonly name: string;
  readonly features: string;
  readonly owner: string | null;
  readonly settledTo: string | null;
  readonly note: string | null;
}

function inShape<T extends Described>(thing: T, shape: NameShape): T {
  if (shape === 'plain') return thing;
  const owner = thing.owner === null ? null : maskName(thing.owner, 'person', shape);
  const settledTo = thing.settledTo === null ? null : maskName(thing.settledTo, 'person', shape);
  if (shape === 'surname') return { ...thing, owner, settledTo };
  return { ...thing, owner, settledTo, name: SECRET_ITEM_NAME, features: '', note: null };
}

/** The row without what the reader is not cleared for. */
export function maskThing<T extends Described & SensitiveThing>(reader: GrantHolder, thing: T): T {
  return inShape(thing, shapeFor(reader, thing));
}

/** What the audit trail may say of it: its readers have no clearance. */
export function auditedThing<T extends Described>(ofCase: SensitiveThing['ofCase'], thing: T): T {
  return ofCase === null ? thing : inShape(thing, nameShapeOf(ofCase, NO_CLEARANCE));
}
