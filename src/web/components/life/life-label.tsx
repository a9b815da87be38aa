import { useTranslation } from 'react-i18next';
import { groupItemCode } from '../../../modules/item-codes/item-code.ts';
import { LABEL_EVENTS, type LabelEvent } from '../../../modules/item-codes/label-events.contract.ts';
import { REPLACEMENT_REASONS } from '../../../modules/item-codes/label-version.ts';
import { formatInstant } from '../when.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';

/** Replacements keep the key of their reason, everything else what the person typed. */
function useReasonText(): (reason: string) => string {
  const pick = usePickSentence();
  return (reason) => {
    const known = Object.entries(REPLACEMENT_REASONS).find(([key]) => key === reason);
    return known === undefined ? reason : pick(known[1]);
  };
}

/** What happened to a label of the thing: what, when, who, which code and version, why. */
export function LifeLabel({ event }: { event: LabelEvent }) {
  const { t } = useTranslation('printing');
  const pick = usePickSentence();
  const reasonText = useReasonText();
  const { code, labelVersion, reason, newCode } = event;
  return (
    <li className="cc-life-entry">
      <div className="cc-life-head">
        <time dateTime={event.occurredAt}>{formatInstant(event.occurredAt).slice(11)}</time>
        <strong>{pick(LABEL_EVENTS[event.kind])}</strong>
        <span className="cc-soft">{t('life.by', { who: event.actorName })}</span>
      </div>
      <p>
        <span className="cc-code">{groupItemCode(code)}</span>
        {labelVersion !== null && (
          <span className="cc-soft"> {t('label.version', { version: labelVersion })}</span>
        )}
        {newCode !== null && (
          <>
            {' → '}
            <span className="cc-code">{groupItemCode(newCode)}</span>
          </>
        )}
      </p>
      {reason !== null && (
        <ul className="cc-life-papers">
          <li>
            <span className="cc-soft">{t('life.reason')}</span> {reasonText(reason)}
          </li>
        </ul>
      )}
    </li>
  );
}
