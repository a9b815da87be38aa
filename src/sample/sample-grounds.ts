/**
 * What the sample judge did beside judgments: liquor that loses its worth is to be sold early, which the owner asked for and
 * the leaders approved, and a notice calls whoever a thing belongs to.
 */
import { proposeEarlyDisposal } from '../modules/dispositions/find-ground.ts';
import { listGrounds } from '../modules/dispositions/ground.sql.ts';
import { publishNotice } from '../modules/dispositions/publish-notice.ts';
import { listItemRows, type ItemRow } from '../modules/seized-items/item-page.sql.ts';
import type { ItemState } from '../modules/seized-items/item-states.ts';
import { shanghaiDay } from '../platform/clock.ts';
import type { CommandContext } from '../platform/run-command.ts';
import { actingAs } from './acting-as.ts';
import { approveRequest } from './approve-request.ts';
import type { SampleStructure } from './sample-court-structure.ts';

const ITEMS_MAX = 200;
/** So many of the first were asked for by loans. */
const OTHERS = 20;
const FADING = 'tobacco_and_liquor';

function listOwn(
  { trx, actor }: CommandContext,
  judgeId: string,
  states: readonly ItemState[],
): Promise<ItemRow[]> {
  return listItemRows(trx, {
    ...{ courtId: actor.courtId, reach: { isWhole: false, departmentIds: [], personId: judgeId } },
    ...{ ids: null, caseId: null, placeId: null, states, words: [], overdueAt: null },
    ...{ isUnverified: false, seesSecrets: true, lapsedBefore: null, after: null, limit: ITEMS_MAX },
  });
}

async function disposeEarly(
  judge: CommandContext,
  structure: SampleStructure,
  { id: itemId }: ItemRow,
): Promise<void> {
  await proposeEarlyDisposal(judge, {
    ...{ params: {}, query: {} },
    body: {
      ...{ itemId, cause: 'depreciating', rightHolder: '王建国', consent: 'applied' },
      ...{ consentDocument: '先行处置申请书', document: '涉案财物价格变动情况表' },
      reason: '市场价格持续下降，继续保管将明显贬值',
    },
  });
  const [ground] = await listGrounds(judge.trx, judge.actor.courtId, [itemId]);
  if (ground?.requestId == null) return;
  await approveRequest(judge, structure, { requestId: ground.requestId, opinion: '同意先行处置' });
}

async function callOwner(judge: CommandContext, { id }: ItemRow): Promise<void> {
  const today = shanghaiDay(judge.now);
  await publishNotice(judge, {
    ...{ params: {}, query: {} },
    body: {
      ...{ itemIds: [id], document: `认领公告（${today.slice(0, 4)}）118号`, publishedOn: today },
      ...{ medium: '人民法院公告网、本院公告栏', basis: null, note: null },
    },
  });
}

/** After everything else: what other samples are about is not touched again. */
export async function addSampleGrounds(command: CommandContext, structure: SampleStructure): Promise<void> {
  const { accounts, world } = structure;
  const account = accounts.find(({ role }) => role === 'case_handler');
  const person = world.people.find(({ id }) => id === account?.personId);
  if (!person) return;
  const judge = { ...actingAs(command, world.courtId, person, 'case_handler'), audit: () => {} };
  const free = async (state: ItemState) =>
    (await listOwn(judge, person.id, [state])).filter(({ isHeld, grade }) => !isHeld && grade === 'ordinary');
  const fading = (await free('in_store')).slice(OTHERS).find(({ category }) => category === FADING);
  if (fading) await disposeEarly(judge, structure, fading);
  const waiting = (await free('awaiting_disposition')).at(-1);
  if (waiting) await callOwner(judge, waiting);
}
