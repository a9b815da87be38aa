import { lazy, Suspense, useState } from 'react';
import Skeleton from 'antd/es/skeleton';
import Alert from 'antd/es/alert';
import Button from 'antd/es/button';
import Dropdown from 'antd/es/dropdown';
import DownOutlined from '@ant-design/icons/es/icons/DownOutlined';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { readItemEndpoint } from '../../../modules/seized-items/items.contract.ts';
import { isEnded, isItemState } from '../../../modules/seized-items/item-states.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { useOpenCommand } from '../../components/command-form/use-open-command.ts';
import { ItemCode } from '../../components/item-code.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { formatInstant } from '../../components/when.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { useSayQuantity } from '../../i18n/use-quantity.ts';
import { ItemDifferences } from '../baseline/item-differences.tsx';
import { LotBoxes } from '../containers/lot-boxes.tsx';
import { ExaminationList } from '../examinations/examination-list.tsx';
import { ReattributionPanel } from '../item-care/reattribution-panel.tsx';
import { PrintLabels } from '../printing/dialog/print-labels.tsx';
import { PapersOf } from '../papers/papers-of.tsx';
import { ThingLabel } from '../printing/thing-label.tsx';
import { ItemDispositionSection } from '../dispositions/item-disposition-section.tsx';
import type { SeizedItem } from './item-answer.ts';
import { AskForRelease, OpenRelease, useIsAskable } from '../releases/ask-for-release.tsx';
import { ItemAttachments } from './item-attachments.tsx';
import { ItemFacts } from './item-facts.tsx';
import { ItemLife } from './item-life.tsx';
import { ItemMoney } from './item-money.tsx';
import { ItemUpkeep } from './item-upkeep.tsx';
import { ItemPhotos } from './item-photos.tsx';
import { ItemStateTag } from './item-state-tag.tsx';
import '../containers/containers.css';
import '../item-care/item-care.css';
import { ItemOwners } from './owners/item-owners.tsx';
import './seized-items.css';

const CareForms = lazy(() =>
  import('../item-care/care-forms.tsx').then((module) => ({ default: module.CareForms })),
);
const ItemDrawers = lazy(() =>
  import('./item-drawers.tsx').then((module) => ({ default: module.ItemDrawers })),
);

/** 现存于 二号库房 / 3架，封条 F1，自 2026-03-02 起. */
function ItemSentence({ item }: { item: SeizedItem }) {
  const { t } = useTranslation('seized-items');
  const since = formatInstant(item.stateSince).slice(0, 10);
  const hasEnded = isItemState(item.state) && isEnded(item.state);
  const parts = [
    item.place === null ? null : t('sentence.place', { place: item.place.name }),
    item.holder === null ? null : t('sentence.holder', { holder: item.holder.name }),
    item.place === null && item.holder === null && item.keeper !== null
      ? t('sentence.keeper', { keeper: item.keeper })
      : null,
    item.container === null ? null : t('sentence.box', { name: item.container.name }),
    item.sealNumber === null
      ? hasEnded
        ? t('sentence.gone')
        : t('sentence.unsealed')
      : t('sentence.seal', { seal: item.sealNumber }),
    t('sentence.since', { since }),
  ];
  return <>{parts.filter((part) => part !== null).join(t('comma'))}</>;
}

function Actions({ item, onOpen }: { item: SeizedItem; onOpen: (name: string) => void }) {
  const { t } = useTranslation('seized-items');
  const pick = usePickSentence();
  const isAskable = useIsAskable(item);
  return (
    <>
      <OpenRelease releaseId={item.openReleaseId} />
      <AskForRelease item={item} />
      {item.availableActions.map((action, index) => (
        <Button
          key={action.key}
          type={index === 0 && !isAskable && action.key !== 'report_incident' ? 'primary' : 'default'}
          danger={action.key === 'report_incident'}
          onClick={() => onOpen(action.key)}
        >
          {pick(action)}
        </Button>
      ))}
      {item.careActions.length > 0 && (
        <Dropdown
          trigger={['click']}
          placement="bottomRight"
          menu={{
            items: item.careActions.map((action) => ({
              key: action.key,
              label: pick(action),
              onClick: () => onOpen(action.key),
            })),
          }}
        >
          <Button icon={<DownOutlined aria-hidden />} iconPlacement="end">
            {t('moreActions')}
          </Button>
        </Dropdown>
      )}
    </>
  );
}

