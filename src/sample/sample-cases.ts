/** Sample cases of a court, by the rules of real ones: numbers of every relation, parties, handlers who changed, links. */
import { grantsOfRoles } from '../modules/accounts/permissions.ts';
import { addCases, type CaseToAdd } from '../modules/cases/add-cases.ts';
import { linkCases } from '../modules/cases/link-cases.ts';
import { markNumberWrong } from '../modules/cases/mark-number-wrong.ts';
import { reassignCase } from '../modules/cases/reassign-case.ts';
import { setDeadlines } from '../modules/deadlines/set-deadline.ts';
import { shanghaiDay } from '../platform/clock.ts';
import type { CommandContext } from '../platform/run-command.ts';
import { listCaseNumbers } from '../modules/cases/case-number.sql.ts';
import { courtCodeOfDivision } from '../modules/cases/court-code.ts';
import {
  CRIMES_OF_MINORS,
  SAMPLE_CASE_KINDS,
  SAMPLE_ORGANISATIONS,
  SAMPLE_SECRECY,
  type SampleCaseKind,
} from './case-catalogue.ts';
import type { CourtPlan } from './court-plan.ts';
import { pickName } from './people-names.ts';
import type { Random } from './random.ts';
import type { SamplePerson } from './sample-world.ts';

const DAY_MS = 24 * 60 * 60_000;
const YEARS = 3;
/** Every so manyth case was registered under a wrong number, changed its handler, or is linked to the one before. */
const EVERY = { wrong: 29, reassigned: 23, linked: 31 } as const;
/** Of the basic courts below, whose cases come on appeal. */
const LOWER_CODES = ['内0802', '内0821', '内0822', '内0823', '内0824', '内0825', '内0826'];
const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

export interface SampleCourtOfCases {
  readonly plan: CourtPlan;
  readonly people: readonly SamplePerson[];
  /** In whose name the cases are registered. */
  readonly scribe: SamplePerson;
}

function drawResidentId(random: Random): string {
  const two = (max: number) => String(random.integer(1, max)).padStart(2, '0');
  const born = `${random.integer(1955, 2006)}${two(12)}${two(28)}`;
  const body = `1508${two(26)}${born}${String(random.integer(1, 999)).padStart(3, '0')}`;
  const sum = ID_WEIGHTS.reduce((total, weight, at) => total + weight * Number(body[at]), 0);
  return body + ('10X98765432'[sum % 11] ?? '');
}

class CaseDrafts {
  private readonly sequences = new Map<string, number>();
  private readonly names = new Set<string>();
  private readonly ownCode: string;

  constructor(
    private readonly random: Random,
    private readonly court: SampleCourtOfCases,
    private readonly now: Date,
  ) {
    this.ownCode = courtCodeOfDivision(court.plan.divisionNumber) ?? '内';
  }

  private number(year: string, code: string, typeCode: string): string {
    const key = `（${year}）${code}${typeCode}`;
    const sequence = (this.sequences.get(key) ?? 0) + this.random.integer(1, 7);
    this.sequences.set(key, sequence);
    return `${key}${sequence}号`;
  }

  private handlerOf(kind: SampleCaseKind): SamplePerson {
    const able = this.court.people.filter(({ department }) =>
      kind.departments.some((start) => department.startsWith(start)),
    );
    return this.random.pick(able.length > 0 ? able : this.court.people);
  }

  private otherNumbers(kind: SampleCaseKind, year: string): CaseToAdd['otherNumbers'] {
    const { random, ownCode } = this;
    const later = (
      relation: 'appeal' | 'execution' | 'remand' | 'retrial' | 'merged' | 'split',
      code: string,
      typeCode: string,
    ) => ({
      ...{ number: this.number(year, code, typeCode), relation },
      sourceDocument: relation === 'execution' ? '移送执行表' : '裁判文书',
    });
    if (kind.typeCode === '刑终')
      return [{ ...later('appeal', random.pick(LOWER_CODES), '刑初'), relation: 'first_instance' }];
    if (kind.typeCode !== '刑初') return [];
    const isBasic = this.court.plan.level === 'basic';
    return [
      ...(random.chance(0.22) ? [later('appeal', isBasic ? '内08' : '内', '刑终')] : []),
      ...(random.chance(0.04) ? [later('remand', ownCode, '刑初')] : []),
      ...(random.chance(0.02) ? [later('retrial', ownCode, '刑再')] : []),
      ...(random.chance(0.02) ? [later(random.chance(0.5) ? 'merged' : 'split', ownCode, '刑初')] : []),
      ...(random.chance(0.3) ? [later('execution', ownCode, '执')] : []),
    ];
  }

  private parties(kind: SampleCaseKind): CaseToAdd['parties'] {
    const { random } = this;
    return kind.roles.flatMap((role) =>
      Array.from({ length: role === 'defendant' ? random.integer(1, 3) : random.integer(0, 2) }, () => {
        const isPerson = role === 'defendant' || random.chance(0.7);
        return isPerson
          ? {
              ...{ role, kind: 'person' as const, name: pickName(random, this.names), contact: null },
              ...(random.chance(0.8)
                ? { documentKind: 'resident_id' as const, documentNumber: drawResidentId(random) }
                : { documentKind: null, documentNumber: null }),
            }
          : {
              ...{
                role,
                kind: 'organisation' as const,
                name: random.pick(SAMPLE_ORGANISATIONS),
                contact: null,
              },
              ...{ documentKind: null, documentNumber: null },
            };
      }),
    );
  }

