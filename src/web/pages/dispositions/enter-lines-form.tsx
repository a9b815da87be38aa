import Button from 'antd/es/button';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import {
  concernsAThing,
  JUDGMENT_ORDERS,
  orderOf,
  type JudgmentOrderId,
} from '../../../modules/dispositions/judgment-orders.ts';
import { enterJudgmentLinesEndpoint } from '../../../modules/dispositions/judgments.contract.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import type { OpenCommand } from '../../components/command-form/use-open-command.ts';
import { useSayQuantity } from '../../i18n/use-quantity.ts';
import { useOptions } from '../cases/case-words.tsx';
import { ChoiceItem, DayItem, TextItem } from './fields.tsx';
import { STALE_AFTER_DISPOSITION } from './item-form.ts';
import { itemsWithoutLine, withLinesFor } from './items-without-line.ts';
import type { CaseJudgments, JudgmentLine } from './judgment-answer.ts';

interface LineValues {
  lineNumber: string;
  order: JudgmentOrderId;
  itemId?: string | null;
  description: string;
  quantity: string;
  unit: string;
  beneficiaryId?: string | null;
  beneficiary?: string;
  note?: string;
}
interface Values {
  document: string;
  effectiveOn: string;
  lines: LineValues[];
}

const orNull = (text: string | undefined) => (text === undefined || text.trim() === '' ? null : text);

function bodyOf({ document, effectiveOn, lines }: Values, correctsLineId: string | null) {
  return {
    document,
    effectiveOn,
    lines: lines.map(({ lineNumber, order, itemId, beneficiaryId, beneficiary, note, ...line }) => ({
      ...line,
      order,
      lineNumber: Number(lineNumber),
      itemId: concernsAThing(order) ? (itemId ?? null) : null,
      beneficiaryId: beneficiaryId ?? null,
      beneficiary: orNull(beneficiary),
      note: orNull(note),
      correctsLineId,
    })),
  };
}

/** What is known of the item that was chosen: its name, all that is there of it, its unit. */
function ItemItem({ at, shown }: { at: number; shown: CaseJudgments }) {
  const sayQuantity = useSayQuantity();
  const { t } = useTranslation('dispositions');
  const form = Form.useFormInstance();
  return (
    <Form.Item name={[at, 'itemId']} label={t('field.itemId')} extra={t('form.noItem')}>
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        options={shown.items.map((item) => ({
          value: item.id,
          label: `${item.number}. ${item.name} ${sayQuantity(item.onHand, item.unit)}`,
        }))}
        onChange={(id: string | undefined) => {
          const item = shown.items.find((one) => one.id === id);
          if (item === undefined) return;
          for (const [key, value] of [
            ['description', item.name],
            ['quantity', item.onHand],
            ['unit', item.unit],
          ] as const)
            form.setFieldValue(['lines', at, key], value);
        }}
      />
    </Form.Item>
  );
}

function BeneficiaryItems({ at, shown }: { at: number; shown: CaseJudgments }) {
  const { t } = useTranslation('dispositions');
  const order: unknown = Form.useWatch(['lines', at, 'order']);
  const needs =
    typeof order === 'string' && order in JUDGMENT_ORDERS ? orderOf(order as JudgmentOrderId).needs : null;
  if (needs === null) return null;
  const parties = shown.parties.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      {needs === 'party' && parties.length > 0 && (
        <ChoiceItem name={[at, 'beneficiaryId']} label="beneficiaryId" options={parties} isOptional />
      )}
      <TextItem
        name={[at, 'beneficiary']}
        label={needs === 'party' ? 'beneficiary' : 'organ'}
        isOptional={needs === 'party' && parties.length > 0}
        {...(needs === 'party' && parties.length > 0 ? { extra: t('form.otherBeneficiary') } : {})}
      />
    </>
  );
}