/** The label gives way to the next version of the same code. */
function NewLabel({ id }: { id: string }) {
  const { t } = useTranslation('seized-items');
  return (
    <Alert
      type="success"
      showIcon
      title={t('newLabel')}
      action={
        <PrintLabels name="print-new" target={{ by: 'things', kind: 'S', ids: [id] }} purpose="replacement" />
      }
    />
  );
}

/** What was split off or listed apart gets its label at once. */
function FreshParts({ ids }: { ids: readonly string[] }) {
  const { t } = useTranslation('seized-items');
  if (ids.length === 0) return null;
  return (
    <Alert
      type="success"
      showIcon
      title={t('freshParts', { count: ids.length })}
      action={<PrintLabels name="print-parts" target={{ by: 'things', kind: 'S', ids }} purpose="first" />}
    />
  );
}

function Notices({ item }: { item: SeizedItem }) {
  const { t } = useTranslation('seized-items');
  const notices = [
    ...(item.holds.length > 0 ? [t('notice.held', { holders: item.holds.join(t('and')) })] : []),
    ...(item.isOverdue ? [t('notice.overdue')] : []),
    ...(item.hasOpenCount ? [t('notice.openCount')] : []),
    ...(item.isUnverified && !item.hasOpenCount ? [t('notice.unverified')] : []),
    ...(item.isSeizureLapsed ? [t('notice.lapsed', { day: item.seizureExpiresOn ?? '' })] : []),
    ...(item.state === 'under_investigation' ? [t('notice.investigated')] : []),
  ];
  return notices.map((notice) => <Alert key={notice} type="warning" showIcon title={notice} />);
}

/** One seized item: where it is, what may be done next, its life, what it is, its photos and seals. */
export function Component() {
  const sayQuantity = useSayQuantity();
  const { t } = useTranslation('seized-items');
  const { itemId = '' } = useParams();
  const command = useOpenCommand();
  const [fresh, setFresh] = useState<readonly string[]>([]);
  const [relabelled, setRelabelled] = useState<string>();
  const relabel = () => setRelabelled(itemId);
  const { data: item, error, refetch } = useQueryEndpoint(readItemEndpoint, { params: { itemId } });
  if (item === undefined)
    return (
      <>
        <PageHeader title={t('item')} back={{ to: '/seized-items', label: t('list.title') }} />
        {error === null ? (
          <Skeleton active />
        ) : (
          <ProblemAlert problem={error} onRetry={() => void refetch()} />
        )}
      </>
    );
  return (
    <div className="cc-item">
      <PageHeader
        title={item.name}
        back={{ to: '/seized-items', label: t('list.title') }}
        beside={
          <>
            <ItemStateTag state={item.state} />
            <ItemCode code={item.code} />
          </>
        }
        sentence={<ItemSentence item={item} />}
        actions={<Actions item={item} onOpen={command.open} />}
      />
      <p className="cc-item-case">
        <Link to={`/cases/${item.caseId}?tab=ledger`}>{item.caseNumber}</Link>
        <span>{t('pieceOf', { number: item.number, count: item.itemCount })}</span>
        <strong>{sayQuantity(item.onHand, item.unit)}</strong>
        {item.container !== null && (
          <Link to={`/containers/${item.container.id}`}>{t('inBox', { name: item.container.name })}</Link>
        )}
      </p>
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
      <Notices item={item} />
      <FreshParts ids={fresh} />
      {relabelled === item.id && <NewLabel id={item.id} />}
      <ReattributionPanel itemId={item.id} command={command} onRelabel={relabel} />
      <ItemUpkeep item={item} command={command} />
      <ItemDifferences item={item} command={command} />
      <ThingLabel kind="S" thingId={item.id} />
      <ItemDispositionSection item={item} command={command} />
      <div className="cc-item-body">
        <ItemLife item={item} />
        <div>
          <ExaminationList itemId={item.id} />
          <LotBoxes item={item} command={command} />
          <ItemPhotos item={item} />
          <ItemAttachments item={item} />
          <ItemFacts item={item} />
          <ItemMoney item={item} command={command} />
          <ItemOwners item={item} command={command} />
        </div>
      </div>
      <PapersOf caseId={item.caseId} itemId={item.id} moment={item.life.length} />
      <Suspense>
        <ItemDrawers item={item} command={command} />
        <CareForms item={item} command={command} onParts={setFresh} onRelabel={relabel} />
      </Suspense>
    </div>
  );
}
