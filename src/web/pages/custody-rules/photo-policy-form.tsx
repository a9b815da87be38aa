import Button from 'antd/es/button';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import InputNumber from 'antd/es/input-number';
import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import {
  ITEM_CATEGORIES,
  ITEM_CATEGORY_IDS,
  ITEM_GRADES,
} from '../../../modules/seized-items/item-categories.ts';
import {
  listPhotoNeedsEndpoint,
  readPhotoPolicyEndpoint,
  savePhotoPolicyEndpoint,
  type PhotoPolicyAnswer,
} from '../../../modules/seized-items/photo-demands/photo-policy.contract.ts';
import {
  PHOTO_STEP_IDS,
  PHOTO_STEPS,
  PHOTOS_MAX,
} from '../../../modules/seized-items/photo-demands/photo-policy-rules.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { GRADES, policyOfValues, valuesOfPolicy, type PhotoPolicyValues } from './photo-policy-values.ts';

const EXCEPTIONS_MAX = 40;

function GradeFields() {
  const { t } = useTranslation('custody-rules');
  const pick = usePickSentence();
  return (
    <div className="cc-custody-grid" role="group" aria-label={t('photo.byGrade')}>
      <span />
      {GRADES.map((grade) => (
        <strong key={grade}>{pick(ITEM_GRADES[grade])}</strong>
      ))}
      {PHOTO_STEP_IDS.map((step) => [
        <span key={step}>{pick(PHOTO_STEPS[step])}</span>,
        ...GRADES.map((grade) => (
          <Form.Item
            key={`${step} ${grade}`}
            name={['grades', step, grade]}
            rules={[{ required: true, message: t('photo.countMissing') }]}
          >
            <InputNumber
              min={PHOTO_STEPS[step].floor}
              max={PHOTOS_MAX}
              precision={0}
              aria-label={`${pick(PHOTO_STEPS[step])} ${pick(ITEM_GRADES[grade])}`}
            />
          </Form.Item>
        )),
      ])}
    </div>
  );
}

function ExceptionFields({ index }: { index: number }) {
  const { t } = useTranslation('custody-rules');
  const pick = usePickSentence();
  const categories = ITEM_CATEGORY_IDS.map((value) => ({ value, label: pick(ITEM_CATEGORIES[value]) }));
  const steps = PHOTO_STEP_IDS.map((value) => ({ value, label: pick(PHOTO_STEPS[value]) }));
  return (
    <>
      <Form.Item
        name={[index, 'category']}
        label={t('photo.category')}
        rules={[{ required: true, message: t('photo.categoryMissing') }]}
      >
        <Select options={categories} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
      <Form.Item
        name={[index, 'steps']}
        label={t('photo.step')}
        rules={[{ required: true, message: t('photo.stepMissing') }]}
      >
        <Select mode="multiple" options={steps} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
      <Form.Item
        name={[index, 'count']}
        label={t('photo.pieces')}
        rules={[{ required: true, message: t('photo.countMissing') }]}
      >
        <InputNumber min={0} max={PHOTOS_MAX} precision={0} />
      </Form.Item>
    </>
  );
}

function ExceptionList() {
  const { t } = useTranslation('custody-rules');
  return (
    <Form.List name="categories">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <fieldset key={key} className="cc-custody-rule">
              <ExceptionFields index={name} />
              <Button size="small" onClick={() => remove(name)}>
                {t('photo.remove')}
              </Button>
            </fieldset>
          ))}
          {fields.length < EXCEPTIONS_MAX && (
            <Button block onClick={() => add({})}>
              {t('photo.add')}
            </Button>
          )}
        </>
      )}
    </Form.List>
  );
}

export interface PhotoPolicyFormProps {
  readonly policy: PhotoPolicyAnswer;
  readonly onClose: () => void;
  readonly onReload: () => void;
}

/** 修改拍照规定. */
export function PhotoPolicyForm({ policy, onClose, onReload }: PhotoPolicyFormProps) {
  const { t } = useTranslation('custody-rules');
  return (
    <CommandForm<typeof savePhotoPolicyEndpoint, PhotoPolicyValues>
      declaration={savePhotoPolicyEndpoint}
      open
      onClose={onClose}
      onReload={onReload}
      title={t('photo.change')}
      submitLabel={t('photo.save')}
      doneSentence={t('photo.done')}
      invalidates={[readPhotoPolicyEndpoint, listPhotoNeedsEndpoint]}
      ifMatch={policy.version}
      initialValues={valuesOfPolicy(policy.rules)}
      toRequest={(values) => ({ body: { rules: policyOfValues(values), note: values.note } })}
      onDone={onClose}
    >
      <p className="cc-soft">{t('photo.hint')}</p>
      <GradeFields />
      <h3>{t('photo.exceptions')}</h3>
      <ExceptionList />
      <Form.Item
        name="note"
        label={t('photo.note')}
        rules={[{ required: true, whitespace: true, message: t('photo.noteMissing') }]}
      >
        <Input maxLength={200} />
      </Form.Item>
    </CommandForm>
  );
}
