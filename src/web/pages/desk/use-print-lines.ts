import { useTranslation } from 'react-i18next';
import { countPrintJobsEndpoint } from '../../../modules/labels/print-jobs.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { listAddress } from '../../components/list-page/list-address.ts';
import { useCan } from '../../session/use-session.ts';
import type { DeskLine } from './desk-lines.tsx';

/** Print jobs that wait for somebody to look at what came out; nothing for those who print no labels. */
export function usePrintLines(): readonly DeskLine[] {
  const { t } = useTranslation('desk');
  const can = useCan();
  const { data } = useQueryEndpoint(countPrintJobsEndpoint, {}, { enabled: can('label.print') });
  if (!can('label.print')) return [];
  return [
    {
      key: 'printConfirm',
      label: t('mine.printConfirm'),
      count: data === undefined ? undefined : data.toConfirm + data.ready,
      to: listAddress('/print-jobs', { state: ['sent', 'ready'] }),
      tone: 'soon',
    },
    {
      key: 'printInterrupted',
      label: t('mine.printInterrupted'),
      count: data?.interrupted,
      to: listAddress('/print-jobs', { state: 'interrupted' }),
      tone: 'alarm',
    },
  ];
}
