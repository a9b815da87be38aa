import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import * as contract from '../../../modules/seized-items/baseline/baseline.contract.ts';
import { listItemsEndpoint, readItemEndpoint } from '../../../modules/seized-items/items.contract.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import type { OpenCommand } from '../../components/command-form/use-open-command.ts';
import { SecondPersonFields } from '../../components/second-person.tsx';
import { useSayQuantity } from '../../i18n/use-quantity.ts';
import { LineField, orNull, QuantityField, ReasonField, type WithSecond } from '../item-care/care-frame.tsx';
import type { SeizedItem } from '../seized-items/item-answer.ts';
import { PhotoButton } from '../seized-items/photo-button.tsx';

const STALE = [contract.listCountDifferencesEndpoint, readItemEndpoint, listItemsEndpoint];

interface ItemFormProps {
  readonly item: SeizedItem;
  readonly command: OpenCommand;
}

/** Two people found another number than the register says, or count again; a photo of today speaks for it. */
export function RecordDifferenceForm({
  item,
  command,
  isRecount,
}: ItemFormProps & { readonly isRecount: boolean }) {
  const sayQuantity = useSayQuantity();
  const { t } = useTranslation('baseline');
  const name = isRecount ? 'recount' : 'count_differs';
  const title = t(isRecount ? 'recount' : 'record');
  return (
    <CommandForm<
      typeof contract.recordCountDifferenceEndpoint,
      WithSecond<{ counted: string; reason: string; document?: string }>
    >
      declaration={contract.recordCountDifferenceEndpoint}
      open={command.current === name}
      onClose={command.close}
      onDone={command.close}
      title={title}
      submitLabel={title}
      doneSentence={t(isRecount ? 'recounted' : 'recorded')}
      invalidates={STALE}
      draftKey={`${name}:${item.id}`}
      subject={item.name}
      toRequest={({ counted, reason, document, secondPerson }) => ({
        params: { itemId: item.id },
        body: { counted: counted.trim(), reason, document: orNull(document), secondPerson },
      })}
    >
      <p>{t(isRecount ? 'recountHint' : 'recordHint', { booked: sayQuantity(item.onHand, item.unit) })}</p>
      <QuantityField name="counted" label={t('counted')} unit={item.unit} />
      <ReasonField label={t(isRecount ? 'recountReason' : 'reason')} />
      <LineField name="document" label={t('document')} isNeeded={false} />
      <p className="cc-soft">{t('photoToday')}</p>
      <PhotoButton itemId={item.id} />
      <SecondPersonFields sentence={t('twoPersons')} />
    </CommandForm>
  );
}

interface ManyProps {
  readonly differences: readonly contract.CountDifference[];
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

function Figures({ differences }: Pick<ManyProps, 'differences'>) {
  const sayQuantity = useSayQuantity();
  const { t } = useTranslation('baseline');
  return (
    <ul className="cc-baseline-figures">
      {differences.map(({ id, name, booked, counted, unit }) => (
        <li key={id}>
          {t('figures', { name, booked: sayQuantity(booked, unit), counted: sayQuantity(counted, unit) })}
        </li>
      ))}
    </ul>
  );
}

/** Leaders are asked to let the counted figures stand. */
export function RequestBaselineForm({ differences, isOpen, onClose }: ManyProps) {
  const { t } = useTranslation('baseline');
  return (
    <CommandForm<typeof contract.requestBaselineEndpoint, { reason: string }>
      declaration={contract.requestBaselineEndpoint}
      open={isOpen}
      onClose={onClose}
      onDone={onClose}
      title={t('request')}
      submitLabel={t('request')}
      doneSentence={t('requested')}
      invalidates={STALE}
      toRequest={({ reason }) => ({ body: { differenceIds: differences.map(({ id }) => id), reason } })}
    >
      <p>{t('requestHint')}</p>
      <Figures differences={differences} />
      <Form.Item
        name="reason"
        label={t('requestReason')}
        rules={[{ required: true, message: t('requestReasonMissing') }]}
      >
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
    </CommandForm>
  );
}

/** What was approved is entered by the custodian and a second person. */
export function SettleBaselineForm({ differences, isOpen, onClose }: ManyProps) {
  const { t } = useTranslation('baseline');
  return (
    <CommandForm<typeof contract.settleBaselineEndpoint, WithSecond<object>>
      declaration={contract.settleBaselineEndpoint}
      open={isOpen}
      onClose={onClose}
      onDone={onClose}
      title={t('settle')}
      submitLabel={t('settle')}
      doneSentence={t('settled')}
      invalidates={STALE}
      toRequest={({ secondPerson }) => ({
        params: { requestId: differences[0]?.request?.id ?? '' },
        body: { secondPerson },
      })}
    >
      <p>{t('settleHint', { number: differences[0]?.request?.number ?? '' })}</p>
      <Figures differences={differences} />
      <SecondPersonFields sentence={t('twoPersons')} />
    </CommandForm>
  );
}
