/** Field types that the accounts contracts share. */
import { z } from 'zod';
import { day, hasControlCharacters, instant, isWellFormedText, line, uuid } from '../../platform/fields.ts';
import { PASSWORD_LENGTH_MAX } from './rules.ts';
import { ROLE_IDS } from './roles.ts';
import { SCOPES } from './scopes.ts';

/** Lower-cased: `Zhang.San` and `zhang.san` are one person. Digits alone may be an employee number. */
export const username = () =>
  z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9][a-z0-9._-]{1,39}$/);
/** As typed at sign-in: anything short of a novel, so that a wrong name gets the same answer as an unknown one. */
export const typedUsername = () => line(200);
/** As typed; the rules of `rules.ts` say what is wrong with it. */
export const password = () =>
  z
    .string()
    .min(1)
    .max(PASSWORD_LENGTH_MAX)
    .refine(isWellFormedText, { params: { code: 'TEXT_NOT_WELL_FORMED' } })
    .refine((value) => !hasControlCharacters(value), { params: { code: 'TEXT_HAS_CONTROL_CHARACTERS' } });
export const pin = () => z.string().regex(/^\d{6}$/);
export const role = () => z.enum(ROLE_IDS);
export const personName = () => line(60);
export const divisionNumber = () => z.string().regex(/^\d{6}$/);
export const courtLevel = () => z.enum(['supreme', 'high', 'intermediate', 'basic']);

/** A second person confirms with their PIN: part of the body of every command that needs two. */
export const secondPerson = () => z.strictObject({ personId: uuid(), pin: pin() });

export const idAnswer = z.object({ id: uuid() });
export const done = z.object({});

export const courtSummary = z.object({
  id: z.int(),
  name: z.string(),
  shortName: z.string(),
  divisionNumber: z.string(),
});

export const heldPermission = z.object({
  permission: z.string(),
  scope: z.enum(SCOPES),
  departmentIds: z.array(z.string()),
});

export const membershipView = z.object({
  id: uuid(),
  role: z.string(),
  departmentId: uuid().nullable(),
  departmentName: z.string().nullable(),
  validFrom: day(),
  /** The first day on which it no longer holds. */
  validUntil: day().nullable(),
  active: z.boolean(),
  grantedByName: z.string().nullable(),
});

export const sessionView = z.object({
  id: uuid(),
  createdAt: instant(),
  lastSeenAt: instant(),
  address: z.string().nullable(),
  userAgent: z.string().nullable(),
  current: z.boolean(),
});
