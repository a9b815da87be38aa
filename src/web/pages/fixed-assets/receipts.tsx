import { useState } from 'react';
import Alert from 'antd/es/alert';
import Button from 'antd/es/button';
import Checkbox from 'antd/es/checkbox';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ResponseOf } from '../../../platform/endpoint.ts';
import { readAsset, readAssetTimeline } from '../../../modules/fixed-assets/asset-page.contract.ts';
import {
  listPendingReceiptsEndpoint,
  refuseReceiptEndpoint,
  signReceiptsEndpoint,
} from '../../../modules/fixed-assets/contract.ts';
import { readPersonHoldings } from '../../../modules/fixed-assets/holdings.contract.ts';
import { ASSET_MOVES, ASSET_RECORDS } from '../../../modules/fixed-assets/rules.ts';
import { useCommand } from '../../api/use-command.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { ReasonField } from '../../components/command-form/reason-field.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ItemCode } from '../../components/item-code.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { Day, When } from '../../components/when.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { announce } from '../../layout/announcer.tsx';
import './receipts.css';
import './fixed-assets.css';

/** How many the endpoint signs at once. */
const SIGN_MAX = 200;
const REFRESH_MS = 60_000;
const STALE = [listPendingReceiptsEndpoint, readPersonHoldings, readAsset, readAssetTimeline];

type Receipt = ResponseOf<typeof listPendingReceiptsEndpoint>['items'][number];

interface LineProps {
  readonly receipt: Receipt;
  readonly isChosen: boolean;
  readonly isBusy: boolean;
  readonly onChoose: (isChosen: boolean) => void;
  readonly onSign: () => void;
  readonly onRefuse: () => void;
}

function ReceiptLine({ receipt, isChosen, isBusy, onChoose, onSign, onRefuse }: LineProps) {
  const { t } = useTranslation('fixed-assets');
  const pick = usePickSentence();
  return (
    <li className="cc-receipt">
      <Checkbox
        className="cc-receipt-check"
        checked={isChosen}
        onChange={(event) => onChoose(event.target.checked)}
        aria-label={t('receipts.choose', { name: receipt.name })}
      />
      <div className="cc-receipt-thing">
        <Link to={`/assets/${receipt.assetId}`}>{receipt.name}</Link>
        {receipt.specification !== null && <span className="cc-soft"> {receipt.specification}</span>}
        <div>
          <ItemCode code={receipt.code} withCopy={false} />
        </div>
        <div className="cc-soft">
          {pick(ASSET_MOVES[receipt.kind])} · {t('receipts.handedBy', { name: receipt.handedOutBy })}{' '}
          <When instant={receipt.handedOutAt} />
          {receipt.loanDueOn !== null && (
            <>
              {' · '}
              {t('move.label.dueOn')} <Day day={receipt.loanDueOn} />
            </>
          )}
        </div>
      </div>
      <div className="cc-receipt-buttons">
        <Button type="primary" onClick={onSign} disabled={isBusy}>
          {pick(ASSET_RECORDS.sign_receipt)}
          <span className="cc-hidden"> {receipt.name}</span>
        </Button>
        <Button onClick={onRefuse} disabled={isBusy}>
          {t('receipts.refuse')}
          <span className="cc-hidden"> {receipt.name}</span>
        </Button>
      </div>
    </li>
  );
}

function RefuseForm({ receipt, onClose }: { receipt: Receipt; onClose: () => void }) {
  const { t } = useTranslation('fixed-assets');
  const pick = usePickSentence();
  return (
    <CommandForm<typeof refuseReceiptEndpoint, { reason: string }>
      declaration={refuseReceiptEndpoint}
      open
      isDestructive
      title={pick(ASSET_RECORDS.refuse_receipt)}
      submitLabel={pick(ASSET_RECORDS.refuse_receipt)}
      subject={
        <>
          <strong>{receipt.name}</strong> <ItemCode code={receipt.code} withCopy={false} />
          <p className="cc-soft">{t('receipts.refuseHint')}</p>
        </>
      }
      draftKey={`refuse-receipt:${receipt.id}`}
      toRequest={({ reason }) => ({ params: { receiptId: receipt.id }, body: { reason } })}
      invalidates={STALE}
      onClose={onClose}
      onDone={onClose}
      doneSentence={t('receipts.refused')}
    >
      <ReasonField />
    </CommandForm>
  );
}

/** 待签收: what was handed to me and waits for my signature. */
export function Component() {
  const { t } = useTranslation('fixed-assets');
  const { data, error, refetch, isPending } = useQueryEndpoint(
    listPendingReceiptsEndpoint,
    {},
    { refetchInterval: REFRESH_MS },
  );
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = useState<Receipt>();
  const [doneCount, setDoneCount] = useState(0);
  const command = useCommand(signReceiptsEndpoint, { invalidates: STALE });
  const items = data?.items ?? [];
  const chosenIds = items.map(({ id }) => id).filter((id) => chosen.has(id));
  const choose = (id: string, isChosen: boolean) => {
    const next = new Set(chosen);
    if (isChosen) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  const sign = async (ids: readonly string[]) => {
    const answer = await command.send({ body: { receiptIds: ids.slice(0, SIGN_MAX) } });
    if (answer === undefined) return;
    setDoneCount(answer.signedCount);
    setChosen(new Set());
    announce(t('receipts.signed', { count: answer.signedCount }));
  };
  return (
    <div className="cc-receipts">
      <PageHeader
        title={t('receipts.title')}
        sentence={items.length > 0 ? t('receipts.signSentence') : undefined}
      />
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
      <ProblemAlert
        problem={command.problem}
        onRetry={() => void refetch()}
        retryLabel={t('receipts.refresh')}
      />
      {doneCount > 0 && (
        <Alert
          type="success"
          showIcon
          className="cc-done"
          title={t('receipts.signed', { count: doneCount })}
          closable={{ onClose: () => setDoneCount(0) }}
        />
      )}
      {isPending && error === null && <Skeleton active />}
      {data !== undefined && items.length === 0 && (
        <EmptyState title={t('receipts.emptyTitle')} hint={t('receipts.emptyHint')} />
      )}
      <ul className="cc-receipt-list">
        {items.map((receipt) => (
          <ReceiptLine
            key={receipt.id}
            receipt={receipt}
            isChosen={chosen.has(receipt.id)}
            isBusy={command.isSending}
            onChoose={(isChosen) => choose(receipt.id, isChosen)}
            onSign={() => void sign([receipt.id])}
            onRefuse={() => setRefused(receipt)}
          />
        ))}
      </ul>
      {items.length > 1 && (
        <div className="cc-receipts-foot">
          <Button
            type="primary"
            size="large"
            loading={command.isSending}
            onClick={() => void sign(chosenIds.length > 0 ? chosenIds : items.map(({ id }) => id))}
          >
            {chosenIds.length > 0
              ? t('receipts.signChosen', { count: chosenIds.length })
              : t('receipts.signAll', { count: Math.min(items.length, SIGN_MAX) })}
          </Button>
          {chosenIds.length > 0 && (
            <Button size="large" onClick={() => setChosen(new Set())}>
              {t('common:list.clearSelection')}
            </Button>
          )}
        </div>
      )}
      {refused !== undefined && <RefuseForm receipt={refused} onClose={() => setRefused(undefined)} />}
    </div>
  );
}
