/** A small court with people, departments and places, and an equipment administrator who acts through runCommand. */
import { insertCourt } from '../../src/modules/accounts/court.sql.ts';
import { insertDepartments } from '../../src/modules/accounts/department.sql.ts';
import { insertMemberships } from '../../src/modules/accounts/membership.sql.ts';
import { grantsOfRoles } from '../../src/modules/accounts/permissions.ts';
import { insertPeople } from '../../src/modules/accounts/person.sql.ts';
import type { Role } from '../../src/modules/accounts/roles.ts';
import type { AssetCard } from '../../src/modules/fixed-assets/asset-card.ts';
import { addAssets, type AddedAsset } from '../../src/modules/fixed-assets/add-assets.ts';
import { NOWHERE } from '../../src/modules/ledger/entry.ts';
import { addPlaces } from '../../src/modules/storage/add-places.ts';
import type { PlaceKind } from '../../src/modules/storage/rules.ts';
import type { Actor } from '../../src/platform/actor.ts';
import type { AppDependencies } from '../../src/platform/app-dependencies.ts';
import { newId } from '../../src/platform/ids.ts';
import { runCommand, type CommandContext } from '../../src/platform/run-command.ts';

export interface AssetCourt {
  readonly courtId: number;
  readonly departments: readonly { readonly id: string; readonly name: string }[];
  readonly people: readonly { readonly id: string; readonly name: string; readonly departmentId: string }[];
  readonly places: readonly { readonly id: string; readonly path: string }[];
  /** The equipment administrator. */
  readonly actor: Actor;
  /** Anyone of the court, with the grants of one role. */
  actorOf(person: { id: string; name: string; departmentId: string }, role?: Role): Actor;
  run<T>(work: (command: CommandContext) => Promise<T>, actor?: Actor): Promise<T>;
  addCards(count: number, overrides?: Partial<AssetCard>): Promise<AddedAsset[]>;
}

const REQUEST = { requestId: 'test-request', address: null };

export function cardOf(overrides: Partial<AssetCard> = {}): AssetCard {
  return {
    name: '办公椅',
    classCode: 'A05010301',
    specification: '网布转椅',
    brand: '震旦',
    model: 'T-1',
    manufacturer: null,
    serialNumber: null,
    oldNumber1: null,
    oldNumber2: null,
    unit: '把',
    quantity: '1',
    acquisitionMethod: 'purchase',
    acquiredOn: '2026-01-15',
    inUseOn: null,
    bookedOn: null,
    valueKind: 'original',
    originalValueFen: 68_000,
    fiscalFundsFen: null,
    nonFiscalFundsFen: null,
    openingDepreciationFen: 0,
    openingDepreciationMonth: null,
    usefulLifeMonths: null,
    voucherNumber: null,
    procurementForm: null,
    supplier: '恒信办公',
    contractNumber: null,
    invoiceNumber: null,
    warrantyUntil: null,
    managingDepartmentId: null,
    parentAssetId: null,
    notes: null,
    ...overrides,
  };
}

type Department = AssetCourt['departments'][number];
type Person = AssetCourt['people'][number];

function draftPeople(courtId: number, departments: readonly Department[]): Person[] {
  return Array.from({ length: 5 }, (_, index) => {
    const departmentId = departments[index % departments.length]?.id ?? '';
    return { id: newId(), name: `人员${courtId}-${index + 1}`, departmentId };
  });
}

async function writePeople(
  command: CommandContext,
  courtId: number,
  people: readonly Person[],
): Promise<void> {
  const { trx, now } = command;
  const rows = people.map(({ id, name, departmentId }, index) => ({
    id,
    username: `p${courtId}-${index + 1}`,
    fullName: name,
    departmentId,
    employeeNumber: null,
    phone: null,
    badgeCode: null,
    passwordHash: '!',
    mustChangePassword: false,
  }));
  await insertPeople(trx, courtId, rows, now);
  const memberships = people.map(({ id, departmentId }, index) => ({
    id: newId(),
    personId: id,
    role: index === 0 ? 'equipment_admin' : 'staff',
    departmentId,
    validFrom: '2024-01-01',
    validUntil: null,
  }));
  await insertMemberships(trx, courtId, memberships, { grantorId: null, now });
}

async function writePlaces(
  command: CommandContext,
  courtId: number,
): Promise<{ id: string; path: string }[]> {
  const add = (parentId: string | null, kind: PlaceKind, names: string[]) =>
    addPlaces(command, { parentId, kind, names }).then(({ added }) =>
      added.map(({ id, path }) => ({ id, path })),
    );
  const [site] = await add(null, 'site', [`院区${courtId}`]);
  const [building] = await add(site?.id ?? null, 'building', ['主楼']);
  return add(building?.id ?? null, 'room', ['库房', '101 室', '102 室']);
}

/** Division number 15 and the id in four digits. */
async function writeCourt(
  command: CommandContext,
  courtId: number,
  departments: readonly Department[],
): Promise<void> {
  const { trx, now } = command;
  const divisionNumber = `15${String(courtId).padStart(4, '0')}`;
  const names = { name: `测试法院${courtId}`, shortName: `测${courtId}` };
  await insertCourt(trx, { id: courtId, parentId: null, ...names, divisionNumber, level: 'basic' }, now);
  const rows = departments.map((one, index) => ({ ...one, parentId: null, sortOrder: index }));
  await insertDepartments(trx, courtId, rows, now);
}

function actorIn(courtId: number, departments: readonly Department[], person: Person, role: Role): Actor {
  return {
    personId: person.id,
    personName: person.name,
    departmentId: person.departmentId,
    departmentName: departments.find(({ id }) => id === person.departmentId)?.name ?? null,
    roles: [role],
    via: 'session',
    courtId,
    readableCourtIds: [courtId],
    grants: grantsOfRoles([{ role, departmentId: person.departmentId }]),
  };
}

function draftsOf(
  count: number,
  card: AssetCard,
  stock: { id: string; path: string } | undefined,
  occurredAt: Date,
) {
  const position = { ...NOWHERE, status: 'in_stock', placeId: stock?.id ?? null, place: stock?.path ?? null };
  const draft = { card, position, occurredAt, loanDueOn: null, basis: '验收单', note: null };
  return Array.from({ length: count }, () => draft);
}

/** Writes the court; every later command runs in the name of its equipment administrator unless told otherwise. */
export async function buildAssetCourt(dependencies: AppDependencies, courtId: number): Promise<AssetCourt> {
  const departments = ['装备科', '执行局', '民一庭'].map((name) => ({
    id: newId(),
    name: `${name}${courtId}`,
  }));
  const people = draftPeople(courtId, departments);
  const [first] = people;
  if (!first) throw new Error('there are people');
  const actorOf: AssetCourt['actorOf'] = (person, role = 'equipment_admin') =>
    actorIn(courtId, departments, person, role);
  const actor = actorOf(first);
  const run: AssetCourt['run'] = (work, as = actor) =>
    runCommand(dependencies, as, REQUEST, { name: 'test', input: {} }, work);
  const places = await run(async (command) => {
    await writeCourt(command, courtId, departments);
    await writePeople(command, courtId, people);
    return writePlaces(command, courtId);
  });
  const addCards: AssetCourt['addCards'] = (count, overrides) =>
    run((command) => {
      const drafts = draftsOf(count, cardOf(overrides), places[0], command.now);
      return addAssets(command, { courtId, kind: 'stock_in', drafts });
    });
  return { courtId, departments, people, places, actor, actorOf, run, addCards };
}
