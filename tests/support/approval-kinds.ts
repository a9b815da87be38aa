/** Kinds of request for tests, and handing one in as a module that uses approvals does. */
import type { PolicyRule } from '../../src/modules/approvals/policy-rules.ts';
import { registerRequestKind } from '../../src/modules/approvals/request-kinds.ts';
import { submitRequest, type NewRequest } from '../../src/modules/approvals/submit-request.ts';
import { newId } from '../../src/platform/ids.ts';
import { runCommand, type CommandContext } from '../../src/platform/run-command.ts';
import type { TestPerson } from './people.ts';
import type { TestApp } from './test-app.ts';

const HEAD_OF_APPLICANT = { role: 'department_head', of: 'applicant' } as const;
const VICE_PRESIDENT = { role: 'vice_president', of: 'court' } as const;

export const TEST_RULES: readonly PolicyRule[] = [
  {
    when: { grades: ['贵重'], minAmountFen: 100_000_00 },
    steps: [
      { title: '部门负责人', needs: 'all', seats: [HEAD_OF_APPLICANT] },
      {
        title: '分管院长与财务',
        needs: 'all',
        seats: [VICE_PRESIDENT, { role: 'finance_officer', of: 'court' }],
      },
      { title: '院长', needs: 'any', seats: [{ role: 'president', of: 'court' }, VICE_PRESIDENT] },
    ],
    validDays: 15,
    basis: '试验规定第3条',
  },
  {
    when: {},
    steps: [{ title: '部门负责人', needs: 'all', seats: [HEAD_OF_APPLICANT] }],
    validDays: 30,
    basis: null,
  },
];

// why: approvals know no kind of request; those of the product are tested with their modules.
export function registerTestKinds(): void {
  registerRequestKind({
    kind: 'test_loan',
    name: { zh: '试验借出', en: 'A loan of tests' },
    shippedRules: TEST_RULES,
    keepsExecutorApart: true,
  });
  registerRequestKind({
    kind: 'test_other',
    name: { zh: '其他试验', en: 'Something else of tests' },
    shippedRules: TEST_RULES.slice(1),
    keepsExecutorApart: false,
  });
}

/** As a module that uses approvals runs its command. */
export function runAs<T>(
  { dependencies }: Pick<TestApp, 'dependencies'>,
  person: TestPerson,
  work: (command: CommandContext) => Promise<T>,
): Promise<T> {
  const { court } = person;
  const actor = {
    personId: person.id,
    personName: person.name,
    departmentId: person.departmentId,
    departmentName: court.departmentName,
    roles: person.roles,
    via: 'session',
    courtId: court.id,
    readableCourtIds: [court.id],
    grants: [],
  } as const;
  const facts = { requestId: 'test', address: null };
  return runCommand(dependencies, actor, facts, { name: 'useApprovalOfTest', input: null }, work);
}

export const TEST_LINE = { subjectKind: 'thing', label: '手机 1 部', quantity: '3', unit: '部', facts: [] };

export async function submitTestRequest(
  test: Pick<TestApp, 'dependencies'>,
  applicant: TestPerson,
  more: Partial<NewRequest> = {},
): Promise<{ id: string; subjectId: string }> {
  const subjectId = newId();
  const { id } = await runAs(test, applicant, (command) =>
    submitRequest(command, {
      kind: 'test_loan',
      title: { zh: '借出手机', en: 'Loan of a phone' },
      reason: '开庭出示',
      grade: null,
      amountFen: null,
      keptApart: [],
      lines: [{ ...TEST_LINE, subjectId }],
      ...more,
    }),
  );
  return { id, subjectId };
}
