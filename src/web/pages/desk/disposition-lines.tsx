import { useTranslation } from 'react-i18next';
import {
  countDispositionWorkEndpoint,
  type WorkView,
} from '../../../modules/dispositions/item-disposition.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { useCan } from '../../session/use-session.ts';
import { DeskLines } from './desk-lines.tsx';

const ODD: readonly WorkView[] = ['unplaced', 'forgotten', 'unmatched', 'differing'];

/** What waits on the way from judgment to the end, for the enforcement bureau, the custodian and the case handler. */
export function DispositionLines() {
  const { t } = useTranslation('desk');
  const can = useCan();
  const isTheirs = can('judgment.confirm') || can('disposition.execute') || can('disposition.prepare');
  const { data } = useQueryEndpoint(countDispositionWorkEndpoint, {}, { enabled: isTheirs });
  if (!isTheirs) return null;
  const first: readonly WorkView[] = can('judgment.confirm') ? ['confirm', 'await'] : ['await'];
  const views: readonly WorkView[] = [...first, 'dispose', 'transit', 'notice', ...ODD];
  return (
    <DeskLines
      title={t('dispositions.title')}
      lines={views.map((view) => ({
        key: view,
        label: t(`dispositions.${view}`),
        count: data?.counts[view],
        to: `/dispositions?view=${view}`,
        tone: ODD.includes(view) ? ('alarm' as const) : ('soon' as const),
      }))}
    />
  );
}
