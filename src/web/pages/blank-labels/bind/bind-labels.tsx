import { useState } from 'react';
import Alert from 'antd/es/alert';
import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import {
  bindLabelsEndpoint,
  listBatchCodesEndpoint,
  listCodeBatchesEndpoint,
  readCodeBatchEndpoint,
} from '../../../../modules/item-codes/code-batches.contract.ts';
import { ApiProblem } from '../../../api/api-problem.ts';
import { useCommand, type Command } from '../../../api/use-command.ts';
import { ItemCode } from '../../../components/item-code.tsx';
import { PageHeader } from '../../../components/page-header.tsx';
import { ProblemAlert } from '../../../components/problem-alert.tsx';
import { ScanEntry } from '../../../scan/scan-entry.tsx';
import { useTextOfAddress } from '../../../scan/use-text-of-address.ts';
import { PairBanner, PendingPair } from './pair-banner.tsx';
import { PairLines } from './pair-lines.tsx';
import type { Pair } from './pair-list.ts';
import { ThingPicker } from './thing-picker.tsx';
import { usePairs, type ThingChoice } from './use-pairs.ts';
import '../../fixed-assets/bulk/bulk-moves.css';
import './bind-labels.css';

const STALE = [listCodeBatchesEndpoint, readCodeBatchEndpoint, listBatchCodesEndpoint];

function requestOf(pairs: readonly Pair[]) {
  const lines = pairs.map(({ label, thing, reason }) => ({
    code: label.code,
    subjectKind: thing.kind,
    subjectId: thing.id,
    reason: reason.trim() === '' ? null : reason,
  }));
  return { body: { lines } };
}

/** Why the server refused lines, by the label's code: `body.lines.3.code` is the fourth pair. */
function refusalsOf({ problem }: Command<typeof bindLabelsEndpoint>, pairs: readonly Pair[]) {
  const problems = problem instanceof ApiProblem ? problem.problems : [];
  return new Map(
    problems.flatMap((each) => {
      const index = /^body\.lines\.(\d+)\./.exec(each.path)?.[1];
      const pair = index === undefined ? undefined : pairs[Number(index)];
      return pair === undefined ? [] : [[pair.label.code, each] as const];
    }),
  );
}

function ChooseThing({
  choice,
  onChoose,
}: {
  choice: ThingChoice;
  onChoose: (thing: ThingChoice['things'][number]) => void;
}) {
  const { t } = useTranslation('blank-labels');
  return (
    <section className="cc-scan-choice" aria-label={t('bind.several')}>
      <p>{t('bind.severalHave', { text: choice.text })}</p>
      {choice.things.map((thing) => (
        <Button key={thing.id} block size="large" onClick={() => onChoose(thing)}>
          {thing.title} <ItemCode code={thing.code} withCopy={false} />
        </Button>
      ))}
    </section>
  );
}

/** 绑定标签: a label and its thing are scanned one after the other; one command binds every pair, or none. */
export function Component() {
  const { t } = useTranslation('blank-labels');
  const list = usePairs();
  const { pairs, label, thing } = list;
  const [sent, setSent] = useState<readonly Pair[]>([]);
  const [doneCount, setDoneCount] = useState<number>();
  const command = useCommand(bindLabelsEndpoint, { invalidates: STALE });
  const isReasonMissing = pairs.some((pair) => pair.thing.isLabelled && pair.reason.trim() === '');
  const scan = (text: string) => {
    setDoneCount(undefined);
    list.scan(text);
  };
  useTextOfAddress(scan);
  const send = async () => {
    setSent(pairs);
    const answer = await command.send(requestOf(pairs));
    if (answer === undefined) return;
    list.change({ kind: 'clear' });
    setDoneCount(answer.lines.length);
  };
  return (
    <div className="cc-bulk">
      <PageHeader title={t('bind.title')} back={{ to: '/blank-labels', label: t('title') }} />
      {doneCount !== undefined && (
        <Alert type="success" showIcon className="cc-done" title={t('bind.done', { count: doneCount })} />
      )}
      <div className="cc-bulk-head">
        <PendingPair label={label} thing={thing} />
        <span className="cc-bulk-tally" aria-live="polite">
          {t('bind.tally', { count: pairs.length })}
        </span>
      </div>
      <ScanEntry onScan={scan} verb={t('bind.add')} />
      <PairBanner last={list.last} />
      {(label !== null || thing !== null) && (
        <div className="cc-pair-choose">
          {label !== null && <ThingPicker kind={label.kind} onCode={scan} onThing={list.choose} />}
          <Button size="large" onClick={() => list.change({ kind: 'forget' })}>
            {t('bind.forget')}
          </Button>
        </div>
      )}
      {list.lost !== undefined && (
        <ProblemAlert problem={list.lost.problem} onRetry={() => scan(list.lost?.text ?? '')} />
      )}
      {list.choice !== undefined && <ChooseThing choice={list.choice} onChoose={list.choose} />}
      <ProblemAlert
        problem={command.problem}
        shownPaths={new Set(sent.map((_, at) => `body.lines.${at}.code`))}
      />
      {pairs.length === 0 ? (
        <p className="cc-soft">{t('bind.hint')}</p>
      ) : (
        <>
          <PairLines pairs={pairs} refusals={refusalsOf(command, sent)} onChange={list.change} />
          <div className="cc-scan-foot">
            <Button
              type="primary"
              size="large"
              loading={command.isSending}
              disabled={list.isWaiting || isReasonMissing}
              onClick={() => void send()}
            >
              {t('bind.go', { count: pairs.length })}
            </Button>
            <Button size="large" onClick={() => list.change({ kind: 'clear' })}>
              {t('bind.clear')}
            </Button>
          </div>
          {isReasonMissing && <p className="cc-pair-missing">{t('bind.reasonMissing')}</p>}
        </>
      )}
    </div>
  );
}
