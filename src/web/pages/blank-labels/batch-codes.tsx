import { useState } from 'react';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import {
  listBatchCodesEndpoint,
  type BatchCode,
  type CodeBatch,
} from '../../../modules/item-codes/code-batches.contract.ts';
import { CODE_STATE_KEYS, CODE_STATES, type CodeState } from '../../../modules/item-codes/code-states.ts';
import type { ItemCodeKind } from '../../../modules/item-codes/item-code.ts';
import { useEndpointPages } from '../../api/use-endpoint-pages.ts';
import { formatCount } from '../../components/amount.ts';
import { ChoiceRow } from '../../components/fields/choice-row.tsx';
import { ItemCode } from '../../components/item-code.tsx';
import { LoadMore } from '../../components/list-page/load-more.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { StatusTag, type StatusTone } from '../../components/status-tag.tsx';
import { WithMoments, formatInstant } from '../../components/when.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { thingAddress, type ThingKind } from '../../scan/thing-address.ts';

const PAGE_SIZE = 100;
const TONES: Record<CodeState, StatusTone> = {
  issued: 'open',
  printed: 'calm',
  bound: 'settled',
  void: 'closed',
};
const PAGES: Partial<Record<ItemCodeKind, ThingKind>> = { A: 'fixed-asset', L: 'place', P: 'person' };

function WhatOf({ code, kind }: { code: BatchCode; kind: ItemCodeKind }) {
  const pick = usePickSentence();
  const { t } = useTranslation('blank-labels');
  const page = PAGES[kind];
  if (code.voidedAt !== null)
    return (
      <span className="cc-soft">
        <WithMoments
          text={t('voidedAt', { at: formatInstant(code.voidedAt), reason: code.voidReason ?? t('noReason') })}
        />
      </span>
    );
  if (code.thing === null)
    return code.boundAt === null ? null : <span className="cc-soft">{t('boundToHidden')}</span>;
  const { id, title, subtitle } = code.thing;
  return (
    <span>
      {page === undefined ? title : <Link to={thingAddress(page, id)}>{title}</Link>}{' '}
      <span className="cc-soft">
        <WithMoments
          text={[
            subtitle === null ? null : pick(subtitle),
            code.boundAt === null ? null : formatInstant(code.boundAt),
          ]
            .filter(Boolean)
            .join(' · ')}
        />
      </span>
    </span>
  );
}

/** The codes of a batch in the order of issue, with what became of each. */
export function BatchCodes({ batch }: { batch: CodeBatch }) {
  const { t } = useTranslation('blank-labels');
  const pick = usePickSentence();
  const [state, setState] = useState<CodeState | 'all'>('all');
  const pages = useEndpointPages(listBatchCodesEndpoint, {
    params: { batchId: batch.id },
    query: { limit: PAGE_SIZE, ...(state === 'all' ? {} : { state: [state] }) },
  });
  const options = [
    { value: 'all', label: t('all', { shown: formatCount(batch.codeCount) }) },
    ...CODE_STATE_KEYS.filter((each) => batch.counts[each] > 0).map((each) => ({
      value: each,
      label: `${pick(CODE_STATES[each])} ${formatCount(batch.counts[each])}`,
    })),
  ];
  return (
    <section className="cc-section" aria-label={t('codes')}>
      <ChoiceRow
        label={t('filter')}
        options={options}
        value={state}
        onChange={(next) => setState(CODE_STATE_KEYS.find((each) => each === next) ?? 'all')}
      />
      <ProblemAlert problem={pages.problem} onRetry={pages.reload} />
      {pages.isLoading && pages.problem === null && <Skeleton active />}
      {!pages.isLoading && pages.items.length === 0 && <p className="cc-soft">{t('noneInState')}</p>}
      <ol className="cc-rows cc-batch-codes">
        {pages.items.map((code) => (
          <li key={code.code}>
            <ItemCode code={code.code} />
            <StatusTag tone={TONES[code.state]}>{pick(CODE_STATES[code.state])}</StatusTag>
            <span className="cc-rows-main">
              <WhatOf code={code} kind={batch.kind} />
            </span>
          </li>
        ))}
      </ol>
      <LoadMore hasMore={pages.hasMore} isLoading={pages.isLoadingMore} onLoadMore={pages.loadMore} />
    </section>
  );
}
