import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { CaseAnswer } from '../../../modules/cases/case-fields.ts';
import type { Permission } from '../../../modules/accounts/permissions.ts';
import { useCan } from '../../session/use-session.ts';
import { CaseDeadlinesTab } from '../deadlines/case-deadlines-tab.tsx';
import { CaseJudgmentsTab } from '../dispositions/case-judgments-tab.tsx';
import { CaseExaminationsTab } from '../examinations/case-examinations-tab.tsx';
import { CaseFilingTab } from '../filing-check/case-filing-tab.tsx';
import { CaseItemsTab } from '../seized-items/case-items-tab.tsx';
import { CaseLedgerTab } from '../seized-items/case-ledger-tab.tsx';
import type { CaseTabProps } from './case-tab-props.ts';
import { CasePapersTab } from '../papers/case-papers-tab.tsx';
import { CaseOverview } from './case-overview.tsx';

interface CaseTab {
  /** Its label is `tab.<key>`, its address `?tab=<key>`. */
  readonly key: string;
  readonly permission: Permission;
  readonly Component: ComponentType<CaseTabProps>;
  /** Left out: of every case. */
  readonly isOf?: (found: CaseAnswer) => boolean;
}

function isProsecution({ stage, procuratorate }: CaseAnswer): boolean {
  return stage === 'first_instance' && procuratorate !== null;
}

/** The parts of a case’s page; what other modules show of a case is added here. */
const CASE_TABS: readonly CaseTab[] = [
  { key: 'overview', permission: 'case.read', Component: CaseOverview },
  { key: 'filing', permission: 'item.read', Component: CaseFilingTab, isOf: isProsecution },
  { key: 'items', permission: 'item.read', Component: CaseItemsTab },
  { key: 'ledger', permission: 'item.read', Component: CaseLedgerTab },
  { key: 'papers', permission: 'paper.read', Component: CasePapersTab },
  { key: 'judgments', permission: 'item.read', Component: CaseJudgmentsTab },
  { key: 'examinations', permission: 'item.read', Component: CaseExaminationsTab },
  { key: 'deadlines', permission: 'deadline.read', Component: CaseDeadlinesTab },
];

/** The parts that the person may see, as plain links; no bar where there is only one. */
export function CaseTabs(props: CaseTabProps) {
  const { t } = useTranslation('cases');
  const can = useCan();
  const [search] = useSearchParams();
  const tabs = CASE_TABS.filter(({ permission, isOf }) => can(permission) && (isOf?.(props.found) ?? true));
  const current = tabs.find(({ key }) => key === search.get('tab')) ?? tabs[0];
  if (current === undefined) return null;
  return (
    <>
      {tabs.length > 1 && (
        <nav className="cc-case-tabs cc-no-print" aria-label={t('tabs')}>
          {tabs.map(({ key }) => (
            <Link
              key={key}
              to={key === tabs[0]?.key ? '?' : `?tab=${key}`}
              replace
              preventScrollReset
              aria-current={key === current.key ? 'page' : undefined}
            >
              {t(`tab.${key}`)}
            </Link>
          ))}
        </nav>
      )}
      <current.Component {...props} />
    </>
  );
}
