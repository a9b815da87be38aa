import { useTranslation } from 'react-i18next';
import { identifyItemEndpoint } from '../../../modules/seized-items/care/care.contract.ts';
import {
  COMPARED_MARK_KEYS,
  COMPARED_MARKS,
  listMarksMissing,
  type ComparedMark,
} from '../../../modules/seized-items/care/compared-marks.rules.ts';
import { TickedField } from '../../components/fields/ticked-field.tsx';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { SecondPersonFields } from '../../components/second-person.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { ReasonField, useCareFrame, type CareProps, type WithSecond } from './care-frame.tsx';

type Values = WithSecond<{ recognisedBy: string; compared: ComparedMark[] }>;

/** Two people recognise the thing; then its label gives way to the next version. */
export function IdentifyForm({ onRelabel, ...props }: CareProps & { readonly onRelabel: () => void }) {
  const { t } = useTranslation('item-care');
  const frame = useCareFrame(props, 'identify');
  const pick = usePickSentence();
  const { item, command } = props;
  const isSealed = item.sealNumber !== null;
  const options = COMPARED_MARK_KEYS.filter((mark) => isSealed || mark !== 'seal').map((mark) => ({
    value: mark,
    label: pick(COMPARED_MARKS[mark]),
  }));
  return (
    <CommandForm<typeof identifyItemEndpoint, Values>
      {...frame}
      declaration={identifyItemEndpoint}
      onDone={() => {
        onRelabel();
        command.close();
      }}
      toRequest={(body) => ({ params: { itemId: item.id }, body })}
    >
      <p>{t('identify.hint')}</p>
      <TickedField
        name="compared"
        label={t('identify.compared')}
        options={options}
        objectTo={(marks) => {
          const missing = listMarksMissing(marks, isSealed).map((mark) => pick(COMPARED_MARKS[mark]));
          return missing.length === 0
            ? null
            : t('identify.missing', { marks: missing.join(t('identify.comma')) });
        }}
      />
      <ReasonField name="recognisedBy" label={t('identify.by')} />
      <SecondPersonFields sentence={t('twoPersons')} />
    </CommandForm>
  );
}
