import Alert from 'antd/es/alert';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { listItemsEndpoint, type ItemSummary } from '../../../modules/seized-items/items.contract.ts';
import { itemRequestKindOf } from '../../../modules/seized-items/item-request-kinds.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ItemCode } from '../../components/item-code.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { useSession } from '../../session/use-session.ts';
import { whereIs } from '../seized-items/item-columns.tsx';
import { ItemStateTag } from '../seized-items/item-state-tag.tsx';
import { ExtensionForm, KeepingForm, LoanForm, TransferForm, UnsealingForm } from './request-forms.tsx';
import '../../components/plain-rows.css';
import { useSayQuantity } from '../../i18n/use-quantity.ts';
import './releases.css';

/** Who may ask for it and in which states stands with the kinds of request. */
const FORMS = {
  loan: LoanForm,
  transfer_up: TransferForm,
  outside_keeping: KeepingForm,
  unseal: UnsealingForm,
  extension: ExtensionForm,
} as const;
type FormKind = keyof typeof FORMS;
const KINDS: readonly FormKind[] = ['loan', 'transfer_up', 'outside_keeping', 'unseal', 'extension'];

function Chosen({ items, kind }: { items: readonly ItemSummary[]; kind: FormKind }) {
  const sayQuantity = useSayQuantity();
  const { t } = useTranslation('releases');
  const { from } = itemRequestKindOf(kind);
  const isUnfit = ({ state }: ItemSummary) => !from.some((fit) => fit === state);
  return (
    <section className="cc-section">
      <h2>{t('things', { count: items.length })}</h2>
      <ul className="cc-release-rows">
        {items.map((item) => (
          <li key={item.id} className="cc-release-row">
            <span className="cc-release-row-head">
              <Link to={`/seized-items/${item.id}`}>
                <strong>{item.name}</strong>
              </Link>
              <ItemStateTag state={item.state} />
            </span>
            <span>
              {item.caseNumber} {t('piece', { number: item.number })} · {sayQuantity(item.onHand, item.unit)}
            </span>
            <span className="cc-soft">
              <ItemCode code={item.code} withCopy={false} /> {whereIs(item)}
            </span>
            {isUnfit(item) && <span className="cc-release-wrong">{t('request.unfit')}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** 申请: for which items, for what, until when; the approvers see what is written here. */
export function Component() {
  const { t } = useTranslation('releases');
  const [search] = useSearchParams();
  const { roles } = useSession();
  const ids = [...new Set(search.getAll('item'))];
  const { data, error, refetch } = useQueryEndpoint(
    listItemsEndpoint,
    { query: { ids, limit: 200 } },
    { enabled: ids.length > 0 },
  );
  const items = data?.items ?? [];
  const kinds = KINDS.filter((kind) => itemRequestKindOf(kind).askedBy.some((role) => roles.includes(role)));
  const likely = items.length > 0 && items.every(({ state }) => state === 'on_loan') ? 'extension' : 'loan';
  const current = kinds.find((kind) => kind === (search.get('kind') ?? likely)) ?? kinds[0];
  const addressOf = (kind: FormKind) => {
    const next = new URLSearchParams(search);
    next.set('kind', kind);
    return `?${next.toString()}`;
  };
  const back = { to: '/my-property', label: t('mine.title') };
  if (ids.length === 0 || current === undefined)
    return (
      <>
        <PageHeader title={t('request.title')} back={back} />
        <EmptyState title={t('request.nothing')} hint={t('request.nothingHint')} />
      </>
    );
  const RequestForm = FORMS[current];
  return (
    <div className="cc-release-request">
      <PageHeader title={t('request.title')} sentence={t('request.sentence')} back={back} />
      <nav className="cc-release-tabs" aria-label={t('request.kinds')}>
        {kinds.map((kind) => (
          <Link key={kind} to={addressOf(kind)} replace aria-current={kind === current ? 'page' : undefined}>
            {t(`request.kind.${kind}`)}
          </Link>
        ))}
      </nav>
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Skeleton active />}
      {data !== undefined && items.length < ids.length && (
        <Alert type="warning" showIcon title={t('request.someMissing')} />
      )}
      <Chosen items={items} kind={current} />
      <RequestForm
        key={current}
        itemIds={items.map(({ id }) => id)}
        hasVehicle={items.some(({ category }) => category === 'vehicles')}
      />
    </div>
  );
}
