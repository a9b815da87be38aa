import Checkbox from 'antd/es/checkbox';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ITEM_CODE_KINDS } from '../../../modules/item-codes/item-code.ts';
import {
  listLabelTemplatesEndpoint,
  type LabelTemplateHead,
} from '../../../modules/labels/templates.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { useOpenCommand } from '../../components/command-form/use-open-command.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { TemplateThumb } from '../../components/label-preview/template-thumb.tsx';
import { useListState } from '../../components/list-page/list-state.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { RowMenu, type RowAction } from '../../components/row-menu.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { RetireForms } from './retire-forms.tsx';
import './label-templates.css';
import '../../components/plain-rows.css';

const PICTURE = { maxWidthPx: 216, maxHeightPx: 140 } as const;

function TemplateFacts({ head }: { head: LabelTemplateHead }) {
  const { t } = useTranslation('label-templates');
  const pick = usePickSentence();
  const kinds = head.kinds.map((kind) => pick(ITEM_CODE_KINDS[kind])).join(t('common:listComma'));
  return (
    <span className="cc-soft">
      {kinds} · {t('size', head.sizeMm)}
      {head.sheet !== null && ` · ${t('onSheet', head.sheet)}`}
      <br />
      {t(head.version === 0 ? 'asShipped' : 'version', { version: head.version })}
      {head.version > 0 && !head.isShipped && ` · ${t('own')}`}
    </span>
  );
}

function TemplateTile({ head, onOpen }: { head: LabelTemplateHead; onOpen: (command: string) => void }) {
  const { t } = useTranslation('label-templates');
  const pick = usePickSentence();
  const name = pick(head.name);
  const actions: (RowAction | false)[] = [
    head.availableActions.includes('retire') && {
      key: 'retire',
      label: t('retire.title'),
      onClick: () => onOpen(`retire-${head.key}`),
      isDestructive: true,
    },
    head.isRetired &&
      head.availableActions.includes('restore') && {
        key: 'restore',
        label: t('reopen.title'),
        onClick: () => onOpen(`reopen-${head.key}`),
      },
  ];
  return (
    <li className={head.isRetired ? 'cc-template-tile cc-template-retired' : 'cc-template-tile'}>
      <Link to={`/label-templates/${head.key}`} tabIndex={-1} aria-hidden className="cc-template-picture">
        <TemplateThumb head={head} {...PICTURE} />
      </Link>
      <div className="cc-template-words">
        <span>
          <Link to={`/label-templates/${head.key}`}>{name}</Link>{' '}
          {head.isRetired && <StatusTag tone="closed">{t('retired')}</StatusTag>}
          <br />
          <TemplateFacts head={head} />
        </span>
        <RowMenu label={t('actionsOf', { name })} actions={actions.filter((action) => action !== false)} />
      </div>
    </li>
  );
}

/** 标签模板: what ships with the program and what the court has made of it. */
export function Component() {
  const { t } = useTranslation('label-templates');
  const command = useOpenCommand();
  const state = useListState();
  const withRetired = state.filters['retired']?.[0] === 'true';
  const { data, error, refetch } = useQueryEndpoint(
    listLabelTemplatesEndpoint,
    { query: { includeRetired: withRetired ? 'true' : 'false' } },
    { keepPrevious: true },
  );
  return (
    <>
      <PageHeader title={t('title')} sentence={t('sentence')} />
      <div className="cc-toolbar">
        <Checkbox
          checked={withRetired}
          onChange={(event) => state.setFilter('retired', event.target.checked ? ['true'] : [])}
        >
          {t('withRetired')}
        </Checkbox>
      </div>
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Skeleton active paragraph={{ rows: 8 }} />}
      {data?.items.length === 0 && <EmptyState title={t('emptyTitle')} />}
      {data !== undefined && (
        <ul className="cc-template-tiles">
          {data.items.map((head) => (
            <TemplateTile key={head.key} head={head} onOpen={command.open} />
          ))}
        </ul>
      )}
      <RetireForms
        current={command.current}
        templates={data?.items ?? []}
        onClose={command.close}
        onReload={() => void refetch()}
      />
    </>
  );
}
