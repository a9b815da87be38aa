import { useTranslation } from 'react-i18next';
import { identifyItemEndpoint } from '../../../modules/seized-items/care/care.contract.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { SecondPersonFields } from '../../components/second-person.tsx';
import { ReasonField, useCareFrame, type CareProps, type WithSecond } from './care-frame.tsx';

/** Two people recognise the thing; then its label gives way to the next version. */
export function IdentifyForm({ onRelabel, ...props }: CareProps & { readonly onRelabel: () => void }) {
  const { t } = useTranslation('item-care');
  const frame = useCareFrame(props, 'identify');
  const { item, command } = props;
  return (
    <CommandForm<typeof identifyItemEndpoint, WithSecond<{ recognisedBy: string }>>
      {...frame}
      declaration={identifyItemEndpoint}
      onDone={() => {
        onRelabel();
        command.close();
      }}
      toRequest={(body) => ({ params: { itemId: item.id }, body })}
    >
      <p>{t('identify.hint')}</p>
      <ReasonField name="recognisedBy" label={t('identify.by')} />
      <SecondPersonFields sentence={t('twoPersons')} />
    </CommandForm>
  );
}