  draw(): CaseToAdd {
    const { random, court, now } = this;
    const kind = random.pickWeighted(SAMPLE_CASE_KINDS[court.plan.level]);
    const acceptedAt = new Date(now.getTime() - random.integer(3, YEARS * 365) * DAY_MS);
    const acceptedOn = shanghaiDay(acceptedAt);
    const after = (days: number) => shanghaiDay(new Date(acceptedAt.getTime() + days * DAY_MS));
    const today = shanghaiDay(now);
    const isOver = random.chance(0.62) && after(210) < today;
    const handler = this.handlerOf(kind);
    const cause = random.pick(kind.causes);
    const isCrime = kind.typeCode.startsWith('刑');
    return {
      number: this.number(acceptedOn.slice(0, 4), this.ownCode, kind.typeCode),
      sourceDocument: null,
      cause,
      handlerId: handler.id,
      clerkId: null,
      departmentId: handler.departmentId,
      acceptedOn,
      effectiveOn: isOver ? after(random.integer(60, 150)) : null,
      closedOn: isOver ? after(random.integer(150, 210)) : null,
      secrecy: random.pickWeighted(SAMPLE_SECRECY).secrecy,
      involvesMinors: random.chance(0.2) && CRIMES_OF_MINORS.has(cause),
      seizingOrgan: isCrime
        ? `${random.pick(['临河区', '五原县', '杭锦后旗', '磴口县', '乌拉特前旗'])}公安局`
        : null,
      procuratorate: isCrime ? '巴彦淖尔市人民检察院' : null,
      otherNumbers: this.otherNumbers(kind, acceptedOn.slice(0, 4)),
      parties: this.parties(kind),
    };
  }

  wrongNumberOf(number: string): string {
    return number.replace(/(\d+)号$/, (_, digits: string) => `${Number(digits) + 9_000}号`);
  }
}

/** What happened to some of the cases later, in the order in which they were added. */
async function changeLater(
  command: CommandContext,
  random: Random,
  court: SampleCourtOfCases,
  cases: readonly { readonly id: string; readonly draft: CaseToAdd; readonly right: string }[],
): Promise<void> {
  const reason = '承办人岗位调整';
  for (const [at, { id, draft, right }] of cases.entries()) {
    const seen = { caseId: id, expectedVersion: 1 };
    const before = cases[at - 1];
    if (at % EVERY.wrong === 1) {
      const [own] = await listCaseNumbers(command.trx, court.plan.id, [id]);
      const numbers = { rightNumber: right, sourceDocument: null, reason: '登记时案件编号录入错误' };
      await markNumberWrong(command, { ...seen, numberId: own?.id ?? '', ...numbers });
    } else if (at % EVERY.reassigned === 2) {
      const others = court.people.filter(
        (person) => person.departmentId === draft.departmentId && person.id !== draft.handlerId,
      );
      const next = others.length > 0 ? random.pick(others) : undefined;
      if (next !== undefined)
        await reassignCase(command, {
          ...{ ...seen, handlerId: next.id, departmentId: next.departmentId, reason },
          fromOn: shanghaiDay(new Date(command.now.getTime() - DAY_MS)),
        });
    } else if (at % EVERY.linked === 3 && before !== undefined) {
      const kind = random.chance(0.5) ? ('merged' as const) : ('split' as const);
      const sourceDocument = kind === 'merged' ? '并案审理决定' : '分案审理决定';
      const linkedOn = shanghaiDay(command.now);
      await linkCases(command, {
        ...seen,
        otherNumber: before.right,
        kind,
        isMain: true,
        sourceDocument,
        linkedOn,
      });
    }
  }
}

/** Reviews of disposition in some of the open cases, a few of them overdue. */
async function setSampleReviews(
  command: CommandContext,
  random: Random,
  cases: readonly { readonly id: string; readonly draft: CaseToAdd; readonly right: string }[],
): Promise<void> {
  const open = cases.filter(({ draft }) => draft.closedOn === null && draft.seizingOrgan !== null);
  await setDeadlines(
    command,
    open
      .filter(() => random.chance(0.4))
      .map(({ id, draft, right }) => ({
        rule: 'D30',
        subject: { kind: 'case', id, label: right, caseId: id },
        ownerId: draft.handlerId,
        departmentId: draft.departmentId,
        startOn: shanghaiDay(new Date(command.now.getTime() - random.integer(10, 190) * DAY_MS)),
      })),
  );
}

/** Adds `count` cases to the court. */
export async function addSampleCases(
  command: CommandContext,
  random: Random,
  court: SampleCourtOfCases,
  count: number,
): Promise<void> {
  const { scribe, plan } = court;
  const actor = {
    ...command.actor,
    courtId: plan.id,
    personId: scribe.id,
    personName: scribe.name,
    grants: grantsOfRoles([
      { role: 'property_custodian', departmentId: scribe.departmentId },
      { role: 'president', departmentId: scribe.departmentId },
    ]),
  };
  const inCourt: CommandContext = { ...command, actor, audit: () => {} };
  const drafts = new CaseDrafts(random, court, command.now);
  const drawn = Array.from({ length: count }, () => drafts.draw());
  const added = drawn.map((draft, at) =>
    at % EVERY.wrong === 1 ? { ...draft, number: drafts.wrongNumberOf(draft.number) } : draft,
  );
  const ids = await addCases(inCourt, added);
  const cases = added.map((draft, at) => ({ id: ids[at] ?? '', draft, right: drawn[at]?.number ?? '' }));
  await changeLater(inCourt, random, court, cases);
  await setSampleReviews(inCourt, random, cases);
}
