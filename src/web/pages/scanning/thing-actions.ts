/** What a person may do with a scanned thing, each with the address where it is done: one tap away. Pure. */
import type { ScannedThing } from '../../../modules/item-codes/scan.contract.ts';
import { addressOfThing } from '../../scan/answer-address.ts';
import type { SerialTarget } from './serial/serial-target.ts';

export interface ThingAction {
  readonly key: string;
  readonly zh: string;
  readonly en: string;
  readonly to: string;
  /** Whom or where the serial mode starts with. */
  readonly state?: { readonly target: SerialTarget };
}

/** Parts of the asset's page; every other key of an asset or a seized item opens the form of that name. */
const ASSET_PARTS: Readonly<Record<string, string>> = {
  correct_card: '/correct',
  upload_file: '?tab=files',
  correct_entry: '?tab=life',
};

/** Labels are printed in a drawer on the page of any thing. */
const LABEL_PARTS: Readonly<Record<string, string>> = {
  print_label: '?do=print-first',
  replace_label: '?do=print-replacement',
};

const TARGET_ACTIONS = new Set(['move_things_here', 'issue_to_person']);

/** The target of the serial mode that a place or a person is; a closed place, for example, is none. */
export function targetOf(thing: ScannedThing): SerialTarget | undefined {
  if (!thing.actions.some(({ key }) => TARGET_ACTIONS.has(key))) return undefined;
  const { id, title, code, department, place } = thing;
  if (thing.kind === 'L') {
    const name = place === null ? title : `${place.path} / ${title}`;
    return { kind: 'place', id, name, code };
  }
  if (thing.kind === 'P') return { kind: 'person', id, name: title, code, department };
  return undefined;
}

function addressOf(thing: ScannedThing, key: string): Pick<ThingAction, 'to' | 'state'> | undefined {
  const target = targetOf(thing);
  if (TARGET_ACTIONS.has(key))
    return target === undefined ? undefined : { to: '/scan/serial', state: { target } };
  const page = addressOfThing(thing, false);
  if (page === undefined) return undefined;
  // Two people identify a seized item before its label gives way.
  if (thing.kind === 'S' && key === 'replace_label') return { to: `${page}?do=identify` };
  const labelPart = LABEL_PARTS[key];
  if (labelPart !== undefined) return { to: `${page}${labelPart}` };
  if (thing.kind === 'S' || thing.kind === 'B') return { to: `${page}?do=${encodeURIComponent(key)}` };
  if (thing.kind !== 'A') return undefined;
  return { to: `${page}${ASSET_PARTS[key] ?? `?do=${encodeURIComponent(key)}`}` };
}

/** In the server's order; what has no place in this application yet is left out. */
export function actionsOf(thing: ScannedThing): readonly ThingAction[] {
  return thing.actions.flatMap((action) => {
    const where = addressOf(thing, action.key);
    return where === undefined ? [] : [{ ...action, ...where }];
  });
}
