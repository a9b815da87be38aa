/** Writes one sample court's departments, people and places with the writers of their modules. */
import { insertDepartments, type NewDepartment } from '../modules/accounts/department.sql.ts';
import { updatePin } from '../modules/accounts/credential.sql.ts';
import { insertMemberships } from '../modules/accounts/membership.sql.ts';
import { insertPeople } from '../modules/accounts/person.sql.ts';
import { insertCourt } from '../modules/accounts/court.sql.ts';
import { issueItemCodes } from '../modules/item-codes/issue-item-codes.ts';
import { addPlaces } from '../modules/storage/add-places.ts';
import type { PlaceKind } from '../modules/storage/rules.ts';
import { newId } from '../platform/ids.ts';
import type { CommandContext } from '../platform/run-command.ts';
import { ACCOUNT_PLANS, type AccountPlan, type CourtPlan } from './court-plan.ts';
import { pickName } from './people-names.ts';
import type { Random } from './random.ts';
import { createWorld, type SamplePerson, type SampleWorld } from './sample-world.ts';

export interface SampleAccount extends AccountPlan {
  readonly personId: string;
  readonly fullName: string;
}

export interface SampleStructure {
  readonly world: SampleWorld;
  readonly accounts: readonly SampleAccount[];
  /** The equipment administrator, in whose name the history is written. */
  readonly scribe: SamplePerson;
  readonly managingDepartmentId: string;
  /** In whose name depreciation is posted: the finance officer, where the court has one. */
  readonly bookkeeper: SamplePerson;
  /** In whose name cases are registered: the custodian, where the court has one. */
  readonly custodian: SamplePerson;
  /** Storage rooms of seized property, with six people who keep them, and the locker for the night. */
  readonly propertyRooms: readonly { readonly id: string; readonly path: string }[];
  readonly custodians: readonly SamplePerson[];
  readonly emergencyLockerId: string | null;
}

interface Room {
  readonly id: string;
  readonly path: string;
}

/** People without an account cannot sign in: nothing verifies against this. */
const NO_PASSWORD = '!';
const EVERYBODY_ROLE = 'staff';
const HOLDS_NOTHING = new Set(['system_admin', 'security_admin', 'audit_admin', 'external_auditor']);

async function addRooms(
  command: CommandContext,
  parentId: string | null,
  kind: PlaceKind,
  names: readonly string[],
): Promise<Room[]> {
  const { added } = await addPlaces(command, { parentId, kind, names });
  return added.map(({ id, path }) => ({ id, path }));
}

async function buildPlaces(command: CommandContext, plan: CourtPlan) {
  const [site] = await addRooms(command, null, 'site', [plan.shortName]);
  const offices: Room[] = [];
  for (const building of plan.buildings) {
    const [house] = await addRooms(command, site?.id ?? null, 'building', [building.name]);
    const floorNames = Array.from({ length: building.floors }, (_, index) => `${index + 1} 层`);
    const floors = await addRooms(command, house?.id ?? null, 'floor', floorNames);
    for (const [index, floor] of floors.entries()) {
      const names = Array.from(
        { length: building.roomsAFloor },
        (_, room) => `${index + 1}${String(room + 1).padStart(2, '0')} 室`,
      );
      offices.push(...(await addRooms(command, floor.id, 'room', names)));
    }
  }
  const [hall] = await addRooms(command, site?.id ?? null, 'building', ['审判区']);
  const courtrooms = Array.from({ length: plan.courtrooms }, (_, index) => `第${index + 1}审判庭`);
  const shared = await addRooms(command, hall?.id ?? null, 'room', [
    ...courtrooms,
    '立案大厅',
    '执行指挥中心',
    '多功能会议室',
    '信息机房',
  ]);
  const stores = await addRooms(command, hall?.id ?? null, 'room', [
    '装备库房',
    '涉案财物一号库房',
    '涉案财物二号库房',
    '涉案财物贵重库房',
  ]);
  const [stockRoom, ...propertyRooms] = stores;
  if (!stockRoom) throw new Error('the store room was not added');
  await addRooms(command, site?.id ?? null, 'yard', ['公务车停车场']);
  const [locker] = await addRooms(command, hall?.id ?? null, 'locker', ['法警值班室暂存柜']);
  return { offices, shared, stockRoom, propertyRooms, emergencyLockerId: locker?.id ?? null };
}

type Drafted = SamplePerson & { readonly account: AccountPlan | undefined };

