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

/** Court `courtId` with division number 15 and the id in four digits. */
export async function buildAssetCourt(dependencies: AppDependencies, courtId: number): Promise<AssetCourt> {
  const departments = ['装备科', '执行局', '民一庭'].map((name) => ({
    id: newId(),
    name: `${name}${courtId}`,
  }));
  const people = Array.from({ length: 5 }, (_, index) => {
    const department = departments[index % departments.length];
    if (!department) throw new Error('there are departments');
    return { id: newId(), name: `人员${courtId}-${index + 1}`, departmentId: department.id };
  });
  const actorOf: AssetCourt['actorOf'] = (person, role = 'equipment_admin') => ({
    personId: person.id,
    personName: person.name,
    departmentId: person.departmentId,
    departmentName: departments.find(({ id }) => id === person.departmentId)?.name ?? null,
    roles: [role],
    via: 'session',
    courtId,
    readableCourtIds: [courtId],
    grants: grantsOfRoles([{ role, departmentId: person.departmentId }]),
  });
  const [first] = people;
  if (!first) throw new Error('there are people');
  const actor = actorOf(first);
  const run: AssetCourt['run'] = (work, as = actor) =>
    runCommand(dependencies, as, REQUEST, { name: 'test', input: {} }, work);
  const places = await run(async (command) => {
    const { trx, now } = command;
    const divisionNumber = `15${String(courtId).padStart(4, '0')}`;
    await insertCourt(
      trx,
      {
        id: courtId,
        parentId: null,
        name: `测试法院${courtId}`,
        shortName: `测${courtId}`,
        divisionNumber,
        level: 'basic',
      },
      now,
    );
    await insertDepartments(
      trx,
      courtId,
      departments.map((one, index) => ({ ...one, parentId: null, sortOrder: index })),
      now,
    );
    await insertPeople(
      trx,
      courtId,
      people.map(({ id, name, departmentId }, index) => ({
        id,
        username: `p${courtId}-${index + 1}`,
        fullName: name,
        departmentId,
        employeeNumber: null,
        phone: null,
        badgeCode: null,
        passwordHash: '!',
        mustChangePassword: false,
      })),
      now,
    );
    await insertMemberships(
      trx,
      courtId,
      people.map(({ id, departmentId }, index) => ({
        id: newId(),
        personId: id,
        role: index === 0 ? 'equipment_admin' : 'staff',
        departmentId,
        validFrom: '2024-01-01',
        validUntil: null,
      })),
      { grantorId: null, now },
    );
    const site = await addPlaces(command, { parentId: null, kind: 'site', names: [`院区${courtId}`] });
    const building = await addPlaces(command, {
      parentId: site.added[0]?.id ?? null,
      kind: 'building',
      names: ['主楼'],
    });
    const rooms = await addPlaces(command, {
      parentId: building.added[0]?.id ?? null,
      kind: 'room',
      names: ['库房', '101 室', '102 室'],
    });
    return rooms.added.map(({ id, path }) => ({ id, path }));
  });
  const [stock] = places;
  return {
    courtId,
    departments,
    people,
    places,
    actor,
    actorOf,
    run,
    addCards: (count, overrides) =>
      run((command) =>
        addAssets(command, {
          courtId,
          kind: 'stock_in',
          drafts: Array.from({ length: count }, () => ({
            card: cardOf(overrides),
            position: {
              ...NOWHERE,
              status: 'in_stock',
              placeId: stock?.id ?? null,
              place: stock?.path ?? null,
            },
            occurredAt: command.now,
            loanDueOn: null,
            basis: '验收单',
            note: null,
          })),
        }),
      ),
  };
}
