/** Which case each row belongs to: one that the court has, one that is to be registered, or none. */
import { shanghaiDay } from '../../../platform/clock.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { readNumberGrounds } from '../../cases/case-number-grounds.ts';
import { readCaseNumber } from '../../cases/case-number.ts';
import { listCasesOfNumbers } from '../../cases/list-cases-of-numbers.ts';
import type { DraftRow, RowFinding } from '../../imports/import-target.ts';
import { listRunningRecusals } from '../../rooms/list-running-recusals.ts';
import { listPeopleByName } from './register.sql.ts';
import type { RegisterTeller } from './tell-findings.ts';

export interface CaseToRegister {
  readonly number: string;
  readonly cause: string;
  readonly handlerId: string;
  readonly acceptedOn: string;
}

export interface RegisterCases {
  /** By row: the canonical number; absent: refused. */
  readonly numberOf: ReadonlyMap<DraftRow, string>;
  readonly caseIdOf: ReadonlyMap<string, string>;
  readonly toRegister: readonly CaseToRegister[];
  readonly findings: readonly RowFinding[];
}

interface Numbered {
  readonly row: DraftRow;
  readonly number: string;
}

/** Case numbers by the grammar; what it refuses is told with its own sentence. */
async function readNumbers(command: CommandContext, rows: readonly DraftRow[], teller: RegisterTeller) {
  const grounds = await readNumberGrounds(command.trx, command.actor.courtId, command.now);
  const numbered: Numbered[] = [];
  const findings: RowFinding[] = [];
  for (const row of rows) {
    const typed = row.draft.caseNumber;
    if (typed === undefined) {
      findings.push(teller.refuse(row, 'caseNumber', 'REGISTER_CASE_MISSING'));
      continue;
    }
    const read = readCaseNumber(typed, grounds);
    if (read.ok) numbered.push({ row, number: read.canonical });
    else {
      const facts = { problem: read.problem.zh, problemEnglish: read.problem.en };
      findings.push(teller.refuse(row, 'caseNumber', 'REGISTER_CASE_INVALID', facts));
    }
  }
  return { numbered, findings };
}

async function findKnown(command: CommandContext, numbers: readonly string[]) {
  const known = new Map<string, string>();
  const wrong = new Set<string>();
  for (const { caseId, canonical, isWrong } of await listCasesOfNumbers(
    command.trx,
    command.actor.courtId,
    numbers,
  )) {
    if (isWrong) wrong.add(canonical);
    else if (!known.has(canonical)) known.set(canonical, caseId);
  }
  return { known, wrong };
}

/** The handler by a name that one person of the court bears. */
async function handlersByName(command: CommandContext, rows: readonly Numbered[]) {
  const names = [...new Set(rows.flatMap(({ row }) => row.draft.handlerName?.trim() ?? []))];
  const today = shanghaiDay(command.now);
  const people = await listPeopleByName(command.trx, command.actor.courtId, names, today);
  return new Map(
    names.flatMap((name) => {
      const found = people.filter((person) => person.name === name);
      return found.length === 1 && found[0] ? [[name, found[0].id] as const] : [];
    }),
  );
}

/** Cases of the file that are registered with its items: the first row that says enough of a case is the one that does. */
async function planCases(
  command: CommandContext,
  unknown: readonly Numbered[],
  teller: RegisterTeller,
): Promise<{ toRegister: CaseToRegister[]; findings: RowFinding[]; refused: Set<string> }> {
  const handlers = await handlersByName(command, unknown);
  const planned = new Map<string, CaseToRegister>();
  for (const { row, number } of unknown) {
    const handlerId = handlers.get(row.draft.handlerName?.trim() ?? '');
    const acceptedOn = row.draft.receivedOn;
    if (planned.has(number) || handlerId === undefined || acceptedOn === undefined) continue;
    planned.set(number, { number, handlerId, acceptedOn, cause: row.draft.cause?.trim() ?? '不详' });
  }
  const findings = unknown.flatMap(({ row, number }): RowFinding[] => {
    if (planned.has(number)) return [];
    const handler = row.draft.handlerName ?? '';
    return handlers.has(handler.trim())
      ? [teller.refuse(row, 'receivedOn', 'REGISTER_CASE_WITHOUT_DAY', { number })]
      : [teller.refuse(row, 'handlerName', 'REGISTER_CASE_WITHOUT_HANDLER', { number, handler })];
  });
  const refused = new Set(unknown.map(({ number }) => number).filter((number) => !planned.has(number)));
  return { toRegister: [...planned.values()], findings, refused };
}

/**
 * Whoever keeps away from a case (回避) writes nothing into its book, from an older register neither: by the case, or by the
 * number under which they declared it.
 */
async function withoutKeptAway(
  { trx, actor }: CommandContext,
  numbered: readonly Numbered[],
  known: ReadonlyMap<string, string>,
  teller: RegisterTeller,
): Promise<{ numbered: Numbered[]; findings: RowFinding[] }> {
  const running = await listRunningRecusals(trx, { courtId: actor.courtId, personId: actor.personId });
  const isKeptAway = ({ number }: Numbered) =>
    running.some(
      ({ caseId, caseNumber }) => caseNumber === number || (caseId !== null && caseId === known.get(number)),
    );
  return {
    numbered: numbered.filter((one) => !isKeptAway(one)),
    findings: numbered
      .filter(isKeptAway)
      .map(({ row, number }) => teller.refuse(row, 'caseNumber', 'REGISTER_CASE_KEPT_AWAY', { number })),
  };
}

export async function decideRegisterCases(
  command: CommandContext,
  rows: readonly DraftRow[],
  teller: RegisterTeller,
  createCases: boolean,
): Promise<RegisterCases> {
  const { numbered: read, findings } = await readNumbers(command, rows, teller);
  const numbers = [...new Set(read.map(({ number }) => number))];
  const { known, wrong } = await findKnown(command, numbers);
  const { numbered, findings: keptAway } = await withoutKeptAway(command, read, known, teller);
  findings.push(...keptAway);
  const mistaken = numbered.filter(({ number }) => !known.has(number) && wrong.has(number));
  for (const { row, number } of mistaken)
    findings.push(teller.refuse(row, 'caseNumber', 'REGISTER_CASE_HELD_ELSEWHERE', { number }));
  const unknown = numbered.filter(({ number }) => !known.has(number) && !wrong.has(number));
  const numberOf = new Map(
    numbered.filter(({ number }) => known.has(number)).map(({ row, number }) => [row, number]),
  );
  if (!createCases) {
    for (const { row, number } of unknown)
      findings.push(teller.refuse(row, 'caseNumber', 'REGISTER_CASE_UNKNOWN', { number }));
    return { numberOf, caseIdOf: known, toRegister: [], findings };
  }
  const plan = await planCases(command, unknown, teller);
  for (const { row, number } of unknown) if (!plan.refused.has(number)) numberOf.set(row, number);
  const { toRegister } = plan;
  return { numberOf, caseIdOf: known, toRegister, findings: [...findings, ...plan.findings] };
}
