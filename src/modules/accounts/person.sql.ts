import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../platform/database.ts';

export interface PersonRow {
  readonly id: string;
  readonly username: string;
  readonly full_name: string;
  readonly court_id: number;
  readonly department_id: string | null;
  readonly employee_number: string | null;
  readonly phone: string | null;
  readonly badge_code: string | null;
  readonly version: number;
  readonly created_at: Date;
  readonly closed_at: Date | null;
}

const COLUMNS = [
  'id',
  'username',
  'full_name',
  'court_id',
  'department_id',
  'employee_number',
  'phone',
  'badge_code',
  'version',
  'created_at',
  'closed_at',
] as const;

export async function findPersonRow(reader: TenantReader, personId: string): Promise<PersonRow | undefined> {
  return reader.selectFrom('people').select(COLUMNS).where('id', '=', personId).executeTakeFirst();
}

/** For update; only the court that keeps the account can. */
export async function lockPerson(trx: TenantTransaction, personId: string): Promise<PersonRow | undefined> {
  return trx.selectFrom('people').select(COLUMNS).where('id', '=', personId).forUpdate().executeTakeFirst();
}

export interface NewPerson {
  readonly id: string;
  readonly username: string;
  readonly fullName: string;
  readonly departmentId: string | null;
  readonly employeeNumber: string | null;
  readonly phone: string | null;
  readonly badgeCode: string | null;
  readonly passwordHash: string;
  readonly mustChangePassword: boolean;
  /** null: the person chooses a PIN before confirming anything. */
  readonly pinHash?: string | null;
}

/** People of the writing court with their credentials. A name that is taken is a unique violation. */
export async function insertPeople(
  trx: TenantTransaction,
  courtId: number,
  people: readonly NewPerson[],
  now: Date,
): Promise<void> {
  const rows = people.map((person) => ({
    id: person.id,
    username: person.username,
    full_name: person.fullName,
    department_id: person.departmentId,
    employee_number: person.employeeNumber,
    phone: person.phone,
    badge_code: person.badgeCode,
  }));
  await sql`insert into people (id, username, full_name, court_id, department_id, employee_number, phone, badge_code,
      created_at)
    select id, username, full_name, ${courtId}::integer, department_id, employee_number, phone, badge_code,
      ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as person(id uuid, username text, full_name text,
      department_id uuid, employee_number text, phone text, badge_code text)`.execute(trx);
  const credentials = people.map((person) => ({
    person_id: person.id,
    password_hash: person.passwordHash,
    must_change: person.mustChangePassword,
    pin_hash: person.pinHash ?? null,
  }));
  await sql`insert into credentials (person_id, password_hash, must_change, pin_hash, sessions_since)
    select person_id, password_hash, must_change, pin_hash, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(credentials)}::jsonb)
      as credential(person_id uuid, password_hash text, must_change boolean, pin_hash text)`.execute(trx);
}

export interface PersonChange {
  readonly fullName: string;
  readonly departmentId: string | null;
  readonly employeeNumber: string | null;
  readonly phone: string | null;
}

/** Answers the new version. */
export async function updatePersonRow(
  trx: TenantTransaction,
  personId: string,
  change: PersonChange,
): Promise<number> {
  const row = await trx
    .updateTable('people')
    .set((set) => ({
      full_name: change.fullName,
      department_id: change.departmentId,
      employee_number: change.employeeNumber,
      phone: change.phone,
      version: set('version', '+', 1),
    }))
    .where('id', '=', personId)
    .returning('version')
    .executeTakeFirstOrThrow();
  return row.version;
}

/** Closes the account (`closedAt`) or opens it again (null). */
export async function updatePersonClosed(
  trx: TenantTransaction,
  personId: string,
  closedAt: Date | null,
): Promise<void> {
  await trx
    .updateTable('people')
    .set((set) => ({ closed_at: closedAt, version: set('version', '+', 1) }))
    .where('id', '=', personId)
    .execute();
}

export interface CredentialFacts {
  readonly must_change: boolean;
  readonly has_pin: boolean;
  readonly pin_locked_until: Date | null;
}

export async function findCredentialFacts(reader: TenantReader, personId: string): Promise<CredentialFacts> {
  const row = await reader
    .selectFrom('credentials')
    .select(['must_change', 'pin_hash', 'pin_locked_until'])
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return {
    must_change: row?.must_change ?? false,
    has_pin: row !== undefined && row.pin_hash !== null,
    pin_locked_until: row?.pin_locked_until ?? null,
  };
}

export async function updatePinUnlocked(trx: TenantTransaction, personId: string): Promise<void> {
  await trx
    .updateTable('credentials')
    .set({ pin_failures: 0, pin_locked_until: null })
    .where('person_id', '=', personId)
    .execute();
}

/** Whoever has this exact name, in whatever court, with an open account. */
export async function findPersonByUsername(
  reader: TenantReader,
  username: string,
): Promise<{ id: string; full_name: string } | undefined> {
  const { rows } = await sql<{ id: string; full_name: string }>`
    select id, full_name from find_person_by_username(${username})`.execute(reader);
  return rows[0];
}
