import Select from 'antd/es/select';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useToday } from '../../clock.ts';
import { isPaperForm, PAPER_FORM_IDS } from '../../../modules/papers/paper-forms.ts';
import { listPapersEndpoint, readRegisterEndpoint } from '../../../modules/papers/papers.contract.ts';
import { useEndpointPages } from '../../api/use-endpoint-pages.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { LoadMore } from '../../components/list-page/load-more.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import '../../components/plain-rows.css';
import './papers.css';
import { PaperRows } from './paper-rows.tsx';
import { usePaperName } from './paper-words.tsx';

const YEARS_SHOWN = 6;

/** Numbers given against papers there, form by form: a gap would show here. */
function Numbers({ year }: { year: string }) {
  const { t } = useTranslation('papers');
  const nameOf = usePaperName();
  const { data, error, refetch } = useQueryEndpoint(readRegisterEndpoint, { query: { year } });
  if (data === undefined)
    return error === null ? (
      <Skeleton active />
    ) : (
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
    );
  if (data.forms.length === 0) return null;
  return (
    <div className="cc-paper-numbers">
      <table className="cc-tree-table">
        <thead>
          <tr>
            <th scope="col">{t('register.form')}</th>
            <th scope="col" className="cc-cell-number">
              {t('register.last')}
            </th>
            <th scope="col" className="cc-cell-number cc-paper-issued">
              {t('register.issued')}
            </th>
            <th scope="col" className="cc-cell-number">
              {t('register.voided')}
            </th>
            <th scope="col">{t('register.gaps')}</th>
          </tr>
        </thead>
        <tbody>
          {data.forms.map(({ form, lastSerial, issuedCount, voidedCount, missingSerials }) => (
            <tr key={form}>
              <td>{nameOf(form)}</td>
              <td className="cc-cell-number">{lastSerial}</td>
              <td className="cc-cell-number cc-paper-issued">{issuedCount}</td>
              <td className="cc-cell-number">{voidedCount}</td>
              <td>
                <StatusTag tone={missingSerials.length === 0 ? 'settled' : 'alarm'}>
                  {missingSerials.length === 0
                    ? t('register.whole')
                    : t('register.missing', { serials: missingSerials.join(t('listComma')) })}
                </StatusTag>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** 文书登记簿: every paper of a year by number, and that none is missing. */
export function Component() {
  const today = useToday();
  const { t } = useTranslation('papers');
  const nameOf = usePaperName();
  const [search, setSearch] = useSearchParams();
  const thisYear = Number(today.slice(0, 4));
  const year = search.get('year') ?? String(thisYear);
  const asked = search.get('form') ?? '';
  const form = isPaperForm(asked) ? asked : undefined;
  const query = { year, limit: 50, ...(form === undefined ? {} : { form }) };
  const pages = useEndpointPages(listPapersEndpoint, { query });
  const set = (key: string, value: string | undefined) => {
    const next = new URLSearchParams(search);
    if (value === undefined) next.delete(key);
    else next.set(key, value);
    setSearch(next, { replace: true });
  };
  const isEmpty = !pages.isLoading && pages.items.length === 0 && pages.problem === null;
  const years = Array.from({ length: YEARS_SHOWN }, (_, index) => String(thisYear - index));
  return (
    <>
      <PageHeader title={t('register.title')} sentence={t('register.sentence')} />
      <div className="cc-section-head">
        <Select
          aria-label={t('register.year')}
          value={year}
          onChange={(next: string) => set('year', next)}
          options={years.map((value) => ({ value, label: t('register.ofYear', { year: value }) }))}
        />
        <Select
          aria-label={t('register.form')}
          value={form ?? null}
          allowClear
          placeholder={t('register.allForms')}
          popupMatchSelectWidth={false}
          className="cc-paper-form-choice"
          onChange={(next: string | null | undefined) => set('form', next ?? undefined)}
          options={PAPER_FORM_IDS.map((value) => ({ value, label: nameOf(value) }))}
        />
      </div>
      {form === undefined && <Numbers year={year} />}
      <ProblemAlert problem={pages.problem} onRetry={pages.reload} />
      {pages.isLoading && pages.problem === null && <Skeleton active />}
      {isEmpty && <EmptyState title={t('register.empty')} hint={t('register.emptyHint')} />}
      {pages.items.length > 0 && (
        <section className="cc-section" aria-label={t('issued')}>
          <PaperRows papers={pages.items} withCase />
        </section>
      )}
      <LoadMore hasMore={pages.hasMore} isLoading={pages.isLoadingMore} onLoadMore={pages.loadMore} />
    </>
  );
}
