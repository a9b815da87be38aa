import Form from 'antd/es/form';
import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import type { PlaceAnswer } from '../../../modules/storage/contract.ts';
import { KINDS_BELOW, PLACE_KINDS, type PlaceKind } from '../../../modules/storage/rules.ts';
import { usePickSentence } from '../../i18n/use-language.ts';

/** The kinds that may lie below the place, or at the top. */
export function kindsBelow(parent: PlaceAnswer | undefined): readonly PlaceKind[] {
  return KINDS_BELOW[parent?.kind ?? 'court'];
}

/** Which kind of place; only those that may lie here. */
export function KindField({ parent }: { parent: PlaceAnswer | undefined }) {
  const { t } = useTranslation('places');
  const pick = usePickSentence();
  return (
    <Form.Item name="kind" label={t('field.kind')} rules={[{ required: true, message: t('missingKind') }]}>
      <Select options={kindsBelow(parent).map((kind) => ({ value: kind, label: pick(PLACE_KINDS[kind]) }))} />
    </Form.Item>
  );
}
