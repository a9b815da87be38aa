import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import type { ItemDispositionAction } from '../../../modules/dispositions/item-actions.rules.ts';
import { commandOf, type ItemFormProps } from './item-form.ts';

/** What may be done with one record of an item, beside it. */
export function Beside({
  shown,
  command,
  action,
  id,
}: Pick<ItemFormProps, 'shown' | 'command'> & { action: ItemDispositionAction; id: string }) {
  const { t } = useTranslation('dispositions');
  if (!shown.availableActions.includes(action)) return null;
  return (
    <Button size="small" onClick={() => command.open(commandOf(action, id))}>
      {t(`action.${action}`)}
    </Button>
  );
}
