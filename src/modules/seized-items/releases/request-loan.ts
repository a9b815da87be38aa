import { shanghaiInstant } from '../../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { listItemRowsById } from '../item-page.sql.ts';
import { isSecretItem, saidItemName } from '../mask-item.ts';
import { requestForItems } from '../request-for-items.ts';
import { RELEASE_PURPOSES } from './release-kinds.ts';
import { refuseRelease } from './release-refusals.ts';
import { factsOfDriving } from './release-terms.ts';
import type { requestLoanEndpoint } from './requests.contract.ts';

type Body = InputOf<typeof requestLoanEndpoint>['body'];

/** A biohazard is not opened at court. Refusal: BIOHAZARD_ONLY_TO_EXAMINATION. */
async function refuseHazards({ trx, actor }: CommandContext, { items, purpose }: Body): Promise<void> {
  if (RELEASE_PURPOSES[purpose].kind === 'examination') return;
  const rows = await listItemRowsById(
    trx,
    [actor.courtId],
    items.map(({ itemId }) => itemId),
  );
  const dangerous = rows.find(({ hazards }) => hazards.includes('biological'));
  if (dangerous)
    throw refuseRelease('BIOHAZARD_ONLY_TO_EXAMINATION', {
      name: saidItemName({ ...dangerous, isSecret: isSecretItem(dangerous) }),
    });
}

/** `2026-11-23 09:30`, as papers write a moment. */
export function sayMoment(at: string): string {
  return shanghaiInstant(new Date(at)).slice(0, 16).replace('T', ' ');
}

/**
 * The judge's side asks for items for a session or an examination: what for, where to and until when. Using them is no
 * purpose. Refusals: DUE_IN_PAST, BIOHAZARD_ONLY_TO_EXAMINATION, those of requestForItems.
 */
export async function requestLoan(
  command: CommandContext,
  { body }: { readonly body: Body },
): Promise<ResponseOf<typeof requestLoanEndpoint>> {
  const { items, reason, ...terms } = body;
  if (new Date(terms.dueAt) <= command.now) throw refuseRelease('DUE_IN_PAST');
  await refuseHazards(command, body);
  const { zh, en, kind } = RELEASE_PURPOSES[terms.purpose];
  return requestForItems(command, {
    kind,
    items,
    reason,
    terms,
    facts: [
      { zh: '用途', en: 'Purpose', value: { zh, en } },
      { zh: '去向', en: 'Taken to', value: terms.receiver },
      { zh: '归还时限', en: 'Back by', value: sayMoment(terms.dueAt) },
      ...factsOfDriving(terms.allowedKm),
    ],
  });
}
