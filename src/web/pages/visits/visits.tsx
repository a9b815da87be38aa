import PrinterOutlined from '@ant-design/icons/es/icons/PrinterOutlined';
import Button from 'antd/es/button';
import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { listRoomsEndpoint } from '../../../modules/rooms/contract.ts';
import { VISIT_PURPOSE_KEYS, VISIT_PURPOSES } from '../../../modules/rooms/visit-purposes.ts';
import {
  exportVisitsEndpoint,
  listVisitsEndpoint,
  printVisitsEndpoint,
  type VisitAnswer,
} from '../../../modules/rooms/visits.contract.ts';
import { downloadAddress, downloadFile } from '../../api/download-file.ts';
import { useEndpointPages } from '../../api/use-endpoint-pages.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { CourtChoice, useCourtChoice } from '../../components/court-choice.tsx';
import { useOpenCommand } from '../../components/command-form/use-open-command.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ExportButton } from '../../components/export-button.tsx';
import { ListPage } from '../../components/list-page/list-page.tsx';
import { useListState } from '../../components/list-page/list-state.ts';
import type { ListFilter } from '../../components/list-page/list-types.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { PersonFilter } from '../../components/pickers/person-picker.tsx';
import { useLanguage, usePickSentence } from '../../i18n/use-language.ts';
import { useCan } from '../../session/use-session.ts';
import { CorrectVisitForm } from './correct-visit-form.tsx';
import { useVisitColumns, VisitCard } from './visit-columns.tsx';
import { VisitPreview } from './visit-preview.tsx';
import { visitFiltersOf } from './visit-query.ts';
import '../rooms/rooms.css';

const PAGE_SIZE = 100;

function useVisitFilters(courtId: number | undefined): ListFilter[] {
  const { t } = useTranslation('visits');
  const pick = usePickSentence();
  const can = useCan();
  const rooms = useQueryEndpoint(listRoomsEndpoint, { query: { courtId } }, { enabled: can('room.read') });
  const options = (rooms.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const flag = (key: string): ListFilter => ({ key, kind: 'flag', label: t(`filter.${key}`) });
  return [
    { key: 'q', kind: 'text', label: t('filter.q'), isPrimary: true },
    {
      key: 'roomId',
      kind: 'custom',
      label: t('field.room'),
      isPrimary: true,
      render: (values, onChange) => (
        <Select
          mode="multiple"
          aria-label={t('field.room')}
          placeholder={t('field.room')}
          maxTagCount="responsive"
          options={options}
          value={[...values]}
          onChange={onChange}
        />
      ),
    },
    { key: 'entered', kind: 'days', label: t('filter.entered'), isPrimary: true },
    {
      key: 'purpose',
      kind: 'choice',
      label: t('field.purpose'),
      options: VISIT_PURPOSE_KEYS.map((key) => ({ value: key, label: pick(VISIT_PURPOSES[key]) })),
    },
    {
      key: 'personId',
      kind: 'custom',
      label: t('field.name'),
      render: (values, onChange) => (
        <PersonFilter
          label={t('field.name')}
          values={values}
          onChange={(picked) => onChange(picked.slice(-1))}
        />
      ),
    },
    ...['inside', 'alarm', 'visitors', 'late', 'anomaly', 'withCorrected'].map(flag),
  ];
}

/** 人员出入记录: who was inside which room, when and why; found, exported and printed. */
export function Component() {
  const language = useLanguage();
  const { t } = useTranslation('visits');
  const can = useCan();
  const navigate = useNavigate();
  const state = useListState();
  const command = useOpenCommand();
  const choice = useCourtChoice('visit.read');
  const columns = useVisitColumns();
  const filters = useVisitFilters(choice.courtId);
  const query = { ...visitFiltersOf(state.filters), courtId: choice.courtId };
  const pages = useEndpointPages(listVisitsEndpoint, { query: { ...query, limit: PAGE_SIZE } });
  const corrected = pages.items.find(({ id }) => command.current === `correct-${id}`);
  const correct = (visit: VisitAnswer) => command.open(`correct-${visit.id}`);
  return (
    <>
      <PageHeader
        title={t('title')}
        sentence={t('sentence')}
        actions={
          <>
            <CourtChoice {...choice} />
            {can('visit.record') && (
              <Button type="primary" onClick={() => void navigate('/rooms')}>
                {t('record')}
              </Button>
            )}
          </>
        }
      />
      <ListPage<VisitAnswer>
        listKey="visits"
        state={state}
        pages={pages}
        rowKey={(row) => row.id}
        columns={columns}
        filters={filters}
        renderPreview={(row) => <VisitPreview visit={row} onCorrect={() => correct(row)} />}
        renderCard={(row) => <VisitCard visit={row} />}
        tools={
          <>
            <ExportButton
              onExport={(format) =>
                downloadFile(exportVisitsEndpoint, { query: { ...query, format, language } })
              }
            />
            <Button
              icon={<PrinterOutlined aria-hidden />}
              href={downloadAddress(printVisitsEndpoint, { query })}
              target="_blank"
            >
              {t('print')}
            </Button>
          </>
        }
        empty={<EmptyState title={t('empty.title')} hint={t('empty.hint')} />}
      />
      <CorrectVisitForm visit={corrected} onClose={command.close} />
    </>
  );
}
