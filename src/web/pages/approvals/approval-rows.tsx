import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ApprovalItem } from '../../../modules/approvals/approvals.contract.ts';
import { Money } from '../../components/money.tsx';
import { formatInstant } from '../../components/when.tsx';
import { useKindBesideTitle, useRequestTitle, useShippedWords } from '../../i18n/use-shipped-words.ts';
import { ApprovalState } from './approval-state.tsx';
import './approvals.css';

function ApprovalRow({ item }: { item: ApprovalItem }) {
  const { t } = useTranslation('approvals');
  const shipped = useShippedWords();
  const titleOf = useRequestTitle();
  const kindBeside = useKindBesideTitle();
  const who = [item.applicantDepartment, item.applicantName].filter((part) => part !== null).join(' ');
  return (
    <li>
      <Link to={`/approvals/${item.id}`} className="cc-approval-row">
        <span className="cc-approval-main">
          <strong>{titleOf(item)}</strong>
          <span className="cc-soft">
            {kindBeside(item)}
            <span className="cc-nowrap">{item.number}</span>
          </span>
        </span>
        <span className="cc-approval-who">
          <span>{who}</span>
          <span className="cc-soft cc-nowrap">{formatInstant(item.submittedAt)}</span>
        </span>
        <span className="cc-approval-marks">
          {item.grade !== null && (
            <span>
              <span className="cc-soft">{t('grade')}</span> {shipped(item.grade)}
            </span>
          )}
          {item.amountFen !== null && <Money fen={item.amountFen} inline />}
        </span>
        <span className="cc-approval-where">
          <ApprovalState state={item.state} />
          {item.openStep !== null && (
            <span className="cc-soft">{t('at', { step: shipped(item.openStep) })}</span>
          )}
        </span>
      </Link>
    </li>
  );
}

/** Requests one below the other, each a link to its page. */
export function ApprovalRows({ items, label }: { items: readonly ApprovalItem[]; label: string }) {
  return (
    <ol className="cc-approval-rows" aria-label={label}>
      {items.map((item) => (
        <ApprovalRow key={item.id} item={item} />
      ))}
    </ol>
  );
}
