import Form from 'antd/es/form';
import { useTranslation } from 'react-i18next';
import { listItemsEndpoint, readItemEndpoint } from '../../../modules/seized-items/items.contract.ts';
import { ITEM_TRANSITIONS } from '../../../modules/seized-items/item-transitions.ts';
import type { OpenCommand } from '../../components/command-form/use-open-command.ts';
import { ItemCode } from '../../components/item-code.tsx';
import { PlacePicker } from '../../components/pickers/place-picker.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import type { SeizedItem } from './item-answer.ts';

export interface DrawerProps {
  readonly item: SeizedItem;
  readonly command: OpenCommand;
}

const STALE = [readItemEndpoint, listItemsEndpoint];
/** What all forms on one item share. */
export function useItemFrame({ item, command }: DrawerProps, key: keyof typeof ITEM_TRANSITIONS) {
  const pick = usePickSentence();
  const title = pick(ITEM_TRANSITIONS[key]);
  return {
    open: command.current === key && item.availableActions.some((action) => action.key === key),
    onClose: command.close,
    onDone: command.close,
    title,
    submitLabel: title,
    doneSentence: title,
    invalidates: STALE,
    draftKey: `${key}:${item.id}`,
    subject: (
      <>
        {item.name} <ItemCode code={item.code} withCopy={false} />
      </>
    ),
  };
}

export function PlaceField() {
  const { t } = useTranslation('seized-items');
  return (
    <Form.Item
      name="placeId"
      label={t('form.place')}
      rules={[{ required: true, message: t('form.placeMissing') }]}
    >
      <PlacePicker />
    </Form.Item>
  );
}