function LineFields({ at, shown, onRemove }: { at: number; shown: CaseJudgments; onRemove?: () => void }) {
  const { t } = useTranslation('dispositions');
  const orders = useOptions(JUDGMENT_ORDERS);
  return (
    <fieldset className="cc-disposition-group">
      <legend>{t('form.lineAt', { number: at + 1 })}</legend>
      <div className="cc-disposition-pair">
        <TextItem name={[at, 'lineNumber']} label="lineNumber" max={4} />
        <ChoiceItem name={[at, 'order']} label="order" options={orders} />
      </div>
      <ItemItem at={at} shown={shown} />
      <TextItem name={[at, 'description']} label="description" max={300} />
      <div className="cc-disposition-pair">
        <TextItem name={[at, 'quantity']} label="quantity" max={40} />
        <Form.Item
          name={[at, 'unit']}
          label={t('field.unit')}
          rules={[{ required: true, message: t('missing', { field: t('field.unit') }) }]}
        >
          <Input maxLength={20} autoComplete="off" />
        </Form.Item>
      </div>
      <BeneficiaryItems at={at} shown={shown} />
      {onRemove !== undefined && (
        <Button size="small" onClick={onRemove}>
          {t('form.removeLine')}
        </Button>
      )}
    </fieldset>
  );
}

function lineOf(line: JudgmentLine): LineValues {
  const { lineNumber, order, description, quantity, unit, beneficiary } = line;
  return {
    ...{ order, description, quantity, unit },
    lineNumber: String(lineNumber),
    itemId: line.item?.id ?? null,
    ...(beneficiary === null ? {} : { beneficiary }),
  };
}

/** One line for each thing that no line names yet: a long judgment is checked, not typed. */
function RestOfItems({ shown, next }: { shown: CaseJudgments; next: number }) {
  const { t } = useTranslation('dispositions');
  const form = Form.useFormInstance<Values>();
  const typed = Form.useWatch('lines', form) ?? [];
  const rest = itemsWithoutLine(shown, typed);
  if (rest.length < 2) return null;
  return (
    <Button
      block
      className="cc-disposition-rest"
      onClick={() => form.setFieldValue('lines', withLinesFor(typed, rest, next))}
    >
      {t('form.restOfItems', { count: rest.length })}
    </Button>
  );
}

/** Enters the lines of a judgment, or the one line that corrects another. */
export function EnterLinesForm({ shown, command }: { shown: CaseJudgments; command: OpenCommand }) {
  const { t } = useTranslation('dispositions');
  const start = 'correct_line-';
  const correctedId =
    command.current?.startsWith(start) === true ? command.current.slice(start.length) : null;
  const corrected = shown.lines.find(({ id }) => id === correctedId);
  const title = t(corrected === undefined ? 'judgments.enter' : 'lineAction.correct');
  const next = Math.max(0, ...shown.lines.map(({ lineNumber }) => lineNumber)) + 1;
  return (
    <CommandForm<typeof enterJudgmentLinesEndpoint, Values>
      open={command.current === 'enter_lines' || corrected !== undefined}
      onClose={command.close}
      onDone={command.close}
      title={title}
      submitLabel={title}
      doneSentence={title}
      draftKey={`judgment-lines:${shown.caseId}:${corrected?.id ?? ''}`}
      invalidates={STALE_AFTER_DISPOSITION}
      declaration={enterJudgmentLinesEndpoint}
      initialValues={
        corrected === undefined
          ? { lines: [{ lineNumber: String(next) }] as LineValues[] }
          : { lines: [lineOf(corrected)] }
      }
      toRequest={(values) => ({
        params: { caseId: shown.caseId },
        body: bodyOf(values, corrected?.id ?? null),
      })}
    >
      {corrected !== undefined && <p className="cc-soft">{t('form.correct')}</p>}
      <TextItem
        name="document"
        label={corrected === undefined ? 'judgment' : 'correctingDocument'}
        max={100}
      />
      <DayItem name="effectiveOn" isAhead />
      <Form.List name="lines">
        {(fields, { add, remove }) => (
          <>
            {fields.map((field, index) => (
              <LineFields
                key={field.key}
                at={field.name}
                shown={shown}
                {...(index === 0 ? {} : { onRemove: () => remove(field.name) })}
              />
            ))}
            {corrected === undefined && (
              <>
                <Button block onClick={() => add({ lineNumber: String(next + fields.length) })}>
                  {t('form.addLine')}
                </Button>
                <RestOfItems shown={shown} next={next} />
              </>
            )}
          </>
        )}
      </Form.List>
    </CommandForm>
  );
}