function draftPeople(
  random: Random,
  plan: CourtPlan,
  input: { departments: readonly NewDepartment[]; offices: readonly Room[]; takenNames: Set<string> },
): Drafted[] {
  const plans = ACCOUNT_PLANS.filter((account) => account.courtId === plan.id);
  return Array.from({ length: plan.staffCount }, (_, index) => {
    const account = plans[index];
    const department = account
      ? findDepartment(input.departments, account.department)
      : random.pick(input.departments);
    return {
      id: newId(),
      name: pickName(random, input.takenNames),
      departmentId: department.id,
      department: department.name,
      office: random.pick(input.offices),
      account,
    };
  });
}

function findDepartment(departments: readonly NewDepartment[], name: string): NewDepartment {
  const found = departments.find((department) => department.name === name);
  if (!found) throw new Error(`no department ${name}`);
  return found;
}

/** What whoever tries the samples types: one password and one PIN for all accounts that can sign in. */
export interface SampleSecrets {
  readonly passwordHash: string;
  readonly pinHash: string;
}

async function writePeople(
  command: CommandContext,
  plan: CourtPlan,
  people: readonly Drafted[],
  { passwordHash, pinHash }: SampleSecrets,
): Promise<void> {
  const { trx, now } = command;
  const subjectIds = people.map(({ id }) => id);
  const badges = await issueItemCodes(command, { courtId: plan.id, kind: 'P', subjectIds });
  const rows = people.map((person, index) => ({
    id: person.id,
    username: person.account?.username ?? `${plan.divisionNumber}-${String(index + 1).padStart(3, '0')}`,
    fullName: person.name,
    departmentId: person.departmentId,
    employeeNumber: `${plan.divisionNumber.slice(2)}${String(index + 1).padStart(4, '0')}`,
    phone: null,
    badgeCode: badges[index] ?? null,
    passwordHash: person.account ? passwordHash : NO_PASSWORD,
    mustChangePassword: false,
  }));
  await insertPeople(trx, plan.id, rows, now);
  for (const { id, account } of people) if (account) await updatePin(trx, id, pinHash);
  const memberships = people.map((person) => ({
    id: newId(),
    personId: person.id,
    role: person.account?.role ?? EVERYBODY_ROLE,
    departmentId: person.departmentId,
    validFrom: '2024-01-01',
    validUntil: null,
  }));
  await insertMemberships(trx, plan.id, memberships, { grantorId: null, now });
}

const CUSTODIANS = 6;

/** The custodian who can sign in, where there is one, and others of the staff, those of the equipment office first. */
function custodiansOf(people: readonly Drafted[]): Drafted[] {
  const known = people.filter(({ account }) => account?.role === 'property_custodian');
  const staff = people.filter(({ account }) => account === undefined);
  const isOfOffice = ({ department }: Drafted) => department === '装备科';
  return [...known, ...staff.filter(isOfOffice), ...staff.filter((each) => !isOfOffice(each))].slice(
    0,
    CUSTODIANS,
  );
}

/** Court, departments, places, people with badges; those of ACCOUNT_PLANS can sign in with the given password hash. */
export async function addSampleCourt(
  command: CommandContext,
  random: Random,
  plan: CourtPlan,
  input: { takenNames: Set<string>; secrets: SampleSecrets },
): Promise<SampleStructure> {
  const { trx, now } = command;
  await command.writeInCourt(plan.id);
  await insertCourt(trx, plan, now);
  const departments = plan.departments.map((name, index) => ({
    id: newId(),
    parentId: null,
    name,
    sortOrder: (index + 1) * 10,
  }));
  await insertDepartments(trx, plan.id, departments, now);
  const inCourt: CommandContext = { ...command, actor: { ...command.actor, courtId: plan.id } };
  const { offices, shared, stockRoom, ...places } = await buildPlaces(inCourt, plan);
  const people = draftPeople(random, plan, { departments, offices, takenNames: input.takenNames });
  await writePeople(command, plan, people, input.secrets);

  const scribe = people.find(({ account }) => account?.role === 'equipment_admin');
  if (!scribe) throw new Error(`no equipment administrator in ${plan.name}`);
  // why: the three administrators and outside auditors hold no assets of the court.
  const holders = people.filter(({ account }) => !HOLDS_NOTHING.has(account?.role ?? ''));
  const accounts = people.flatMap(({ account, id, name }) =>
    account ? [{ ...account, personId: id, fullName: name }] : [],
  );
  const world = createWorld({ courtId: plan.id, people: holders, stockRoom, sharedRooms: shared });
  const bookkeeper = people.find(({ account }) => account?.role === 'finance_officer') ?? scribe;
  const custodian = people.find(({ account }) => account?.role === 'property_custodian') ?? scribe;
  return {
    world,
    accounts,
    custodian,
    scribe,
    bookkeeper,
    ...places,
    custodians: custodiansOf(people),
    managingDepartmentId: findDepartment(departments, '装备科').id,
  };
}
