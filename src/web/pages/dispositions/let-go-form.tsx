import { useTranslation } from 'react-i18next';
import { listNeededItemsEndpoint } from '../../../modules/dispositions/needed-items.contract.ts';
import { releaseHoldEndpoint } from '../../../modules/dispositions/preparing.contract.ts';
import { useToday } from '../../clock.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { DayItem, TextItem } from './fields.tsx';
import { STALE_AFTER_DISPOSITION } from './item-form.ts';

interface LetGoFormProps {
  readonly open: boolean;
  readonly needed: { readonly holdId: string; readonly name: string } | undefined;
  readonly onClose: () => void;
}

/** The judge of a case says by a paper that it needs a thing in another's ledger no more. */
export function LetGoForm({ open, needed, onClose }: LetGoFormProps) {
  const { t } = useTranslation('dispositions');
  const today = useToday();
  return (
    <CommandForm<typeof releaseHoldEndpoint, { document: string; releasedOn: string }>
      declaration={releaseHoldEndpoint}
      open={open}
      onClose={onClose}
      onDone={onClose}
      title={t('needed.release')}
      submitLabel={t('needed.release')}
      subject={needed?.name ?? ''}
      initialValues={{ releasedOn: today }}
      invalidates={[...STALE_AFTER_DISPOSITION, listNeededItemsEndpoint]}
      toRequest={(body) => ({ params: { holdId: needed?.holdId ?? '' }, body })}
      doneSentence={t('needed.released')}
    >
      <p>{t('needed.effect')}</p>
      <TextItem name="document" label="releaseDocument" />
      <DayItem name="releasedOn" />
    </CommandForm>
  );
}
