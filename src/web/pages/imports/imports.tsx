import { useMemo, useState } from 'react';
import DownloadOutlined from '@ant-design/icons/es/icons/DownloadOutlined';
import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import type { ResponseOf } from '../../../platform/endpoint.ts';
import { downloadImportTemplateEndpoint, listImportsEndpoint } from '../../../modules/imports/contract.ts';
import {
  IMPORT_TARGET_IDS,
  IMPORT_TARGETS,
  isImportTargetId,
  type ImportTargetId,
} from '../../../modules/imports/import-fields.ts';
import { downloadFile } from '../../api/download-file.ts';
import { useEndpointPages } from '../../api/use-endpoint-pages.ts';
import { formatCount } from '../../components/amount.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ListPage } from '../../components/list-page/list-page.tsx';
import { useListState } from '../../components/list-page/list-state.ts';
import type { ListColumn } from '../../components/list-page/list-types.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { When } from '../../components/when.tsx';
import { ChoiceRow } from '../../components/fields/choice-row.tsx';
import { useLanguage, usePickSentence } from '../../i18n/use-language.ts';
import { useCan } from '../../session/use-session.ts';
import { ImportStateTag } from './import-state-tag.tsx';
import { UploadImport } from './upload-import.tsx';
import './imports.css';

type Run = ResponseOf<typeof listImportsEndpoint>['items'][number];

const PAGE_SIZE = 50;
const OUTCOMES = ['created', 'changed', 'unchanged', 'refused'] as const;

function useColumns(): readonly ListColumn<Run>[] {
  const { t } = useTranslation('imports');
  const pick = usePickSentence();
  return useMemo(
    () => [
      { key: 'file', title: t('field.file'), widthPx: 300, render: (row) => row.fileName },
      {
        key: 'target',
        title: t('target'),
        widthPx: 140,
        render: (row) => (isImportTargetId(row.target) ? pick(IMPORT_TARGETS[row.target]) : row.target),
      },
      {
        key: 'state',
        title: t('field.state'),
        widthPx: 130,
        render: (row) => <ImportStateTag state={row.state} />,
      },
      {
        key: 'read',
        title: t('outcome.read'),
        widthPx: 90,
        align: 'right',
        render: (row) => (row.counts === null ? '—' : formatCount(row.counts.read)),
      },
      ...OUTCOMES.map((outcome): ListColumn<Run> => ({
        key: outcome,
        title: t(`outcome.${outcome}`),
        widthPx: 90,
        align: 'right',
        render: (row) => (row.counts === null ? '—' : formatCount(row.counts[outcome])),
      })),
      { key: 'by', title: t('field.by'), widthPx: 120, render: (row) => row.createdBy.name },
      {
        key: 'at',
        title: t('field.at'),
        widthPx: 160,
        render: (row) => <When instant={row.createdAt} />,
      },
    ],
    [t, pick],
  );
}

function RunCard({ run }: { run: Run }) {
  const { t } = useTranslation('imports');
  const { counts } = run;
  return (
    <span className="cc-import-card">
      <span className="cc-import-card-head">
        <strong>{run.fileName}</strong>
        <ImportStateTag state={run.state} />
      </span>
      {counts !== null && (
        <span>
          {OUTCOMES.filter((outcome) => counts[outcome] > 0)
            .map((outcome) => `${t(`outcome.${outcome}`)} ${formatCount(counts[outcome])}`)
            .join(' · ')}
        </span>
      )}
      <span className="cc-soft">
        {run.createdBy.name} · <When instant={run.createdAt} />
      </span>
    </span>
  );
}

/** 导入: upload a file, and every import of the court, newest first. */
export function Component() {
  const { t } = useTranslation('imports');
  const language = useLanguage();
  const can = useCan();
  const pick = usePickSentence();
  const theirs = IMPORT_TARGET_IDS.filter((id) => can(IMPORT_TARGETS[id].permission));
  const [chosen, setChosen] = useState<ImportTargetId>();
  const target = chosen ?? theirs[0] ?? 'fixed_assets';
  const state = useListState();
  const columns = useColumns();
  const pages = useEndpointPages(listImportsEndpoint, { query: { limit: PAGE_SIZE } });
  const template = (
    <Button
      icon={<DownloadOutlined aria-hidden />}
      onClick={() => downloadFile(downloadImportTemplateEndpoint, { query: { language, target } })}
    >
      {t('template')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t('title')}
        sentence={t(`sentenceOf.${target}`)}
        actions={pages.items.length > 0 && template}
      />
      {theirs.length > 1 && (
        <ChoiceRow
          label={t('target')}
          value={target}
          options={theirs.map((value) => ({ value, label: pick(IMPORT_TARGETS[value]) }))}
          onChange={(value) => setChosen(isImportTargetId(value) ? value : undefined)}
        />
      )}
      <UploadImport target={target} />
      <h2 className="cc-import-history">{t('history')}</h2>
      <ListPage<Run>
        listKey="imports"
        state={state}
        pages={pages}
        rowKey={(row) => row.id}
        rowHref={(row) => `/imports/${row.id}`}
        columns={columns}
        renderCard={(row) => <RunCard run={row} />}
        empty={<EmptyState title={t('empty.title')} hint={t('empty.hint')} action={template} />}
      />
    </>
  );
}
