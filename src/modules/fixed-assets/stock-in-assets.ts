import type { CommandContext } from '../../platform/run-command.ts';
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import { newId } from '../../platform/ids.ts';
import { bindBlankCodes } from '../item-codes/bind-blank-codes.ts';
import { mayUse } from '../accounts/permissions.ts';
import { refuse } from '../../platform/errors.ts';
import { NOWHERE } from '../ledger/entry.ts';
import { addAssets } from './add-assets.ts';
import { refuseAsset } from './asset-refusals.ts';
import { cardOfInput } from './card-of-input.ts';
import { checkCard } from './check-card.ts';
import type { stockInAssetsEndpoint } from './contract.ts';
import { resolveTarget } from './resolve-target.ts';

/**
 * Stocks in one card, or several alike that differ in serial number only; each gets its own code and book, or takes
 * the code of a blank label. Refusals: CARD_REFUSED, OCCURRED_IN_FUTURE, those of resolveTarget, BLANK_CODES_TOO_MANY,
 * PERMISSION_DENIED for blank labels without label.bind, BINDINGS_REFUSED.
 */
export async function stockInAssets(
  command: CommandContext,
  input: InputOf<typeof stockInAssetsEndpoint>['body'],
): Promise<ResponseOf<typeof stockInAssetsEndpoint>> {
  const { trx, actor, now } = command;
  const { courtId } = actor;
  const occurredAt = input.occurredAt === undefined ? now : new Date(input.occurredAt);
  if (occurredAt > now) throw refuseAsset('OCCURRED_IN_FUTURE');
  const card = cardOfInput(input.card);
  await checkCard({ trx, now, courtId }, card, null);
  const target = await resolveTarget(
    { trx, now, courtId },
    { departmentId: input.departmentId ?? undefined, placeId: input.placeId ?? undefined },
  );
  const position = { ...NOWHERE, ...target, status: 'in_stock' };
  const labelled = await takeBlankLabels(command, input, card.name);
  const added = await addAssets(command, {
    courtId,
    kind: 'stock_in',
    drafts: Array.from({ length: input.copies }, (_, index) => ({
      ...labelled[index],
      card: {
        ...card,
        serialNumber: input.serialNumbers[index] ?? (input.copies === 1 ? card.serialNumber : null),
      },
      position,
      occurredAt,
      loanDueOn: null,
      basis: input.basis,
      note: input.note,
    })),
  });
  for (const { id, code } of added) {
    command.audit({
      subjectKind: 'fixed_asset',
      subjectId: id,
      subjectLabel: `${code} ${card.name}`,
      after: card,
    });
  }
  return { assets: added.map(({ id, code }) => ({ id, code })) };
}

/** The ids that the things of the blank labels will have, with their codes. */
async function takeBlankLabels(
  command: CommandContext,
  { blankCodes, copies }: Pick<InputOf<typeof stockInAssetsEndpoint>['body'], 'blankCodes' | 'copies'>,
  title: string,
): Promise<{ id: string; code: string }[]> {
  if (blankCodes.length === 0) return [];
  if (!mayUse(command.actor, 'label.bind')) throw refuse('PERMISSION_DENIED');
  if (blankCodes.length > copies)
    throw refuseAsset('BLANK_CODES_TOO_MANY', { count: blankCodes.length, copies });
  const things = blankCodes.map((blankCode) => ({ id: newId(), title, blankCode }));
  const codes = await bindBlankCodes(command, { kind: 'A', things, path: 'body.blankCodes' });
  return things.map(({ id }, index) => ({ id, code: codes[index] ?? '' }));
}
