import type { CommandContext } from '../../../platform/run-command.ts';
import { addDepartments } from '../../accounts/add-departments.ts';
import { addPlaces } from '../../storage/add-places.ts';
import type { PlaceKind } from '../../storage/rules.ts';
import type { Name } from './name-book.ts';
import { placeLevels, type NameRegister } from './name-register.ts';
import type { PlannedLevel } from './plan-place-path.ts';

export interface CreatedNames {
  readonly departments: number;
  readonly places: number;
}

/**
 * Creates the departments and places that a person chose to create, in the actor's court; afterwards each of the names
 * stands for its thing. In a check the transaction is rolled back with them.
 */
export async function createNames(
  command: CommandContext,
  register: NameRegister,
  names: readonly Name[],
): Promise<CreatedNames> {
  const wanted = names.filter(({ state, plan }) => state === 'created' && plan !== null);
  const departments = wanted.filter(({ kind }) => kind === 'department');
  const places = wanted.filter(({ kind }) => kind === 'place');
  await createDepartments(command, departments);
  return { departments: departments.length, places: await createPlaces(command, register, places) };
}

async function createDepartments(command: CommandContext, names: readonly Name[]): Promise<void> {
  const { courtId } = command.actor;
  const wanted = names.map(({ label }) => ({ parentId: null, name: label.trim(), sortOrder: 0 }));
  if (wanted.length === 0) return;
  const ids = await addDepartments(command, courtId, wanted);
  names.forEach((name, index) => {
    name.subjectId = ids[index] ?? null;
    name.subjectLabel = wanted[index]?.name ?? null;
    command.audit({
      subjectKind: 'department',
      subjectId: name.subjectId,
      subjectLabel: name.subjectLabel,
      after: wanted[index],
    });
  });
}

interface Missing {
  readonly level: PlannedLevel & { readonly kind: PlaceKind };
  readonly parentId: string | null;
  readonly key: string;
}

/** Level by level from the top, so that names with the same levels share them; answers how many places were made. */
async function createPlaces(
  command: CommandContext,
  register: NameRegister,
  names: readonly Name[],
): Promise<number> {
  const made = new Map<string, { readonly id: string; readonly path: string }>();
  const placeAt = (key: string) => register.placeAt(key) ?? made.get(key);
  const deepest = Math.max(0, ...names.map(({ label }) => placeLevels(label).length));
  for (let depth = 1; depth <= deepest; depth += 1) {
    const missing = names.flatMap((name) => missingAt(name, depth, register, placeAt));
    await addMissing(command, missing, made);
  }
  for (const name of names) {
    const place = placeAt(name.key);
    name.subjectId = place?.id ?? null;
    name.subjectLabel = place?.path ?? null;
  }
  return made.size;
}

function missingAt(
  name: Name,
  depth: number,
  register: NameRegister,
  placeAt: (key: string) => { readonly id: string } | undefined,
): Missing[] {
  const levels = placeLevels(name.label);
  const keyTo = (length: number) => register.placeKey(levels.slice(0, length).join('/'));
  const key = keyTo(depth);
  if (depth > levels.length || placeAt(key)) return [];
  const plan = name.plan ?? [];
  const level = plan[plan.length - (levels.length - depth) - 1];
  if (level === undefined || level.kind === 'department') return [];
  const parentId = depth === 1 ? null : (placeAt(keyTo(depth - 1))?.id ?? null);
  return [{ level: { ...level, kind: level.kind }, parentId, key }];
}

async function addMissing(
  command: CommandContext,
  missing: readonly Missing[],
  made: Map<string, { readonly id: string; readonly path: string }>,
): Promise<void> {
  const groups = new Map<string, Map<string, Missing>>();
  for (const each of missing) {
    const address = `${each.parentId ?? ''} ${each.level.kind}`;
    const group = groups.get(address) ?? new Map<string, Missing>();
    groups.set(address, group);
    if (!group.has(each.key)) group.set(each.key, each);
  }
  for (const group of groups.values()) {
    const all = [...group.values()];
    const [first] = all;
    if (!first) continue;
    const { added } = await addPlaces(
      { ...command, dryRun: false },
      { parentId: first.parentId, kind: first.level.kind, names: all.map(({ level }) => level.name) },
    );
    all.forEach(({ key }, index) => {
      const place = added[index];
      if (!place) throw new Error(`the place ${key} was planned and not added`);
      made.set(key, place);
    });
  }
}
