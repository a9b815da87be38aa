import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PaperSummary } from '../../../modules/papers/papers.contract.ts';
import { When } from '../../components/when.tsx';
import '../../components/plain-rows.css';
import { PaperMarks, usePaperName } from './paper-words.tsx';

/** Papers, each with what became of it; `withCase` names the case. */
export function PaperRows({
  papers,
  withCase = false,
}: {
  papers: readonly PaperSummary[];
  withCase?: boolean;
}) {
  const { t } = useTranslation('papers');
  const nameOf = usePaperName();
  return (
    <ul className="cc-rows">
      {papers.map((paper) => (
        <li key={paper.id} className={paper.voidedAt === null ? undefined : 'cc-rows-ended'}>
          <span className="cc-rows-main">
            <Link to={`/papers/${paper.id}`}>
              <strong>{nameOf(paper.form)}</strong> <span className="cc-nowrap">{paper.number}</span>
            </Link>
            <br />
            <span className="cc-soft">
              {[
                ...(withCase && paper.caseNumber !== null ? [paper.caseNumber] : []),
                t('pieces', { count: paper.itemCount }),
                paper.issuedByName,
              ].join(' · ')}{' '}
              · <When instant={paper.issuedAt} />
            </span>
          </span>
          <span className="cc-rows-side">
            <PaperMarks paper={paper} />
          </span>
        </li>
      ))}
    </ul>
  );
}
