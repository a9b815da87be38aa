/**
 * What other modules hang in: accounts know nobody who uses them, but a department with assets is not closed, and a
 * person gets a badge. Registered once, where the modules are put together.
 */
import type { Sentence } from '../../platform/errors.ts';
import type { TenantReader } from '../../platform/database.ts';
import type { CommandContext } from '../../platform/run-command.ts';

export interface ClosingSubject {
  readonly kind: 'department' | 'person';
  readonly courtId: number;
  readonly id: string;
}

/** Why the department or the account cannot be closed yet and what to do first, or null. */
export type ClosingCheck = (
  reader: TenantReader,
  subject: ClosingSubject,
  now: Date,
) => Promise<Sentence | null>;

export interface EndingRole {
  readonly courtId: number;
  readonly personId: string;
  readonly role: string;
  readonly now: Date;
}

/** Why a person must keep a role and what to do first, or null. */
export type RoleEndingCheck = (reader: TenantReader, ending: EndingRole) => Promise<Sentence | null>;

/** What passes on with roles of a court, in the transaction that changed them. */
export type RoleFollower = (command: CommandContext, courtId: number) => Promise<void>;

/** One code of kind P for each person, in the order given. */
export type BadgeIssuer = (
  command: Pick<CommandContext, 'trx' | 'now'>,
  input: { courtId: number; kind: 'P'; subjectIds: readonly string[] },
) => Promise<readonly string[]>;

const closingChecks: ClosingCheck[] = [];
const roleEndingChecks: RoleEndingCheck[] = [];
const roleFollowers: RoleFollower[] = [];
let badgeIssuer: BadgeIssuer | undefined;

/** Registering the same check again changes nothing. */
export function registerClosingCheck(check: ClosingCheck): void {
  if (!closingChecks.includes(check)) closingChecks.push(check);
}

/** Registering the same check again changes nothing. */
export function registerRoleEndingCheck(check: RoleEndingCheck): void {
  if (!roleEndingChecks.includes(check)) roleEndingChecks.push(check);
}

/** Registering the same again changes nothing. */
export function registerRoleFollower(follower: RoleFollower): void {
  if (!roleFollowers.includes(follower)) roleFollowers.push(follower);
}

export function registerBadgeIssuer(issuer: BadgeIssuer): void {
  badgeIssuer = issuer;
}

/** The first objection, or null. */
export async function findObjection(
  reader: TenantReader,
  subject: ClosingSubject,
  now: Date,
): Promise<Sentence | null> {
  for (const check of closingChecks) {
    const objection = await check(reader, subject, now);
    if (objection !== null) return objection;
  }
  return null;
}

/** The first objection to the end of a role, or null. */
export async function findRoleObjection(reader: TenantReader, ending: EndingRole): Promise<Sentence | null> {
  for (const check of roleEndingChecks) {
    const objection = await check(reader, ending);
    if (objection !== null) return objection;
  }
  return null;
}

/** To be called once the roles of the writing court have changed. */
export async function followRoles(command: CommandContext, courtId: number): Promise<void> {
  for (const follow of roleFollowers) await follow(command, courtId);
}

/** The badge codes of new people of the writing court; null where no badges are issued. */
export async function issueBadges(
  command: Pick<CommandContext, 'trx' | 'now'>,
  courtId: number,
  personIds: readonly string[],
): Promise<(string | null)[]> {
  if (badgeIssuer === undefined) return personIds.map(() => null);
  return [...(await badgeIssuer(command, { courtId, kind: 'P', subjectIds: personIds }))];
}
