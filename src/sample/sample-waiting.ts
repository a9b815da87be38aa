/**
 * What waits in the sample court, done by the use cases in the names of its people: a delivery in the night locker, things
 * on their way to another organ, and an item whose move to another case its judge has to confirm.
 */
import { decideRequest } from '../modules/approvals/decide-request.ts';
import { listCaseRows } from '../modules/cases/case-list.sql.ts';
import { confirmJudgmentLines } from '../modules/dispositions/decide-judgment-lines.ts';
import { enterJudgmentLines } from '../modules/dispositions/enter-judgment-lines.ts';
import { handOverItems } from '../modules/dispositions/hand-over-items.ts';
import { listLinesOfCase, type JudgmentLineRow } from '../modules/dispositions/judgment-line.sql.ts';
import { requestDisposition } from '../modules/dispositions/request-disposition.ts';
import { enterRoom } from '../modules/rooms/enter-room.ts';
import { listItemRows, type ItemRow } from '../modules/seized-items/item-page.sql.ts';
import type { ItemState } from '../modules/seized-items/item-states.ts';
import { openIntake } from '../modules/seized-items/open-intake.ts';
import { proposeReattribution } from '../modules/seized-items/reattribution/propose-reattribution.ts';
import { shanghaiDay } from '../platform/clock.ts';
import { isZeroDecimal } from '../platform/decimal.ts';
import type { CommandContext } from '../platform/run-command.ts';
import { actingAs, type ActingPerson } from './acting-as.ts';
import type { SampleStructure } from './sample-court-structure.ts';

const MINUTE_MS = 60_000;
const ITEMS_MAX = 300;
const ORGAN = '巴彦淖尔市公安局刑事侦查支队';
/** The second room, in which nobody is at the moment. */
const ROOM = 1;

interface Waiting {
  readonly command: CommandContext;
  readonly structure: SampleStructure;
  readonly pin: string;
}

function named({ structure }: Waiting, role: string, department?: string): ActingPerson | undefined {
  const account = structure.accounts.find(
    (one) => one.role === role && (department === undefined || one.department === department),
  );
  return structure.world.people.find(({ id }) => id === account?.personId);
}

/** Of the oldest, which nothing else of the samples is about. */
function listItems(
  { command, structure }: Waiting,
  states: readonly ItemState[],
  personId: string | null,
): Promise<ItemRow[]> {
  return listItemRows(command.trx, {
    courtId: structure.world.courtId,
    reach: { isWhole: personId === null, departmentIds: [], personId: personId ?? '' },
    ...{ ids: null, caseId: null, placeId: null, states, words: [], overdueAt: null },
    ...{ isUnverified: false, seesSecrets: true, lapsedBefore: null, after: null, limit: ITEMS_MAX },
  });
}

/** Last night two of the court put a list of things into the locker; they are counted on the next working day. */
async function leaveInLocker(waiting: Waiting): Promise<void> {
  const { command, structure, pin } = waiting;
  const { courtId } = structure.world;
  const [custodian, second] = structure.custodians;
  const lockerId = structure.emergencyLockerId;
  const [first, ...others] = await listItems(waiting, ['preregistered'], null);
  if (!custodian || !second || lockerId === null || !first) return;
  const items = [first, ...others.filter(({ caseId }) => caseId === first.caseId)];
  const acting = { ...actingAs(command, courtId, custodian, 'property_custodian'), audit: () => {} };
  await openIntake(acting, {
    ...{ params: { caseId: first.caseId }, query: {} },
    body: {
      ...{ deliverer: '白建军', delivererUnit: '巴彦淖尔市公安局', delivererDocument: '15280119850704221X' },
      ...{ delivererId: null, itemIds: items.map(({ id }) => id), lockerId },
      placeReason: '夜间送达，次日上午清点入库',
      ...{ secondPerson: { personId: second.id, pin }, basis: first.listNumber, note: null },
    },
  });
}

/** In the second room, ordered by a line that nothing was done under. */
async function findOrdered(
  waiting: Waiting,
  judge: ActingPerson,
): Promise<{ item: ItemRow; line: JudgmentLineRow } | undefined> {
  const { command, structure } = waiting;
  const room = structure.propertyRooms[ROOM]?.path ?? '';
  for (const item of await listItems(waiting, ['awaiting_disposition'], judge.id)) {
    if (item.grade !== 'ordinary' || item.place?.startsWith(`${room} /`) !== true) continue;
    const lines = await listLinesOfCase(command.trx, structure.world.courtId, item.caseId);
    const line = lines.find(
      ({ itemId, confirmedAt, replacedByLineId, carriedOut }) =>
        itemId === item.id && confirmedAt !== null && replacedByLineId === null && isZeroDecimal(carriedOut),
    );
    if (line) return { item, line };
  }
  return undefined;
}

