import { useEffect, useState } from 'react';
import Alert from 'antd/es/alert';
import Button from 'antd/es/button';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { listAssets, readAssetTotals } from '../../../modules/fixed-assets/asset-list.contract.ts';
import { stockInAssetsEndpoint } from '../../../modules/fixed-assets/contract.ts';
import { USUAL_UNIT } from '../../../modules/seized-items/item-quantity.ts';
import { useCommand } from '../../api/use-command.ts';
import { dropDraft, readDraft, writeDraft } from '../../components/command-form/form-draft.ts';
import { ItemCode } from '../../components/item-code.tsx';
import { formatFen } from '../../components/money.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { DepartmentPicker } from '../../components/pickers/department-picker.tsx';
import { PlacePicker } from '../../components/pickers/place-picker.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { useFieldProblems } from '../../components/use-field-problems.ts';
import { announce } from '../../layout/announcer.tsx';
import { PrintLabels } from '../printing/dialog/print-labels.tsx';
import { CardFields } from './card-form/card-fields.tsx';
import {
  COPIES_MAX,
  recallLast,
  rememberLast,
  linesOf,
  stockInRequest,
  type StockInValues,
} from './card-form/stock-in-values.ts';
import { WholeNumberInput } from './card-form/small-inputs.tsx';
import { MomentInput } from './moves/moment-input.tsx';
import { keepScansFromSending } from './card-form/enter-key.ts';
import './card-form/card-form.css';
import './fixed-assets.css';

const DRAFT_KEY = 'stock-in';
const CREATED_SHOWN = 20;
const USUAL: StockInValues = { card: { valueKind: 'original', quantity: '1' }, copies: 1 };

type Created = readonly { readonly id: string; readonly code: string }[];

/** The codes of what was just stocked in, to stick on and to open. */
function CreatedCards({ created, onClose }: { created: Created; onClose: () => void }) {
  const { t } = useTranslation('fixed-assets');
  return (
    <Alert
      type="success"
      showIcon
      className="cc-done"
      title={t('stockIn.done', { count: created.length })}
      closable={{ onClose }}
      action={<PrintLabels target={{ by: 'things', kind: 'A', ids: created.map(({ id }) => id) }} />}
      description={
        <ul className="cc-created">
          {created.slice(0, CREATED_SHOWN).map(({ id, code }) => (
            <li key={id}>
              <Link to={`/assets/${id}`}>
                <ItemCode code={code} withCopy={false} />
              </Link>
            </li>
          ))}
          {created.length > CREATED_SHOWN && (
            <li>{t('stockIn.further', { count: created.length - CREATED_SHOWN })}</li>
          )}
        </ul>
      }
    />
  );
}

interface StockInFieldsProps {
  readonly copies: number;
  readonly serialCount: number;
  readonly blankCount: number;
}

/** A scanner ends each code with Enter, which begins the next line here. */
function BlankCodesField({ copies, blankCount }: Pick<StockInFieldsProps, 'copies' | 'blankCount'>) {
  const { t } = useTranslation('fixed-assets');
  const tooMany = () => Promise.reject(new Error(t('stockIn.blankTooMany')));
  return (
    <Form.Item
      name="blankCodes"
      className="cc-form-wide"
      label={t('stockIn.blankCodes')}
      extra={t('stockIn.blankCount', { given: blankCount, copies })}
      rules={[{ validator: () => (blankCount > copies ? tooMany() : Promise.resolve()) }]}
    >
      <Input.TextArea autoSize={{ minRows: 1, maxRows: 12 }} spellCheck={false} />
    </Form.Item>
  );
}

