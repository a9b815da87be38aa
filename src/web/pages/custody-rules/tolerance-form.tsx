import Form from 'antd/es/form';
import Input from 'antd/es/input';
import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import { ITEM_CATEGORIES, ITEM_CATEGORY_IDS } from '../../../modules/seized-items/item-categories.ts';
import {
  listTolerancesEndpoint,
  setToleranceEndpoint,
  type ToleranceAnswer,
} from '../../../modules/seized-items/tolerances/tolerances.contract.ts';
import { sayShare, TOLERANCE_KINDS } from '../../../modules/seized-items/tolerances/tolerances.rules.ts';
import { useToday } from '../../clock.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { ReasonField } from '../../components/command-form/reason-field.tsx';
import type { OpenCommand } from '../../components/command-form/use-open-command.ts';
import { DayInput } from '../../components/fields/day-input.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { useShippedWords } from '../../i18n/use-shipped-words.ts';

type Kind = ToleranceAnswer['kind'];
type Category = ToleranceAnswer['category'];

interface Values {
  kind: Kind;
  category: Category;
  percent: string;
  effectiveFrom: string;
  document: string;
  reason: string;
}

interface FormProps {
  readonly command: OpenCommand;
  readonly known: readonly ToleranceAnswer[];
}

/** The categories that lose by nature at all, or every category for weighings; beside the choice, what ships. */
function CategoryField({ known }: Pick<FormProps, 'known'>) {
  const inWords = useShippedWords();
  const { t } = useTranslation('custody-rules');
  const pick = usePickSentence();
  const form = Form.useFormInstance<Values>();
  const kind = Form.useWatch('kind', form) ?? 'natural_loss';
  const category = Form.useWatch('category', form);
  const ofKind = known.filter((one) => one.kind === kind);
  const categories: readonly Category[] =
    kind === 'natural_loss' ? ofKind.map((one) => one.category) : ['usual', ...ITEM_CATEGORY_IDS];
  const found = ofKind.find((one) => one.category === category);
  const shipped = found?.shipped ?? null;
  return (
    <Form.Item
      name="category"
      label={t('tolerance.category')}
      rules={[{ required: true, message: t('tolerance.categoryMissing') }]}
      {...(found === undefined || shipped === null
        ? {}
        : {
            extra: [
              t(found.isCeiling ? 'tolerance.ceiling' : 'tolerance.shipped', {
                share: sayShare(shipped),
                basis: inWords(found.basis),
              }),
              ...(found.isCeiling
                ? []
                : [t('tolerance.most', { share: sayShare(found.most), reason: pick(found.mostReason) })]),
            ].join(t('stop')),
          })}
    >
      <Select<Category>
        showSearch={{ optionFilterProp: 'label' }}
        options={categories.map((value) => ({
          value,
          label: value === 'usual' ? t('tolerance.usual') : pick(ITEM_CATEGORIES[value]),
        }))}
      />
    </Form.Item>
  );
}

/** 设定本院允差: by a paper, from today or a later day on. */
export function ToleranceForm({ command, known }: FormProps) {
  const { t } = useTranslation('custody-rules');
  const pick = usePickSentence();
  const today = useToday();
  const kinds = (['natural_loss', 'weighing'] as const).map((value) => ({
    value,
    label: pick(TOLERANCE_KINDS[value]),
  }));
  return (
    <CommandForm<typeof setToleranceEndpoint, Values>
      declaration={setToleranceEndpoint}
      open={command.current === 'set'}
      onClose={command.close}
      onDone={command.close}
      title={t('tolerance.set')}
      submitLabel={t('tolerance.set')}
      doneSentence={t('tolerance.done')}
      invalidates={[listTolerancesEndpoint]}
      initialValues={{ kind: 'natural_loss', effectiveFrom: today }}
      toRequest={({ percent, ...body }) => ({ body: { ...body, percent: percent.trim() } })}
    >
      <Form.Item name="kind" label={t('tolerance.kind')} required>
        <Select<Kind> options={kinds} />
      </Form.Item>
      <CategoryField known={known} />
      <Form.Item
        name="percent"
        label={t('tolerance.percent')}
        rules={[
          { required: true, pattern: /^(0|[1-9]\d?)(\.\d{1,4})?$/, message: t('tolerance.percentMissing') },
        ]}
      >
        <Input inputMode="decimal" maxLength={7} suffix="%" autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="effectiveFrom"
        label={t('tolerance.from')}
        extra={t('tolerance.fromHint')}
        rules={[{ required: true, message: t('tolerance.fromMissing') }]}
      >
        <DayInput />
      </Form.Item>
      <Form.Item
        name="document"
        label={t('tolerance.document')}
        rules={[{ required: true, whitespace: true, message: t('tolerance.documentMissing') }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <ReasonField />
    </CommandForm>
  );
}
