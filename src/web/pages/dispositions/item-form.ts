/** What the forms on one item share: which one is open, what it is about, what is stale after it. */
import { useTranslation } from 'react-i18next';
import { groupItemCode } from '../../../modules/item-codes/item-code.ts';
import type { ResponseOf } from '../../../platform/endpoint.ts';
import { readCaseLedgerEndpoint } from '../../../modules/seized-items/case-ledger.contract.ts';
import { listItemsEndpoint, readItemEndpoint } from '../../../modules/seized-items/items.contract.ts';
import type { ItemDispositionAction } from '../../../modules/dispositions/item-actions.rules.ts';
import {
  countDispositionWorkEndpoint,
  listDispositionWorkEndpoint,
  readItemDispositionEndpoint,
} from '../../../modules/dispositions/item-disposition.contract.ts';
import { readCaseJudgmentsEndpoint } from '../../../modules/dispositions/judgments.contract.ts';
import type { OpenCommand } from '../../components/command-form/use-open-command.ts';
import type { SeizedItem } from '../seized-items/item-answer.ts';

export type ItemDisposition = ResponseOf<typeof readItemDispositionEndpoint>;

export interface ItemFormProps {
  readonly item: SeizedItem;
  readonly shown: ItemDisposition;
  readonly command: OpenCommand;
}

export const STALE_AFTER_DISPOSITION = [
  readItemEndpoint,
  listItemsEndpoint,
  readItemDispositionEndpoint,
  readCaseJudgmentsEndpoint,
  readCaseLedgerEndpoint,
  listDispositionWorkEndpoint,
  countDispositionWorkEndpoint,
];

/** The address of a form: `?do=d-return`, with the record that it is about behind it. */
export function commandOf(action: ItemDispositionAction, recordId?: string): string {
  return recordId === undefined ? `d-${action}` : `d-${action}-${recordId}`;
}

/** The record of which the open form speaks; undefined: the form of the action is not open. */
export function openRecord({ command }: ItemFormProps, action: ItemDispositionAction): string | undefined {
  const start = `d-${action}-`;
  return command.current?.startsWith(start) === true ? command.current.slice(start.length) : undefined;
}

export function useItemFrame(props: ItemFormProps, action: ItemDispositionAction) {
  const { t } = useTranslation('dispositions');
  const { item, shown, command } = props;
  const title = t(`action.${action}`);
  const isOpen = command.current === commandOf(action) || openRecord(props, action) !== undefined;
  return {
    open: isOpen && shown.availableActions.includes(action),
    onClose: command.close,
    onDone: command.close,
    title,
    submitLabel: title,
    doneSentence: title,
    invalidates: STALE_AFTER_DISPOSITION,
    draftKey: `disposition-${action}:${item.id}`,
    subject: `${item.name} ${groupItemCode(item.code)}`,
  };
}

/** To whom the first line in force gives it; null: no judgment names anybody. */
export function beneficiaryOf({ lines }: ItemDisposition): string | null {
  const named = lines.find(
    ({ state, beneficiary }) => (state === 'in_force' || state === 'part_done') && beneficiary !== null,
  );
  return named?.beneficiary ?? null;
}

/** The approval that allows it and that nobody has used. */
export function approvalFor(shown: ItemDisposition, kinds: readonly string[]) {
  return shown.requests.find(
    ({ kind, state }) => state === 'approved' && kinds.some((one) => kind === `seized_item_${one}`),
  );
}
