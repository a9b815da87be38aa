import { type MouseEvent, useState } from 'react';
import Checkbox from 'antd/es/checkbox';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import {
  downloadItemFileEndpoint,
  listItemsEndpoint,
  type ItemSummary,
} from '../../../modules/seized-items/items.contract.ts';
import { sayQuantity } from '../../../modules/seized-items/item-quantity.ts';
import { downloadAddress } from '../../api/download-file.ts';
import { useEndpointPages } from '../../api/use-endpoint-pages.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { LoadMore } from '../../components/list-page/load-more.tsx';
import { SidePreview } from '../../components/list-page/side-preview.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { useIsPhone } from '../../layout/use-is-phone.ts';
import { AskForSelected } from '../releases/ask-for-release.tsx';
import { ItemPreview } from './item-card.tsx';
import { whereIs } from './item-columns.tsx';
import { HeldTag, ItemStateTag } from './item-state-tag.tsx';

const PAGE_SIZE = 100;

function Picture({ item }: { item: ItemSummary }) {
  const { t } = useTranslation('seized-items');
  if (item.photoFileId === null) return <span className="cc-gallery-none">{t('noPhoto')}</span>;
  const params = { itemId: item.id, fileId: item.photoFileId };
  return <img src={downloadAddress(downloadItemFileEndpoint, { params })} alt="" loading="lazy" />;
}

interface CaseItemsProps {
  readonly caseId: string;
  readonly isGallery: boolean;
  /** Whether things can be chosen to be asked for. */
  readonly mayAsk?: boolean;
}

/** What the case holds, by number: as pictures, or as a table. */
export function CaseItems({ caseId, isGallery, mayAsk = false }: CaseItemsProps) {
  const { t } = useTranslation('seized-items');
  const isPhone = useIsPhone();
  const [previewId, setPreviewId] = useState<string>();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const toggle = (id: string, isChosen: boolean) =>
    setChosen(isChosen ? [...chosen, id] : chosen.filter((one) => one !== id));
  const pages = useEndpointPages(listItemsEndpoint, { query: { caseId, limit: PAGE_SIZE } });
  if (!pages.isLoading && pages.items.length === 0 && pages.problem === null)
    return <EmptyState title={t('list.empty')} hint={t('list.emptyHint')} />;
  const isPreviewing = !isGallery && !isPhone;
  const previewed = isPreviewing ? pages.items.find(({ id }) => id === previewId) : undefined;
  /** A plain click of the pointer; Enter and a click with a key held open the page. */
  const preview = (event: MouseEvent, id: string) => {
    if (!isPreviewing || event.detail === 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    setPreviewId(id);
  };
  return (
    <div className={previewed === undefined ? undefined : 'cc-list-body-split'}>
      <div>
        <ProblemAlert problem={pages.problem} onRetry={pages.reload} />
        <ul className={isGallery ? 'cc-gallery' : 'cc-case-items'}>
          {pages.items.map((item) => (
            <li key={item.id} className="cc-case-item">
              {mayAsk && (
                <Checkbox
                  disabled={!['in_store', 'on_loan'].includes(item.state)}
                  checked={chosen.includes(item.id)}
                  onChange={(event) => toggle(item.id, event.target.checked)}
                  aria-label={t('choose', { name: item.name })}
                />
              )}
              <Link
                to={`/seized-items/${item.id}`}
                aria-current={item.id === previewed?.id}
                onClick={(event) => preview(event, item.id)}
              >
                {isGallery && <Picture item={item} />}
                <strong>
                  {item.number}. {item.name}
                </strong>
                <span>{sayQuantity(item.onHand, item.unit)}</span>
                <ItemStateTag state={item.state} />
                <HeldTag isHeld={item.isHeld} />
                <span className="cc-soft">{whereIs(item)}</span>
                {item.sealNumber !== null && (
                  <span className="cc-soft">{t('sealed', { number: item.sealNumber })}</span>
                )}
              </Link>
            </li>
          ))}
        </ul>
        {chosen.length > 0 && (
          <div className="cc-case-chosen">
            <span>{t('chosen', { count: chosen.length })}</span>
            <AskForSelected ids={chosen} />
          </div>
        )}
        <LoadMore hasMore={pages.hasMore} isLoading={pages.isLoadingMore} onLoadMore={pages.loadMore} />
      </div>
      {previewed !== undefined && (
        <SidePreview href={`/seized-items/${previewed.id}`} onClose={() => setPreviewId(undefined)}>
          <ItemPreview row={previewed} />
        </SidePreview>
      )}
    </div>
  );
}
