import { useMemo, useState } from 'react';
import Button from 'antd/es/button';
import Checkbox from 'antd/es/checkbox';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { listAssetClassesEndpoint } from '../../../../modules/fixed-assets/asset-classes.contract.ts';
import { useQueryEndpoint } from '../../../api/use-query-endpoint.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { PageHeader } from '../../../components/page-header.tsx';
import { ProblemAlert } from '../../../components/problem-alert.tsx';
import { SearchField } from '../../../components/search-field.tsx';
import { rowsFound, treeRows } from '../../../components/tree-rows.ts';
import { ClassTable } from './class-table.tsx';
import { classItemsOf, type ClassItem } from './class-item.ts';
import '../../../components/plain-rows.css';
import './asset-classes.css';

function finds(item: ClassItem, words: readonly string[]): boolean {
  const text = `${item.id} ${item.name}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

/** 分类: the national table as a tree, with its edition and what is not checked yet. */
export function Component() {
  const { t } = useTranslation('asset-classes');
  const navigate = useNavigate();
  const [search, setSearch] = useState('');
  const [onlyUnchecked, setOnlyUnchecked] = useState(false);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const { data, error, refetch } = useQueryEndpoint(listAssetClassesEndpoint, {});
  const items = useMemo(() => classItemsOf(data?.items ?? []), [data]);
  const words = search.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
  const isNarrowed = words.length > 0 || onlyUnchecked;
  const rows = isNarrowed
    ? rowsFound(items, (item) => finds(item, words) && !(onlyUnchecked && item.sourced))
    : treeRows(items).filter(({ item, depth }) => depth === 0 || item.idsAbove.every((id) => open.has(id)));
  const toggle = (code: string) => {
    const next = new Set(open);
    if (!next.delete(code)) next.add(code);
    setOpen(next);
  };
  return (
    <>
      <PageHeader
        title={t('title')}
        sentence={data?.editions.map((each) => t('edition', each)).join(' ')}
        actions={
          data?.availableActions.includes('import') === true && (
            <Button onClick={() => void navigate('/asset-classes/import')}>{t('import.title')}</Button>
          )
        }
      />
      <div className="cc-toolbar">
        <SearchField label={t('search')} value={search} onChange={setSearch} />
        <Checkbox checked={onlyUnchecked} onChange={(event) => setOnlyUnchecked(event.target.checked)}>
          {t('onlyUnchecked')}
        </Checkbox>
      </div>
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Skeleton active title={false} paragraph={{ rows: 10 }} />}
      {data !== undefined && rows.length === 0 && <EmptyState title={t(isNarrowed ? 'notFound' : 'empty')} />}
      {rows.length > 0 && <ClassTable rows={rows} open={isNarrowed ? undefined : open} onToggle={toggle} />}
    </>
  );
}
