import { useTranslation } from 'react-i18next';
import type { ApprovalDetail } from '../../../modules/approvals/approvals.contract.ts';
import { When } from '../../components/when.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { useShippedWords } from '../../i18n/use-shipped-words.ts';

/** The way of the request through its steps, as it stands. */
export function ApprovalSteps({ request }: { request: ApprovalDetail }) {
  const { t } = useTranslation('approvals');
  const pick = usePickSentence();
  const shipped = useShippedWords();
  return (
    <section>
      <h2>{t('steps')}</h2>
      <ol className="cc-approval-steps">
        {request.steps.map((step, index) => (
          <li key={`${index} ${step.title}`} {...(step.isOpen ? { 'aria-current': 'step' as const } : {})}>
            <strong>{shipped(step.title)}</strong>
            {step.seats.length > 1 && <span className="cc-soft"> {t(`needs.${step.needs}`)}</span>}
            <ul>
              {step.seats.map((seat, place) => (
                <li key={`${place} ${seat.name.zh}`}>
                  {pick(seat.name)}
                  <span className="cc-soft">
                    {' '}
                    {t(
                      seat.verdict === null
                        ? step.isOpen
                          ? 'seat.waits'
                          : 'seat.open'
                        : `verdict.${seat.verdict}`,
                    )}
                  </span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Everything that was decided, in order; nothing of it ever goes. */
export function DecisionList({ request }: { request: ApprovalDetail }) {
  const { t } = useTranslation('approvals');
  const shipped = useShippedWords();
  return (
    <section>
      <h2>{t('record')}</h2>
      <ol className="cc-approval-record">
        {request.decisions.map((decision) => (
          <li key={`${decision.decidedAt} ${decision.kind} ${decision.personName}`}>
            <div>
              <strong>
                {decision.personName}
                {decision.onBehalfOfName !== null && t('onBehalfOf', { name: decision.onBehalfOfName })}
              </strong>{' '}
              {t(`decided.${decision.kind}`)}
              {decision.stepTitle !== null && (
                <span className="cc-soft"> · {shipped(decision.stepTitle)}</span>
              )}
            </div>
            {decision.opinion !== null && <p>{decision.opinion}</p>}
            <span className="cc-soft">
              <When instant={decision.decidedAt} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
