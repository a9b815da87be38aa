/** What the forms of an item in store share: frame, quantity, reason, the second person. */
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import { listExaminationsEndpoint } from '../../../modules/seized-items/examinations/examinations.contract.ts';
import { listItemsEndpoint, readItemEndpoint } from '../../../modules/seized-items/items.contract.ts';
import { listReattributionsEndpoint } from '../../../modules/seized-items/reattribution/reattributions.contract.ts';
import type { OpenCommand } from '../../components/command-form/use-open-command.ts';
import type { SecondPersonValues } from '../../components/second-person.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import type { SeizedItem } from '../seized-items/item-answer.ts';
import { frameOnItem } from '../seized-items/item-frame.tsx';
import { useUnitAfter } from '../../i18n/use-quantity.ts';

export interface CareProps {
  readonly item: SeizedItem;
  readonly command: OpenCommand;
}

export type WithSecond<V> = V & Required<SecondPersonValues>;

const STALE = [readItemEndpoint, listItemsEndpoint, listExaminationsEndpoint, listReattributionsEndpoint];

/** The frame of the form of one of the server's `careActions`. */
export function useCareFrame(props: CareProps, key: string) {
  const pick = usePickSentence();
  const action = props.item.careActions.find((one) => one.key === key);
  const title = action === undefined ? '' : pick(action);
  return { ...frameOnItem(props, key, title, action !== undefined), invalidates: STALE };
}

interface QuantityProps {
  readonly name: string | (string | number)[];
  readonly label: string;
  readonly unit?: string;
  readonly isNeeded?: boolean;
}

const DECIMAL = /^(0|[1-9]\d{0,17})(\.\d{1,18})?$/;

export function QuantityField({ name, label, unit, isNeeded = true }: QuantityProps) {
  const unitAfter = useUnitAfter();
  const { t } = useTranslation('item-care');
  return (
    <Form.Item
      name={name}
      label={label}
      rules={[
        ...(isNeeded ? [{ required: true, message: t('quantityMissing') }] : []),
        { pattern: DECIMAL, message: t('quantityWrong') },
      ]}
    >
      <Input
        inputMode="decimal"
        maxLength={40}
        autoComplete="off"
        {...(unit === undefined ? {} : { suffix: unitAfter(unit) })}
      />
    </Form.Item>
  );
}

export function ReasonField({ name = 'reason', label }: { readonly name?: string; readonly label?: string }) {
  const { t } = useTranslation('item-care');
  return (
    <Form.Item
      name={name}
      label={label ?? t('reason')}
      rules={[{ required: true, message: t('reasonMissing') }]}
    >
      <Input.TextArea rows={3} maxLength={500} />
    </Form.Item>
  );
}

export function LineField({
  name,
  label,
  extra,
  maxLength = 200,
  isNeeded = true,
}: {
  readonly name: string | (string | number)[];
  readonly label: string;
  readonly extra?: string;
  readonly maxLength?: number;
  readonly isNeeded?: boolean;
}) {
  const { t } = useTranslation('item-care');
  return (
    <Form.Item
      name={name}
      label={label}
      {...(extra === undefined ? {} : { extra })}
      rules={isNeeded ? [{ required: true, message: t('fieldMissing', { label }) }] : []}
    >
      <Input maxLength={maxLength} autoComplete="off" />
    </Form.Item>
  );
}

/** What is left empty is not said at all. */
export function orNull(text: string | null | undefined): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

/** Whether a text can be counted with. */
export function isDecimal(text: string | undefined): text is string {
  return text !== undefined && DECIMAL.test(text);
}
