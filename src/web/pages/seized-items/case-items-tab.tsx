import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { LinkButton } from '../../components/link-button.tsx';
import { useCan } from '../../session/use-session.ts';
import type { CaseTabProps } from '../cases/case-tab-props.ts';
import { CaseItems } from './case-items.tsx';
import './seized-items.css';

/** What the case holds, as a table or as pictures, and the way to what is delivered next. */
export function CaseItemsTab({ found }: CaseTabProps) {
  const { t } = useTranslation('seized-items');
  const can = useCan();
  const [search] = useSearchParams();
  const isGallery = search.get('view') === 'gallery';
  return (
    <section aria-label={t('tab.items')}>
      <div className="cc-case-ledger-head">
        <Link to={isGallery ? '?tab=items' : '?tab=items&view=gallery'} replace preventScrollReset>
          {t(isGallery ? 'tab.table' : 'tab.gallery')}
        </Link>
        {can('item.receive') && (
          <LinkButton to={`/intakes/new?caseId=${found.id}`} type="primary">
            {t('intakes.new')}
          </LinkButton>
        )}
      </div>
      <CaseItems caseId={found.id} isGallery={isGallery} mayAsk={can('item.request')} />
    </section>
  );
}
