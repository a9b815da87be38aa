import Button from 'antd/es/button';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import { listItemsEndpoint, readItemEndpoint } from '../../../modules/seized-items/items.contract.ts';
import { isEnded, isItemState } from '../../../modules/seized-items/item-states.ts';
import { renewSeizureEndpoint, verifyItemsEndpoint } from '../../../modules/seized-items/verify.contract.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import type { OpenCommand } from '../../components/command-form/use-open-command.ts';
import { DayInput } from '../../components/fields/day-input.tsx';
import { SecondPersonFields, type SecondPersonValues } from '../../components/second-person.tsx';
import { useCan } from '../../session/use-session.ts';
import { useUnitAfter } from '../../i18n/use-quantity.ts';
import { RecordDifferenceForm } from '../baseline/baseline-forms.tsx';
import type { SeizedItem } from './item-answer.ts';

interface UpkeepProps {
  readonly item: SeizedItem;
  readonly command: OpenCommand;
}

const STALE = [readItemEndpoint, listItemsEndpoint];

/** 存量核对: the first count of what came from an older register. */
function VerifyForm({ item, command }: UpkeepProps) {
  const unitAfter = useUnitAfter();
  const { t } = useTranslation('seized-items');
  return (
    <CommandForm<typeof verifyItemsEndpoint, Required<SecondPersonValues> & { quantity: string }>
      declaration={verifyItemsEndpoint}
      open={command.current === 'verify'}
      onClose={command.close}
      onDone={command.close}
      title={t('upkeep.verify')}
      submitLabel={t('upkeep.verify')}
      doneSentence={t('upkeep.verified')}
      invalidates={STALE}
      subject={item.name}
      toRequest={({ quantity, secondPerson }) => ({
        body: { lines: [{ itemId: item.id, quantity: quantity.trim() }], secondPerson },
      })}
    >
      <p className="cc-soft">{t('upkeep.verifyHint')}</p>
      <Form.Item
        name="quantity"
        label={t('upkeep.counted')}
        rules={[{ required: true, message: t('upkeep.countedMissing') }]}
      >
        <Input inputMode="decimal" maxLength={40} suffix={unitAfter(item.unit)} />
      </Form.Item>
      <SecondPersonFields sentence={t('form.twoPersons')} />
    </CommandForm>
  );
}

/** 续行查封扣押: the judge's new paper and the new day. */
function RenewForm({ item, command }: UpkeepProps) {
  const { t } = useTranslation('seized-items');
  return (
    <CommandForm<typeof renewSeizureEndpoint, { expiresOn: string; document: string }>
      declaration={renewSeizureEndpoint}
      open={command.current === 'renew_seizure'}
      onClose={command.close}
      onDone={command.close}
      title={t('upkeep.renew')}
      submitLabel={t('upkeep.renew')}
      doneSentence={t('upkeep.renewed')}
      invalidates={STALE}
      subject={item.name}
      toRequest={(values) => ({ body: { itemIds: [item.id], ...values } })}
    >
      <Form.Item
        name="expiresOn"
        label={t('upkeep.renewOn')}
        rules={[{ required: true, message: t('upkeep.renewOnMissing') }]}
      >
        <DayInput />
      </Form.Item>
      <Form.Item
        name="document"
        label={t('upkeep.doc')}
        rules={[{ required: true, whitespace: true, message: t('upkeep.docMissing') }]}
      >
        <Input maxLength={200} />
      </Form.Item>
    </CommandForm>
  );
}

/** What is done to an item where it lies: its first count, the renewal of its seizure. */
export function ItemUpkeep({ item, command }: UpkeepProps) {
  const { t } = useTranslation('seized-items');
  const can = useCan();
  const isOpen = isItemState(item.state) && !isEnded(item.state);
  const mayVerify = isOpen && item.isUnverified && can('item.verify');
  const mayRenew = isOpen && item.seizureExpiresOn !== null && can('item.seizure.renew');
  if (!mayVerify && !mayRenew) return null;
  return (
    <p className="cc-no-print">
      {mayVerify && !item.hasOpenCount && (
        <Button onClick={() => command.open('verify')}>{t('upkeep.verify')}</Button>
      )}{' '}
      {mayVerify && (
        <Button onClick={() => command.open(item.hasOpenCount ? 'recount' : 'count_differs')}>
          {t(item.hasOpenCount ? 'upkeep.recount' : 'upkeep.differs')}
        </Button>
      )}{' '}
      {mayRenew && <Button onClick={() => command.open('renew_seizure')}>{t('upkeep.renew')}</Button>}
      {mayVerify && !item.hasOpenCount && <VerifyForm item={item} command={command} />}
      {mayVerify && <RecordDifferenceForm item={item} command={command} isRecount={false} />}
      {mayVerify && item.hasOpenCount && <RecordDifferenceForm item={item} command={command} isRecount />}
      {mayRenew && <RenewForm item={item} command={command} />}
    </p>
  );
}
