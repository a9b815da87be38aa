import { useTranslation } from 'react-i18next';
import {
  countItemMattersEndpoint,
  countItemsEndpoint,
} from '../../../modules/seized-items/items.contract.ts';
import { countReleasesEndpoint } from '../../../modules/seized-items/releases/releases.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { listAddress } from '../../components/list-page/list-address.ts';
import { useCan } from '../../session/use-session.ts';
import { DeskLines } from './desk-lines.tsx';

/** What the judge, the heads, the leaders and the inspector are told of without being asked. */
function MatterLines() {
  const { t } = useTranslation('desk');
  const can = useCan();
  const { data } = useQueryEndpoint(countItemMattersEndpoint, {}, { enabled: can('item.read') });
  if (!can('item.read')) return null;
  const listOf = (state: string) => listAddress('/seized-items', { state });
  return (
    <DeskLines
      title={t('items.matters')}
      lines={[
        {
          key: 'incidents',
          label: t('items.incidents'),
          count: data?.underInvestigation,
          to: listOf('under_investigation'),
          tone: 'alarm',
        },
        {
          key: 'differences',
          label: t('items.differences'),
          count: data?.discrepancies,
          to: listOf('discrepancy'),
          tone: 'soon',
        },
        {
          key: 'lost',
          label: t('items.lostLately'),
          count: data?.lostLately,
          to: listOf('lost'),
          tone: 'alarm',
        },
      ]}
    />
  );
}

/** What waits for the custodian: deliveries to count, differences, incidents, loans that are overdue. */
export function ItemLines() {
  const { t } = useTranslation('desk');
  const can = useCan();
  const { data } = useQueryEndpoint(countItemsEndpoint, {}, { enabled: can('item.receive') });
  const releases = useQueryEndpoint(countReleasesEndpoint, { query: {} }, { enabled: can('item.receive') });
  if (!can('item.receive')) return <MatterLines />;
  const listOf = (state: string) => listAddress('/seized-items', { state });
  return (
    <DeskLines
      title={t('items.title')}
      lines={[
        {
          key: 'releases',
          label: t('items.releases'),
          count: releases.data && releases.data.granted + releases.data.prepared,
          to: '/releases',
          tone: 'soon',
        },
        {
          key: 'releasesOverdue',
          label: t('items.releasesOverdue'),
          count: releases.data?.overdue,
          to: '/releases?view=overdue',
          tone: 'alarm',
        },
        {
          key: 'releasesToday',
          label: t('items.releasesToday'),
          count: releases.data?.today,
          to: '/releases?view=today',
          tone: 'soon',
        },
        {
          key: 'incidents',
          label: t('items.incidents'),
          count: data?.underInvestigation,
          to: listOf('under_investigation'),
          tone: 'alarm',
        },
        {
          key: 'intakes',
          label: t('items.intakes'),
          count: data?.openIntakes,
          to: '/intakes',
          tone: 'soon',
        },
        {
          key: 'differences',
          label: t('items.differences'),
          count: data?.discrepancies,
          to: listOf('discrepancy'),
          tone: 'soon',
        },
        {
          key: 'countDifferences',
          label: t('items.countDifferences'),
          count: data?.countDifferences,
          to: '/count-differences',
          tone: 'soon',
        },
        {
          key: 'carried',
          label: t('items.carried'),
          count: data?.carried,
          to: listAddress('/seized-items', { carried: true }),
          tone: 'alarm',
        },
        { key: 'awaited', label: t('items.awaited'), count: data?.awaited, to: listOf('preregistered') },
      ]}
    />
  );
}
