import Button from 'antd/es/button';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { readItemEndpoint } from '../../../modules/seized-items/items.contract.ts';
import {
  listDepositsEndpoint,
  orderMoneyEndpoint,
} from '../../../modules/seized-items/money/deposits.contract.ts';
import { isCurrency } from '../../../modules/seized-items/item-quantity.ts';
import { useEndpointPages } from '../../api/use-endpoint-pages.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { ReasonField } from '../../components/command-form/reason-field.tsx';
import type { OpenCommand } from '../../components/command-form/use-open-command.ts';
import { ChoiceRow } from '../../components/fields/choice-row.tsx';
import { useCan } from '../../session/use-session.ts';
import { WorthNote } from '../money/worth-note.tsx';
import { DepositRow } from '../money/deposit-list.tsx';
import { HeldMoneyList } from '../money/held-money-list.tsx';
import type { SeizedItem } from './item-answer.ts';
import '../../components/plain-rows.css';

interface ItemMoneyProps {
  readonly item: SeizedItem;
  readonly command: OpenCommand;
}

const ORDER = 'order_money';

function OrderForm({ item, command }: ItemMoneyProps) {
  const { t } = useTranslation('money');
  return (
    <CommandForm<typeof orderMoneyEndpoint, { verdict: 'keep' | 'deposit'; document: string; reason: string }>
      declaration={orderMoneyEndpoint}
      open={command.current === ORDER}
      onClose={command.close}
      onDone={command.close}
      title={t('item.order')}
      submitLabel={t('item.order')}
      doneSentence={t('item.ordered')}
      invalidates={[readItemEndpoint]}
      subject={item.name}
      toRequest={(values) => ({ body: { itemIds: [item.id], ...values } })}
    >
      <Form.Item
        name="verdict"
        label={t('item.verdict')}
        rules={[{ required: true, message: t('item.verdictMissing') }]}
      >
        <ChoiceRow
          label={t('item.verdict')}
          options={[
            { value: 'keep', label: t('item.keep') },
            { value: 'deposit', label: t('item.allow') },
          ]}
        />
      </Form.Item>
      <Form.Item
        name="document"
        label={t('item.document')}
        rules={[{ required: true, whitespace: true, message: t('item.documentMissing') }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <ReasonField />
    </CommandForm>
  );
}

function Deposits({ itemId, command }: { itemId: string; command: OpenCommand }) {
  const pages = useEndpointPages(listDepositsEndpoint, { query: { itemId, limit: 20 } });
  if (pages.items.length === 0) return null;
  return (
    <ul className="cc-rows">
      {pages.items.map((deposit) => (
        <DepositRow key={deposit.id} deposit={deposit} command={command} />
      ))}
    </ul>
  );
}

/** Money of the case: its deposits, where to deposit it, and the judge's order on how it is kept. */
export function ItemMoney({ item, command }: ItemMoneyProps) {
  const { t } = useTranslation('money');
  const can = useCan();
  if (!isCurrency(item.unit)) return null;
  const mayOrder = can('item.money.order') && !['to_treasury', 'returned'].includes(item.state);
  return (
    <section aria-label={t('item.title')}>
      <h2>{t('item.title')}</h2>
      {item.unit !== 'CNY' && (
        <p>{item.worth === null ? t('worth.unknown') : <WorthNote worth={item.worth} />}</p>
      )}
      {can('money.read') && <Deposits itemId={item.id} command={command} />}
      {can('money.read') && <HeldMoneyList itemId={item.id} />}
      <p>
        {item.state === 'in_store' && can('money.deposit') && (
          <Link to={`/money?item=${item.id}`}>{t('item.deposit')}</Link>
        )}{' '}
        {mayOrder && <Button onClick={() => command.open(ORDER)}>{t('item.order')}</Button>}
      </p>
      {mayOrder && <OrderForm item={item} command={command} />}
    </section>
  );
}
