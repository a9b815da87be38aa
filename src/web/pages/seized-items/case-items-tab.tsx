import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { LinkButton } from '../../components/link-button.tsx';
import { useCan } from '../../session/use-session.ts';
import type { CaseTabProps } from '../cases/case-tab-props.ts';
import { DisposeTogether, useMayDispose } from '../dispositions/dispose-together.tsx';
import { NeededItems } from '../dispositions/needed-items.tsx';
import { CaseItems } from './case-items.tsx';
import { LinkedCaseItems } from './linked-case-items.tsx';
import './seized-items.css';

/** What the case holds, as a table or as pictures, and the way to what is delivered next. */
export function CaseItemsTab({ found }: CaseTabProps) {
  const { t } = useTranslation('seized-items');
  const can = useCan();
  const mayDispose = useMayDispose();
  const [search] = useSearchParams();
  const isGallery = search.get('view') === 'gallery';
  return (
    <section aria-label={t('tab.items')}>
      <div className="cc-case-ledger-head">
        <Link to={isGallery ? '?tab=items' : '?tab=items&view=gallery'} replace preventScrollReset>
          {t(isGallery ? 'tab.table' : 'tab.gallery')}
        </Link>
        <span className="cc-case-chosen-actions">
          <DisposeTogether caseId={found.id} />
          {can('item.receive') && (
            <LinkButton to={`/intakes/new?caseId=${found.id}`} type="primary">
              {t('intakes.new')}
            </LinkButton>
          )}
        </span>
      </div>
      <CaseItems caseId={found.id} isGallery={isGallery} mayChoose={mayDispose} />
      <NeededItems caseId={found.id} />
      <LinkedCaseItems found={found} isGallery={isGallery} />
    </section>
  );
}