/** How many alike, where they come to lie, and on which paper. */
function StockInFields({ copies, serialCount, blankCount }: StockInFieldsProps) {
  const { t } = useTranslation('fixed-assets');
  return (
    <section className="cc-form-group" aria-labelledby="group-stock-in">
      <h2 id="group-stock-in">{t('stockIn.group')}</h2>
      <div className="cc-form-grid">
        <Form.Item
          name="copies"
          label={t('stockIn.copies')}
          extra={t('stockIn.copiesHint')}
          rules={[
            {
              required: true,
              type: 'number',
              min: 1,
              max: COPIES_MAX,
              message: t('stockIn.copiesWrong', { max: COPIES_MAX }),
            },
          ]}
        >
          <WholeNumberInput />
        </Form.Item>
        <Form.Item name="placeId" label={t('card.place')}>
          <PlacePicker />
        </Form.Item>
        <Form.Item name="departmentId" label={t('card.department')}>
          <DepartmentPicker />
        </Form.Item>
        {copies > 1 && (
          <Form.Item
            name="serialNumbers"
            className="cc-form-wide"
            label={t('stockIn.serialNumbers')}
            extra={t('stockIn.serialCount', { given: serialCount, copies })}
            rules={[
              {
                validator: () =>
                  serialCount > copies
                    ? Promise.reject(new Error(t('stockIn.serialTooMany')))
                    : Promise.resolve(),
              },
            ]}
          >
            <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} />
          </Form.Item>
        )}
        <BlankCodesField copies={copies} blankCount={blankCount} />
        <Form.Item name="occurredAt" label={t('move.occurredAt')} required>
          <MomentInput />
        </Form.Item>
        <Form.Item name="basis" label={t('move.basis')}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="note" label={t('move.note')}>
          <Input maxLength={1000} />
        </Form.Item>
      </div>
    </section>
  );
}

/** 入库建卡: one card or hundreds alike, each with its own code. */
export function Component() {
  const { t } = useTranslation('fixed-assets');
  const navigate = useNavigate();
  const [form] = Form.useForm<StockInValues>();
  const [created, setCreated] = useState<Created>([]);
  const [draft] = useState(() => readDraft(DRAFT_KEY));
  const [last, setLast] = useState(recallLast);
  const values: StockInValues | undefined = Form.useWatch((all: StockInValues) => all, form);
  const command = useCommand(stockInAssetsEndpoint, { invalidates: [listAssets, readAssetTotals] });
  const shownPaths = useFieldProblems(form, command.problem);
  useEffect(() => {
    if (draft !== undefined) form.setFieldsValue(draft);
  }, [draft, form]);
  const copies = values?.copies ?? 1;
  const serialCount = linesOf(values?.serialNumbers).length;
  const blankCount = linesOf(values?.blankCodes).length;
  const valueFen = values?.card?.originalValueFen ?? 0;

  const submit = async (all: StockInValues) => {
    const answer = await command.send(stockInRequest(all));
    if (answer === undefined) return;
    dropDraft(DRAFT_KEY);
    rememberLast(all);
    setLast(recallLast());
    setCreated(answer.assets);
    announce(t('stockIn.done', { count: answer.assets.length }));
    form.resetFields();
    window.scrollTo({ top: 0 });
  };
  return (
    <div className="cc-form-page">
      <PageHeader
        title={t('stockIn.title')}
        back={{ to: '/assets', label: t('list.title') }}
        actions={
          last !== undefined && (
            <Button onClick={() => form.setFieldsValue(last)}>{t('stockIn.sameAsLast')}</Button>
          )
        }
      />
      {created.length > 0 && <CreatedCards created={created} onClose={() => setCreated([])} />}
      <Form<StockInValues>
        form={form}
        layout="vertical"
        onKeyDown={keepScansFromSending}
        initialValues={{ ...USUAL, card: { ...USUAL.card, unit: USUAL_UNIT } }}
        onValuesChange={(_changed, all) => writeDraft(DRAFT_KEY, all)}
        onFinish={(all) => void submit(all)}
        scrollToFirstError={{ focus: true, block: 'center' }}
      >
        <CardFields group="basic" without={copies > 1 ? ['serialNumber'] : []} />
        <CardFields group="finance" />
        <CardFields group="use" />
        <CardFields group="purchase" />
        <StockInFields copies={copies} serialCount={serialCount} blankCount={blankCount} />
        <div className="cc-form-foot">
          <ProblemAlert problem={command.problem} shownPaths={shownPaths} />
          <div className="cc-form-buttons">
            <Button type="primary" htmlType="submit" loading={command.isSending}>
              {copies > 1 ? t('stockIn.submitMany', { count: copies }) : t('stockIn.submit')}
            </Button>
            <Button onClick={() => void navigate('/assets')}>{t('common:action.cancel')}</Button>
            {copies > 1 && (
              <span className="cc-soft">{t('stockIn.sum', { sum: formatFen(copies * valueFen) })}</span>
            )}
          </div>
        </div>
      </Form>
    </div>
  );
}
