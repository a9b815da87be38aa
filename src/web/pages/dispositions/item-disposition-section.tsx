import { lazy, Suspense } from 'react';
import Alert from 'antd/es/alert';
import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ItemDispositionAction } from '../../../modules/dispositions/item-actions.rules.ts';
import { readItemDispositionEndpoint } from '../../../modules/dispositions/item-disposition.contract.ts';
import { JUDGMENT_ORDERS } from '../../../modules/dispositions/judgment-orders.ts';
import {
  itemRequestKindOf,
  itemRequestKindOfApproval,
} from '../../../modules/seized-items/item-request-kinds.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import type { OpenCommand } from '../../components/command-form/use-open-command.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { useSayQuantity } from '../../i18n/use-quantity.ts';
import { useNameOf } from '../cases/case-words.tsx';
import type { SeizedItem } from '../seized-items/item-answer.ts';
import { DispositionRecords } from './disposition-records.tsx';
import { commandOf, type ItemDisposition, type ItemFormProps } from './item-form.ts';
import { CountedQuantity, LineStateTag } from './line-words.tsx';
import '../../components/plain-rows.css';
import './dispositions.css';

const ItemDispositionForms = lazy(() =>
  import('./item-disposition-forms.tsx').then((module) => ({ default: module.ItemDispositionForms })),
);

/** Actions that belong to one record stand beside it. */
const BESIDE_RECORDS: readonly ItemDispositionAction[] = [
  'release_hold',
  'escalate',
  'receipt',
  'claim',
  'recover_claim',
  'ask_claim_end',
  'close_claim',
];

function Warnings({ shown }: { shown: ItemDisposition }) {
  const { t } = useTranslation('dispositions');
  const warnings = [
    ...(shown.isForgotten ? [{ key: 'forgotten', title: t('warning.forgotten') }] : []),
    ...(shown.match === 'differs' || shown.match === 'unit_differs'
      ? [{ key: 'differs', title: t('warning.differs') }]
      : []),
    ...(shown.isUnplaced ? [{ key: 'unplaced', title: t('warning.unplaced') }] : []),
    ...(shown.isOwnershipDisputed ? [{ key: 'disputed', title: t('warning.disputed') }] : []),
    ...(shown.isSeizureOver
      ? [{ key: 'seizure', title: t('warning.seizureOver', { day: shown.seizureExpiresOn ?? '' }) }]
      : []),
  ];
  return warnings.map(({ key, title }) => <Alert key={key} type="warning" showIcon title={title} />);
}

function Lines({ shown }: { shown: ItemDisposition }) {
  const sayQuantity = useSayQuantity();
  const { t } = useTranslation('dispositions');
  const orderName = useNameOf(JUDGMENT_ORDERS);
  if (shown.lines.length === 0) return null;
  return (
    <ul className="cc-rows">
      {shown.lines.map((line) => (
        <li key={line.id}>
          <span className="cc-rows-main">
            <strong>{orderName(line.order)}</strong> {sayQuantity(line.quantity, line.unit)}
            <CountedQuantity line={line} />
            {line.beneficiary !== null && ` · ${line.beneficiary}`}
            <br />
            <Link className="cc-soft" to={`/cases/${shown.caseId}?tab=judgments`}>
              {t('line.of', { document: line.document, number: line.lineNumber, day: line.effectiveOn })}
            </Link>
          </span>
          <span className="cc-rows-side">
            {line.carriedOut !== '0' && line.state !== 'done' && (
              <span className="cc-soft">
                {t('line.carriedOut', { quantity: sayQuantity(line.carriedOut, line.counted.unit) })}
              </span>
            )}
            <LineStateTag state={line.state} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What was asked for, by the name of its kind. */
function useRequestKindName(): (kind: string) => string {
  const pick = usePickSentence();
  return (kind) => {
    const known = itemRequestKindOfApproval(kind);
    return known === null ? kind : pick(itemRequestKindOf(known));
  };
}

function Requests({ shown }: { shown: ItemDisposition }) {
  const { t } = useTranslation('dispositions');
  const nameOf = useRequestKindName();
  return shown.requests.map(({ id, kind, number, state, applicantName }) => (
    <p key={id} className="cc-soft">
      <Link to={`/approvals/${id}`}>
        {t('request.of', { kind: nameOf(kind), number, name: applicantName })}
      </Link>{' '}
      <StatusTag tone={state === 'approved' ? 'settled' : 'soon'}>{t(`request.${state}`)}</StatusTag>
    </p>
  ));
}

function Buttons({ shown, command }: Pick<ItemFormProps, 'shown' | 'command'>) {
  const { t } = useTranslation('dispositions');
  const actions = shown.availableActions.filter((action) => !BESIDE_RECORDS.includes(action));
  return (
    <span className="cc-disposition-actions">
      {actions.map((action, index) => (
        <Button
          key={action}
          type={index === 0 && action !== 'hold' ? 'primary' : 'default'}
          danger={action === 'destruction'}
          onClick={() => command.open(commandOf(action))}
        >
          {t(`action.${action}`)}
        </Button>
      ))}
    </span>
  );
}

function isWorthShowing(shown: ItemDisposition) {
  const { lines, holds, grounds, requests, dispositions, claims, availableActions } = shown;
  const records = [lines, holds, grounds, dispositions, claims];
  const isAsked = requests.some(({ kind }) => kind === 'seized_item_reversal');
  const isOdd = shown.isForgotten || shown.isSeizureOver || shown.isUnplaced;
  return isOdd || isAsked || availableActions.length > 0 || records.some(({ length }) => length > 0);
}

/** 裁判与处置 on the page of an item: what is ordered, who holds it, what may be done next, what was done. */
export function ItemDispositionSection({ item, command }: { item: SeizedItem; command: OpenCommand }) {
  const { t } = useTranslation('dispositions');
  const {
    data: shown,
    error,
    refetch,
  } = useQueryEndpoint(readItemDispositionEndpoint, {
    params: { itemId: item.id },
  });
  if (shown === undefined)
    return error === null ? null : <ProblemAlert problem={error} onRetry={() => void refetch()} />;
  if (!isWorthShowing(shown)) return null;
  const props = { item, shown, command };
  return (
    <section className="cc-section cc-disposition" aria-label={t('section')}>
      <div className="cc-section-head">
        <h2>{t('section')}</h2>
        <Buttons {...props} />
      </div>
      <Warnings shown={shown} />
      <Lines shown={shown} />
      <Requests shown={shown} />
      <DispositionRecords {...props} />
      <Suspense>
        <ItemDispositionForms {...props} />
      </Suspense>
    </section>
  );
}
