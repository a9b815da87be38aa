import { useTranslation } from 'react-i18next';
import { PLAN_ITEMS_MAX, type PrintPlan } from '../../../../modules/labels/print-jobs.contract.ts';
import { formatCount } from '../../../components/amount.ts';
import { ItemCode } from '../../../components/item-code.tsx';
import { usePickSentence } from '../../../i18n/use-language.ts';
import { groupBySentence, type PlanLine } from './plan-reasons.ts';

function linesOf(lists: PrintPlan['warnings']): PlanLine[] {
  return lists.flatMap(({ itemCode, problems }) =>
    problems.map((problem) => ({ key: `${itemCode} ${problem.path}`, sentence: problem, itemCode })),
  );
}

function Reasons({ title, lines, count }: { title: string; lines: readonly PlanLine[]; count: number }) {
  const { t } = useTranslation('printing');
  const pick = usePickSentence();
  if (count === 0) return null;
  return (
    <section className="cc-plan-reasons">
      <h3>{title}</h3>
      <ul>
        {groupBySentence(lines).map((group) => (
          <li key={group.sentence.zh}>
            <details>
              <summary>
                {t('plan.pieces', { count: group.count })} {pick(group.sentence)}
              </summary>
              <ul className="cc-plan-codes">
                {group.codes.map((code) => (
                  <li key={code}>
                    <ItemCode code={code} withCopy={false} />
                  </li>
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ul>
      {count > PLAN_ITEMS_MAX && <p className="cc-soft">{t('plan.firstOnly', { count: PLAN_ITEMS_MAX })}</p>}
    </section>
  );
}

/** In the order in which a person walks the building once. */
function WalkingOrder({ plan }: { plan: PrintPlan }) {
  const { t } = useTranslation('printing');
  if (plan.labels.length === 0) return null;
  return (
    <details className="cc-plan-order">
      <summary>{t('plan.order')}</summary>
      <ol>
        {plan.labels.map((label) => (
          <li key={label.position}>
            {label.title ?? <ItemCode code={label.code} withCopy={false} />}{' '}
            <span className="cc-soft">{label.place}</span>
          </li>
        ))}
      </ol>
      {plan.labelCount > plan.labels.length && (
        <p className="cc-soft">{t('plan.firstOnly', { count: plan.labels.length })}</p>
      )}
    </details>
  );
}

export interface PlanViewProps {
  readonly plan: PrintPlan | undefined;
}

/** What printing comes to: how many, which not and why, in which order. */
export function PlanView({ plan }: PlanViewProps) {
  const { t } = useTranslation('printing');
  if (plan === undefined) return null;
  return (
    <div className="cc-plan" aria-live="polite">
      <p className="cc-plan-count">
        <strong>{t('plan.count', { count: plan.labelCount, shown: formatCount(plan.labelCount) })}</strong>
        {plan.sheetCount !== null && ` ${t('plan.sheets', { count: plan.sheetCount })}`}
      </p>
      <Reasons
        title={t('plan.refused', { count: plan.refusedCount })}
        count={plan.refusedCount}
        lines={plan.refused.map(({ itemCode, thingId, zh, en }) => ({
          key: itemCode ?? thingId ?? zh,
          sentence: { zh, en },
          itemCode,
        }))}
      />
      <Reasons
        title={t('plan.undrawable', { count: plan.undrawableCount })}
        count={plan.undrawableCount}
        lines={linesOf(plan.undrawable)}
      />
      <Reasons
        title={t('plan.warnings', { count: plan.warningCount })}
        count={plan.warningCount}
        lines={linesOf(plan.warnings)}
      />
      <WalkingOrder plan={plan} />
    </div>
  );
}
