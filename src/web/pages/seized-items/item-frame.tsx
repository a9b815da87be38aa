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

/** What all forms on one item share: it is open while its key stands in the address and the server offers it. */
export function frameOnItem({ item, command }: DrawerProps, key: string, title: string, isOffered: boolean) {
  return {
    open: command.current === key && isOffered,
    onClose: command.close,
    title,
    submitLabel: title,
    doneSentence: title,
    draftKey: `${key}:${item.id}`,
    subject: (
      <>
        {item.name} <ItemCode code={item.code} withCopy={false} />
      </>
    ),
  };
}

/** The frame of the form of one of the server's `availableActions`. */
export function useItemFrame(props: DrawerProps, key: keyof typeof ITEM_TRANSITIONS) {
  const { item, command } = props;
  const pick = usePickSentence();
  const isOffered = item.availableActions.some((action) => action.key === key);
  const frame = frameOnItem(props, key, pick(ITEM_TRANSITIONS[key]), isOffered);
  return { ...frame, onDone: command.close, invalidates: STALE };
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
