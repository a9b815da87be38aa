import Button from 'antd/es/button';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { isRole, ROLES } from '../../../modules/accounts/roles.ts';
import { listPoliciesEndpoint, type ApprovalPolicy } from '../../../modules/approvals/policies.contract.ts';
import { seatName, type PolicyRule, type PolicyStep } from '../../../modules/approvals/policy-rules.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { useOpenCommand } from '../../components/command-form/use-open-command.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { formatFen } from '../../components/money.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { WithMoments, formatInstant } from '../../components/when.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { useShippedWords } from '../../i18n/use-shipped-words.ts';
import { PolicyForm } from './policy-form.tsx';
import './approvals.css';

function useRuleWords() {
  const { t } = useTranslation('approvals');
  const pick = usePickSentence();
  const shipped = useShippedWords();
  return ({ when }: PolicyRule, isOnly: boolean): string => {
    const parts = [
      when.grades && t('policy.whenGrades', { grades: when.grades.map(shipped).join(t('policy.pause')) }),
      when.minAmountFen !== undefined && t('policy.whenAmount', { amount: formatFen(when.minAmountFen) }),
      when.applicantRoles &&
        t('policy.whenRoles', {
          roles: when.applicantRoles
            .map((role) => (isRole(role) ? pick(ROLES[role]) : role))
            .join(t('policy.pause')),
        }),
    ].filter((part) => typeof part === 'string');
    return parts.length > 0 ? parts.join(t('policy.and')) : t(isOnly ? 'policy.always' : 'policy.otherwise');
  };
}

/** Who decides in a step; a title that only repeats its one seat is not said twice. */
function useStepWords() {
  const { t } = useTranslation('approvals');
  const pick = usePickSentence();
  const shipped = useShippedWords();
  return ({ title, seats, needs }: PolicyStep, { personNames }: ApprovalPolicy): string => {
    const names = seats.map((seat) =>
      pick(seatName(seat, 'personId' in seat ? (personNames[seat.personId] ?? null) : null)),
    );
    const [only] = seats.length === 1 ? seats : [];
    const isRepeated = only !== undefined && 'role' in only && ROLES[only.role].zh === title;
    const said = names.join(needs === 'any' ? t('policy.or') : t('policy.and'));
    return isRepeated ? said : t('policy.seats', { title: shipped(title), seats: said });
  };
}

function PolicyRules({ policy }: { policy: ApprovalPolicy }) {
  const { t } = useTranslation('approvals');
  const words = useRuleWords();
  const shipped = useShippedWords();
  const stepWords = useStepWords();
  return (
    <ol className="cc-policy-rules">
      {policy.rules.map((rule, index) => (
        <li key={`${index} ${rule.validDays}`}>
          <strong>{words(rule, policy.rules.length === 1)}</strong>
          {rule.steps.length === 0 && <p>{t('policy.waived')}</p>}
          <ol>
            {rule.steps.map((step, place) => (
              <li key={`${place} ${step.title}`}>{stepWords(step, policy)}</li>
            ))}
          </ol>
          <span className="cc-soft">
            {t('policy.validDays', { count: rule.validDays })}
            {rule.basis !== null && ` · ${shipped(rule.basis)}`}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** 审批规则: who must decide what, by kind of request; the leadership changes it for requests to come. */
export function Component() {
  const { t } = useTranslation('approvals');
  const pick = usePickSentence();
  const command = useOpenCommand();
  const { data, error, refetch } = useQueryEndpoint(listPoliciesEndpoint, {});
  const edited = data?.items.find(({ kind }) => kind === command.current);
  return (
    <>
      <PageHeader
        title={t('policy.title')}
        back={{ to: '/approvals', label: t('title') }}
        sentence={t('policy.sentence')}
      />
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Skeleton active />}
      {data?.items.length === 0 && <EmptyState title={t('policy.empty')} hint={t('policy.sentence')} />}
      <div className="cc-policies">
        {data?.items.map((policy) => (
          <section key={policy.kind} className="cc-policy">
            <header>
              <h2>{pick(policy.name)}</h2>
              {data.mayChange && (
                <Button onClick={() => command.open(policy.kind)}>{t('policy.change')}</Button>
              )}
            </header>
            <PolicyRules policy={policy} />
            <p className="cc-soft">
              {policy.changedAt === null ? (
                t('policy.shipped')
              ) : (
                <WithMoments
                  text={t('policy.changed', {
                    who: policy.changedByName,
                    at: formatInstant(policy.changedAt),
                    note: policy.note,
                    version: policy.version,
                  })}
                />
              )}
            </p>
          </section>
        ))}
      </div>
      {edited !== undefined && (
        <PolicyForm policy={edited} onClose={command.close} onReload={() => void refetch()} />
      )}
    </>
  );
}
