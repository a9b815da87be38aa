import { useTranslation } from 'react-i18next';
import { WithMoments, formatInstant } from '../../components/when.tsx';
import type { ItemDisposition } from './item-form.ts';

type Reversal = NonNullable<ItemDisposition['dispositions'][number]['reversal']>;

/** By which entry, by whom and why a disposition was taken back, beneath the record of it. */
export function ReversalNote({ reversal }: { reversal: Reversal }) {
  const { t } = useTranslation('dispositions');
  const { document, reason, approvalNumber, entrySequence, correctsSequence } = reversal;
  const names = [reversal.reversedByName, reversal.secondPersonName].join(t('separator'));
  const at = formatInstant(reversal.reversedAt);
  return (
    <>
      <br />
      <span>
        <WithMoments
          text={t('reversal.of', { sequence: entrySequence, corrected: correctsSequence, at, names })}
        />
      </span>
      <br />
      <span className="cc-soft">
        {[document, reason, t('approvalOf', { number: approvalNumber })].join(' · ')}
      </span>
    </>
  );
}
