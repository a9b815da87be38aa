import { shanghaiDay } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { setDeadlinesOfNewCases } from './case-deadlines.ts';
import { requireCaseNumber, readNumberGrounds } from './case-number-grounds.ts';
import {
  insertCaseHandlers,
  lockCourtPeople,
  lockDepartmentNames,
  type CourtPerson,
} from './case-handler.sql.ts';
import { insertCaseNumbers, type NewCaseNumber } from './case-number.sql.ts';
import { insertParties } from './case-party.sql.ts';
import type { DocumentKind } from './document-number.ts';
import { sealPartyNumber } from './seal-party-number.ts';
import { refuseCase } from './case-refusals.ts';
import { insertCases, type NewCaseRow } from './case.sql.ts';
import { refuseRace, refuseTakenNumbers } from './refuse-taken-numbers.ts';
import { relationOfType, stageOfType, type AddedRelation, type PartyKind, type PartyRole } from './rules.ts';
import type { CaseNumberGrounds } from './case-number.ts';

export interface NumberToAdd {
  readonly number: string;
  readonly relation?: AddedRelation | undefined;
  readonly sourceDocument: string | null;
}

export interface CaseToAdd extends Omit<NewCaseRow, 'id' | 'number' | 'stage' | 'departmentId'>, NumberToAdd {
  readonly stage?: NewCaseRow['stage'] | undefined;
  /** The handler’s own when it is null. */
  readonly departmentId: string | null;
  readonly otherNumbers: readonly NumberToAdd[];
  readonly parties: readonly {
    readonly role: PartyRole;
    readonly kind: PartyKind;
    readonly name: string;
    readonly documentKind: DocumentKind | null;
    readonly documentNumber: string | null;
    readonly contact: string | null;
  }[];
}

/** Whether the days can be: nothing before the acceptance, and the acceptance not after today. */
export function areCaseDaysRight(
  days: Pick<NewCaseRow, 'acceptedOn' | 'effectiveOn' | 'closedOn'>,
  today: string,
): boolean {
  const { acceptedOn, effectiveOn, closedOn } = days;
  return (
    acceptedOn <= today &&
    (effectiveOn === null || effectiveOn >= acceptedOn) &&
    (closedOn === null || closedOn >= acceptedOn)
  );
}

function numberRow(
  caseId: string,
  typed: NumberToAdd,
  path: string,
  facts: { grounds: CaseNumberGrounds; validFrom: string },
): NewCaseNumber {
  const { number, canonical } = requireCaseNumber(typed.number, facts.grounds, path);
  const { documentSuffix: _, ...parts } = number;
  return {
    ...parts,
    id: newId(),
    caseId,
    raw: typed.number,
    canonical,
    relation: typed.relation ?? relationOfType(number.typeCode),
    sourceDocument: typed.sourceDocument,
    validFrom: facts.validFrom,
  };
}

interface Resolved {
  readonly row: NewCaseRow;
  readonly numbers: readonly NewCaseNumber[];
  readonly handler: CourtPerson;
  readonly departmentName: string;
}

function requirePerson(people: readonly CourtPerson[], personId: string): CourtPerson {
  const person = people.find(({ id }) => id === personId);
  if (!person) throw refuseCase('CASE_HANDLER_UNKNOWN');
  return person;
}

async function resolveCases(command: CommandContext, cases: readonly CaseToAdd[]): Promise<Resolved[]> {
  const { trx, actor, now } = command;
  const { courtId } = actor;
  const today = shanghaiDay(now);
  const personIds = new Set(
    cases.flatMap(({ handlerId, clerkId }) => [handlerId, ...(clerkId === null ? [] : [clerkId])]),
  );
  const people = await lockCourtPeople(trx, courtId, today, [...personIds]);
  const departmentIds = [...cases, ...people].flatMap(({ departmentId }) => departmentId ?? []);
  const departments = await lockDepartmentNames(trx, courtId, [...new Set(departmentIds)]);
  const grounds = await readNumberGrounds(trx, courtId, now);
  return cases.map((added) => {
    const id = newId(now.getTime());
    const { number: _, relation: __, sourceDocument: ___, otherNumbers, parties: ____, ...facts } = added;
    const own = numberRow(id, added, 'body.number', { grounds, validFrom: added.acceptedOn });
    const others = otherNumbers.map((other, at) =>
      numberRow(id, other, `body.otherNumbers.${at}.number`, { grounds, validFrom: added.acceptedOn }),
    );
    const handler = requirePerson(people, added.handlerId);
    if (added.clerkId !== null) requirePerson(people, added.clerkId);
    const department = departments.find((one) => one.id === (added.departmentId ?? handler.departmentId));
    if (!department) throw refuseCase('CASE_DEPARTMENT_UNKNOWN');
    if (!areCaseDaysRight(added, today)) throw refuseCase('CASE_DATES_WRONG');
    const stage = added.stage ?? stageOfType(own.typeCode);
    const row = { ...facts, id, number: own.canonical, departmentId: department.id, stage };
    return { row, numbers: [own, ...others], handler, departmentName: department.name };
  });
}

/**
 * Adds cases of the acting court with their numbers and parties, in the order given; for one as for thousands. Answers
 * their ids. Refusals: CASE_NUMBER_INVALID, CASE_NUMBER_LISTED_TWICE, CASE_NUMBER_TAKEN, CASE_HANDLER_UNKNOWN,
 * CASE_DEPARTMENT_UNKNOWN, CASE_DATES_WRONG, DOCUMENT_KIND_MISSING, DOCUMENT_NUMBER_INVALID.
 */
export async function addCases(command: CommandContext, cases: readonly CaseToAdd[]): Promise<string[]> {
  const { trx, actor, now } = command;
  const resolved = await resolveCases(command, cases);
  const numbers = resolved.flatMap((one) => one.numbers);
  const by = { personId: actor.personId, personName: actor.personName, now };
  await refuseTakenNumbers(
    command,
    numbers.map(({ canonical }) => canonical),
  );
  await insertCases(
    trx,
    actor.courtId,
    by,
    resolved.map(({ row }) => row),
  );
  await refuseRace(numbers, () => insertCaseNumbers(trx, actor.courtId, by, numbers));
  await insertCaseHandlers(
    trx,
    actor.courtId,
    by,
    resolved.map(({ row, handler, departmentName }) => ({
      id: newId(now.getTime()),
      caseId: row.id,
      handlerId: handler.id,
      handler: handler.name,
      departmentId: row.departmentId,
      department: departmentName,
      fromOn: row.acceptedOn,
      reason: null,
    })),
  );
  const parties = cases.flatMap((added, at) =>
    added.parties.map(({ documentNumber, ...party }) => {
      const id = newId(now.getTime());
      const number = sealPartyNumber({ courtId: actor.courtId, id }, party.documentKind, documentNumber);
      return { ...party, id, caseId: resolved[at]?.row.id ?? '', number, note: null };
    }),
  );
  if (parties.length > 0) await insertParties(trx, actor.courtId, by, parties);
  await setDeadlinesOfNewCases(
    command,
    resolved.map(({ row }) => row),
  );
  return resolved.map(({ row }) => row.id);
}
