/** What the sample judge has asked for: decided by the real rules, some of it waiting for a head and some for the custodian. */
import { decideRequest } from '../modules/approvals/decide-request.ts';
import { setDeadlines } from '../modules/deadlines/set-deadline.ts';
import { listItemRows } from '../modules/seized-items/item-page.sql.ts';
import { requestLoan } from '../modules/seized-items/releases/request-loan.ts';
import { requestTransferUp } from '../modules/seized-items/releases/request-transfer-up.ts';
import type { ReleasePurpose } from '../modules/seized-items/releases/release-kinds.ts';
import { shanghaiDay, shanghaiInstant } from '../platform/clock.ts';
import type { CommandContext } from '../platform/run-command.ts';
import { actingAs } from './acting-as.ts';
import type { SampleAccount, SampleStructure } from './sample-court-structure.ts';
import type { SamplePerson } from './sample-world.ts';

const DAY_MS = 86_400_000;
const ITEMS_MAX = 200;

const LOANS: readonly (readonly [ReleasePurpose, string, string])[] = [
  ['court_session', '第一法庭', '开庭出示'],
  ['appraisal', '内蒙古自治区司法鉴定中心', '鉴定真伪'],
  ['court_session', '第三法庭', '再次开庭出示'],
  ['identification', '讯问室', '组织被告人辨认'],
  ['test', '巴彦淖尔市公安司法鉴定中心', '复检成分'],
];
/** How many of the requests the head has decided already. */
const DECIDED_COUNT = 3;

function inTheirName(command: CommandContext, account: SampleAccount, person: SamplePerson) {
  const { personId: id, fullName: name, role, courtId } = account;
  const { departmentId, department } = person;
  return actingAs(command, courtId, { id, name, departmentId, department }, role);
}

function listOwn(command: CommandContext, personId: string, state: 'in_store' | 'on_loan') {
  return listItemRows(command.trx, {
    ...{ courtId: command.actor.courtId, reach: { isWhole: false, departmentIds: [], personId } },
    ...{ ids: null, caseId: null, placeId: null, states: [state], words: [], overdueAt: null },
    ...{ isUnverified: false, seesSecrets: true, lapsedBefore: null, after: null, limit: ITEMS_MAX },
  });
}

/** Every loan that is out has its clock, as if it had been set when it left. */
async function startClocks(command: CommandContext, courtId: number): Promise<void> {
  const rows = await listItemRows(command.trx, {
    courtId,
    reach: { isWhole: true, departmentIds: [], personId: '' },
    ...{ ids: null, caseId: null, placeId: null, states: ['on_loan'], words: [], overdueAt: null },
    ...{ isUnverified: false, seesSecrets: true, lapsedBefore: null, after: null, limit: ITEMS_MAX },
  });
  await setDeadlines(
    command,
    rows.flatMap(({ id, code, caseId, handlerId, departmentId, dueAt, stateSince }) =>
      dueAt === null
        ? []
        : [
            {
              ...{ rule: 'D23' as const, ownerId: handlerId, departmentId, dueAt },
              startOn: shanghaiDay(stateSince),
              subject: { kind: 'seized_item', id, label: code, caseId },
            },
          ],
    ),
  );
}

/** A handful of requests by the court's judge, and the clocks of what is out. */
export async function addSampleRequests(command: CommandContext, structure: SampleStructure): Promise<void> {
  const { accounts, world } = structure;
  await startClocks(command, world.courtId);
  const judge = accounts.find(({ role }) => role === 'case_handler');
  const head = accounts.find(
    ({ role, department }) => role === 'department_head' && department === judge?.department,
  );
  const person = world.people.find(({ id }) => id === judge?.personId);
  if (!judge || !head || !person) return;
  const asking = inTheirName(command, judge, person);
  const deciding = inTheirName(command, head, person);
  const items = (await listOwn(asking, judge.personId, 'in_store')).filter(
    ({ grade }) => grade === 'ordinary',
  );
  const requestIds: string[] = [];
  for (const [index, [purpose, receiver, reason]] of LOANS.entries()) {
    const first = items[index * 2];
    if (!first) break;
    const ofCase = items.slice(index * 2, index * 2 + 2).filter(({ caseId }) => caseId === first.caseId);
    const dueAt = shanghaiInstant(new Date(command.now.getTime() + (3 + index) * DAY_MS));
    const asked = { purpose, receiver, reason, dueAt, allowedKm: null };
    const body = { ...asked, items: ofCase.map(({ id }) => ({ itemId: id })) };
    requestIds.push((await requestLoan(asking, { body })).id);
  }
  const sent = items[LOANS.length * 2];
  if (sent) {
    const court = {
      receiver: '内蒙古自治区高级人民法院',
      appealNumber: null,
      allowedKm: null,
      reason: '检察院抗诉',
    };
    await requestTransferUp(asking, {
      params: {},
      query: {},
      body: { ...court, items: [{ itemId: sent.id }] },
    });
  }
  for (const requestId of requestIds.slice(0, DECIDED_COUNT))
    await decideRequest(deciding, { requestId, verdict: 'approve', opinion: '同意', expectedVersion: 1 });
}