/** The judgment is corrected: the thing goes to the organ that investigates somebody else. Approved by two leaders. */
async function orderHandOver(
  waiting: Waiting,
  people: Record<'judge' | 'head' | 'vice' | 'enforcement', ActingPerson>,
  { item, line }: { readonly item: ItemRow; readonly line: JudgmentLineRow },
): Promise<string> {
  const { command, structure } = waiting;
  const acting = (person: ActingPerson, role: string) => ({
    ...actingAs(command, structure.world.courtId, person, role),
    audit: () => {},
  });
  const judge = acting(people.judge, 'case_handler');
  const { description, quantity, unit } = line;
  const { lineIds } = await enterJudgmentLines(judge, {
    ...{ params: { caseId: item.caseId }, query: {} },
    body: {
      ...{ document: `${item.caseNumber}之二刑事裁定书`, effectiveOn: shanghaiDay(command.now) },
      lines: [
        {
          ...{ lineNumber: 1, itemId: item.id, description, quantity, unit, order: 'hand_over' },
          ...{
            beneficiaryId: null,
            beneficiary: ORGAN,
            correctsLineId: line.id,
            note: '补正：移交另案侦查机关',
          },
        },
      ],
    },
  });
  await confirmJudgmentLines(acting(people.enforcement, 'enforcement_officer'), {
    ...{ params: {}, query: {} },
    body: { lineIds },
  });
  const { id: requestId } = await requestDisposition(judge, {
    ...{ params: {}, query: {} },
    body: {
      ...{ way: 'hand_over', items: [{ itemId: item.id, quantity: null }], plan: null },
      reason: '补正裁定要求移交另案侦查机关',
    },
  });
  const verdict = { requestId, verdict: 'approve', opinion: '同意' } as const;
  await decideRequest(acting(people.head, 'department_head'), { ...verdict, expectedVersion: 1 });
  await decideRequest(acting(people.vice, 'vice_president'), { ...verdict, expectedVersion: 2 });
  return requestId;
}

/** On its way since a few minutes ago; the receipt of the organ is awaited. */
async function sendToOrgan(waiting: Waiting): Promise<void> {
  const { command, structure, pin } = waiting;
  const { courtId } = structure.world;
  const [custodian, second] = structure.custodians.slice(ROOM * 2);
  const room = structure.propertyRooms[ROOM];
  const judge = named(waiting, 'case_handler');
  const head = named(waiting, 'department_head', judge?.department);
  const [vice, enforcement] = [named(waiting, 'vice_president'), named(waiting, 'enforcement_officer')];
  if (!custodian || !second || !room || !judge || !head || !vice || !enforcement) return;
  const ordered = await findOrdered(waiting, judge);
  if (!ordered) return;
  const requestId = await orderHandOver(waiting, { judge, head, vice, enforcement }, ordered);
  const { now } = command;
  const acting = { ...actingAs(command, courtId, custodian, 'property_custodian'), audit: () => {} };
  await enterRoom(acting, {
    roomId: room.id,
    body: {
      people: [custodian, second].map(({ id }) => ({ personId: id, badgeCode: null })),
      ...{ visitors: [], escortId: null, purpose: 'release', note: null, caseId: null, caseNumber: null },
      ...{ approvedBy: null, carriedIn: null, carriedOut: ordered.item.name, keyNumber: null, anomaly: null },
      enteredAt: new Date(now.getTime() - 10 * MINUTE_MS).toISOString(),
      leftAt: null,
    },
  });
  await handOverItems(acting, {
    ...{ params: {}, query: {} },
    body: {
      ...{ items: [{ itemId: ordered.item.id, quantity: null, lineId: null }], requestId },
      ...{
        organ: ORGAN,
        receiver: '民警田海军',
        receiverDocument: '警官证 150812',
        list: '移交〔2026〕7号清单',
      },
      ...{ secondPerson: { personId: second.id, pin }, basis: null, note: null },
    },
  });
}

/** The judge of the right case has not said yes yet. */
async function proposeMove(waiting: Waiting): Promise<void> {
  const { command, structure } = waiting;
  const { courtId } = structure.world;
  const [custodian] = structure.custodians;
  const judge = named(waiting, 'case_handler');
  if (!custodian || !judge) return;
  const item = (await listItems(waiting, ['in_store'], judge.id)).at(-1);
  const reach = { isWhole: true, departmentIds: [], personId: judge.id };
  const nobody = { search: null, handlerId: null, personId: null, departmentId: null, stage: null };
  const asked = { courtId, reach, ...nobody, state: 'all', after: null, limit: ITEMS_MAX } as const;
  const cases = await listCaseRows(command.trx, asked);
  const other = cases.find(({ id, handlerId }) => id !== item?.caseId && handlerId !== judge.id);
  if (!item || !other) return;
  const acting = { ...actingAs(command, courtId, custodian, 'property_custodian'), audit: () => {} };
  await proposeReattribution(acting, {
    ...{ params: { itemId: item.id }, query: {} },
    body: { otherCaseId: other.id, reason: '核对扣押清单发现原登记案号有误' },
  });
}

/** In the order in which it happened. */
export async function addSampleWaiting(
  command: CommandContext,
  structure: SampleStructure,
  pin: string,
): Promise<void> {
  const waiting = { command, structure, pin };
  await leaveInLocker(waiting);
  await sendToOrgan(waiting);
  await proposeMove(waiting);
}
