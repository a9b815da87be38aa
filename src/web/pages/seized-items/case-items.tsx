import { type MouseEvent, useState } from 'react';
import Checkbox from 'antd/es/checkbox';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listItemsEndpoint, type ItemSummary } from '../../../modules/seized-items/items.contract.ts';
import { downloadItemFileEndpoint } from '../../../modules/seized-items/item-files.contract.ts';
import { isEnded, isItemState } from '../../../modules/seized-items/item-states.ts';
import { downloadAddress } from '../../api/download-file.ts';
import { useEndpointPages } from '../../api/use-endpoint-pages.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import '../../components/foot-bar.css';
import { LoadMore } from '../../components/list-page/load-more.tsx';
import { SidePreview } from '../../components/list-page/side-preview.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { useSayQuantity } from '../../i18n/use-quantity.ts';
import { useIsPhone } from '../../layout/use-is-phone.ts';
import { DisposeTogether } from '../dispositions/dispose-together.tsx';
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
  /** Whether things can be chosen to be asked for or disposed of. */
  readonly mayChoose?: boolean;
}

const isChoosable = ({ state }: ItemSummary) => isItemState(state) && !isEnded(state);
const ASKABLE = ['in_store', 'on_loan'];

/** What can be done with all that is chosen. */
function Chosen({ caseId, items }: { caseId: string; items: readonly ItemSummary[] }) {
  const { t } = useTranslation('seized-items');
  if (items.length === 0) return null;
  return (
    <div className="cc-foot-bar">
      <span aria-live="polite">{t('chosen', { count: items.length })}</span>
      <span className="cc-case-chosen-actions">
        <DisposeTogether caseId={caseId} numbers={items.map(({ number }) => number)} />
        {items.every(({ state }) => ASKABLE.includes(state)) && (
          <AskForSelected ids={items.map(({ id }) => id)} />
        )}
      </span>
    </div>
  );
}

interface CaseItemProps {
  readonly item: ItemSummary;
  readonly withPicture: boolean;
  readonly isPreviewed: boolean;
  readonly onPreview: (event: MouseEvent) => void;
  readonly isChosen?: boolean;
  /** Absent where nothing is chosen. */
  readonly onChoose?: (isChosen: boolean) => void;
}

function CaseItem({ item, withPicture, isPreviewed, onPreview, isChosen = false, onChoose }: CaseItemProps) {
  const sayQuantity = useSayQuantity();
  const { t } = useTranslation('seized-items');
  return (
    <li className="cc-case-item">
      {onChoose !== undefined && (
        <Checkbox
          disabled={!isChoosable(item)}
          name={`item-${item.number}`}
          checked={isChosen}
          onChange={(event) => onChoose(event.target.checked)}
          aria-label={t('choose', { name: item.name })}
        />
      )}
      <Link to={`/seized-items/${item.id}`} aria-current={isPreviewed} onClick={onPreview}>
        {withPicture && <Picture item={item} />}
        <strong>
          {item.number}. {item.name}
        </strong>
        <span>{sayQuantity(item.onHand, item.unit)}</span>
        <span>
          <ItemStateTag state={item.state} /> <HeldTag isHeld={item.isHeld} />
        </span>
        <span className="cc-soft">{whereIs(item)}</span>
        {item.sealNumber !== null && (
          <span className="cc-soft">{t('sealed', { number: item.sealNumber })}</span>
        )}
      </Link>
    </li>
  );
}

/** What the case holds, by number: as pictures, or as a table. */
export function CaseItems({ caseId, isGallery, mayChoose = false }: CaseItemsProps) {
  const { t } = useTranslation('seized-items');
  const isPhone = useIsPhone();
  const [previewId, setPreviewId] = useState<string>();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const toggle = (id: string, isChosen: boolean) =>
    setChosen(isChosen ? [...chosen, id] : chosen.filter((one) => one !== id));
  const pages = useEndpointPages(listItemsEndpoint, { query: { caseId, limit: PAGE_SIZE } });
  const choosable = pages.items.filter(isChoosable);
  const chosenItems = choosable.filter(({ id }) => chosen.includes(id));
  const isWhole = chosenItems.length === choosable.length;
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
        {mayChoose && choosable.length > 1 && (
          <Checkbox
            name="all"
            className="cc-case-all"
            checked={isWhole}
            indeterminate={!isWhole && chosenItems.length > 0}
            onChange={(event) => setChosen(event.target.checked ? choosable.map(({ id }) => id) : [])}
          >
            {t(pages.hasMore ? 'chooseShown' : 'chooseAll', { count: choosable.length })}
          </Checkbox>
        )}
        <ul className={isGallery ? 'cc-gallery' : 'cc-case-items'}>
          {pages.items.map((item) => (
            <CaseItem
              key={item.id}
              item={item}
              withPicture={isGallery}
              isPreviewed={item.id === previewed?.id}
              onPreview={(event) => preview(event, item.id)}
              {...(mayChoose && {
                isChosen: chosen.includes(item.id),
                onChoose: (isChosen: boolean) => toggle(item.id, isChosen),
              })}
            />
          ))}
        </ul>
        <Chosen caseId={caseId} items={chosenItems} />
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
