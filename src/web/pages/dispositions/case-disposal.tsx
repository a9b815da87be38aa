import { useState } from 'react';
import Alert from 'antd/es/alert';
import Button from 'antd/es/button';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import {
  JOINT_ITEMS_MAX,
  readCaseDisposalEndpoint,
} from '../../../modules/dispositions/case-disposal.contract.ts';
import { DISPOSITION_WAYS } from '../../../modules/dispositions/judgment-orders.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { useOpenCommand } from '../../components/command-form/use-open-command.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { useNameOf } from '../cases/case-words.tsx';
import { PapersOf } from '../papers/papers-of.tsx';
import { readNumbers } from '../../../modules/dispositions/item-numbers.ts';
import {
  approvalsFor,
  choiceOf,
  fits,
  handOversOpen,
  openActions,
  waysToAskFor,
  type CaseDisposal,
  type Choice,
} from './joint-choice.ts';
import { JOINT_FORM, type JointDone } from './joint-form.ts';
import { JointForms } from './joint-forms.tsx';
import { JointItems, OtherItems, type Chosen } from './joint-items.tsx';
import '../../components/foot-bar.css';
import '../../components/plain-rows.css';
import './dispositions.css';

interface Tab {
  readonly key: string;
  readonly label: string;
  readonly isCurrent: boolean;
}

/** Links that set one word of the address. */
function Tabs({ name, label, tabs }: { name: string; label: string; tabs: readonly Tab[] }) {
  const [search] = useSearchParams();
  const addressOf = (key: string) => {
    const next = new URLSearchParams(search);
    next.set(name, key);
    next.delete('do');
    return `?${next.toString()}`;
  };
  return (
    <nav className="cc-work-tabs" aria-label={label}>
      {tabs.map(({ key, label: text, isCurrent }) => (
        <Link key={key} to={addressOf(key)} replace aria-current={isCurrent ? 'page' : undefined}>
          {text}
        </Link>
      ))}
    </nav>
  );
}

/** What is done, on which approval, or what is asked for. */
function ChoiceTabs({ shown, choice }: { shown: CaseDisposal; choice: Choice }) {
  const { t } = useTranslation('dispositions');
  const wayName = useNameOf(DISPOSITION_WAYS);
  const approvals = approvalsFor(shown, choice.action);
  const ways = choice.action === 'request' ? waysToAskFor(shown) : [];
  const handOvers = choice.action === 'receipt' ? handOversOpen(shown) : [];
  const countOf = (one: Choice) => shown.items.filter((item) => fits(item, one)).length;
  return (
    <>
      <Tabs
        name="action"
        label={t('joint.actions')}
        tabs={openActions(shown).map((action) => ({
          key: action,
          label: t(`action.${action}`),
          isCurrent: action === choice.action,
        }))}
      />
      {ways.length > 0 && (
        <Tabs
          name="way"
          label={t('field.way')}
          tabs={ways.map((way) => ({
            key: way,
            label: t('joint.tab', { name: wayName(way), count: countOf({ ...choice, way }) }),
            isCurrent: way === choice.way,
          }))}
        />
      )}
      {handOvers.length > 0 && (
        <Tabs
          name="handOver"
          label={t('joint.handOvers')}
          tabs={handOvers.map((handOver) => ({
            key: handOver.id,
            label: t('joint.tab', {
              name: t('joint.handOver', {
                list: handOver.list ?? '',
                organ: handOver.counterparty ?? '',
                day: handOver.at.slice(0, 10),
              }),
              count: countOf({ ...choice, handOver }),
            }),
            isCurrent: handOver.id === choice.handOver?.id,
          }))}
        />
      )}
      {approvals.length > 0 && (
        <Tabs
          name="approval"
          label={t('joint.approvals')}
          tabs={approvals.map((approval) => ({
            key: approval.id,
            label: t('joint.tab', {
              name: t('form.approval', { number: approval.number, name: approval.applicantName }),
              count: countOf({ ...choice, approval }),
            }),
            isCurrent: approval.id === choice.approval?.id,
          }))}
        />
      )}
    </>
  );
}

interface WorkProps {
  readonly shown: CaseDisposal;
  readonly choice: Choice;
  readonly numbers: ReadonlySet<number> | null;
  readonly onDone: (done: JointDone) => void;
}

function JointWork({ shown, choice, numbers, onDone }: WorkProps) {
  const { t } = useTranslation('dispositions');
  const command = useOpenCommand();
  const fitting = shown.items.filter((item) => fits(item, choice));
  const [chosen, setChosen] = useState<Chosen>(() => {
    const wanted = fitting.filter(({ number }) => numbers === null || numbers.has(number));
    return { ids: new Set(wanted.slice(0, JOINT_ITEMS_MAX).map(({ id }) => id)), scannedIds: new Set() };
  });
  const items = fitting.filter(({ id }) => chosen.ids.has(id));
  const isTooMany = items.length > JOINT_ITEMS_MAX;
  return (
    <>
      <JointItems items={fitting} choice={choice} chosen={chosen} onChange={setChosen} />
      <OtherItems items={shown.items.filter((item) => !fits(item, choice))} choice={choice} />
      <div className="cc-foot-bar cc-joint-foot cc-no-print">
        <span aria-live="polite">
          {isTooMany
            ? t('joint.tooMany', { max: JOINT_ITEMS_MAX })
            : t('joint.chosen', { count: items.length })}
        </span>
        <Button
          type="primary"
          disabled={items.length === 0 || isTooMany}
          danger={choice.action === 'destruction'}
          onClick={() => command.open(JOINT_FORM)}
        >
          {t('joint.submit', { what: t(`action.${choice.action}`), count: items.length })}
        </Button>
      </div>
      <JointForms shown={shown} choice={choice} items={items} command={command} onDone={onDone} />
    </>
  );
}

/** What was done, with its count, and the one paper of it. */
function Done({ caseId, done }: { caseId: string; done: JointDone }) {
  const { t } = useTranslation('dispositions');
  const { action, items, request } = done;
  const [first] = items;
  return (
    <>
      <Alert
        type="success"
        showIcon
        title={t('joint.done', { what: t(`action.${action}`), count: items.length })}
        description={
          request !== null && (
            <Link to={`/approvals/${request.id}`}>{t('approvalOf', { number: request.number })}</Link>
          )
        }
      />
      {first !== undefined && request === null && action !== 'await' && (
        <PapersOf key={first.id} caseId={caseId} itemId={first.id} isBrief />
      )}
    </>
  );
}

function Disposal({ shown }: { shown: CaseDisposal }) {
  const { t } = useTranslation('dispositions');
  const [search] = useSearchParams();
  const [done, setDone] = useState<JointDone>();
  const numbers = readNumbers(search.get('items'));
  const asked = {
    action: search.get('action'),
    approval: search.get('approval'),
    way: search.get('way'),
    handOver: search.get('handOver'),
  };
  const choice = choiceOf(shown, asked, numbers);
  return (
    <>
      {done !== undefined && <Done caseId={shown.caseId} done={done} />}
      {choice === null ? (
        <>
          {done === undefined && <EmptyState title={t('joint.nothing')} hint={t('joint.nothingHint')} />}
          <OtherItems items={shown.items} choice={null} />
        </>
      ) : (
        <>
          <ChoiceTabs shown={shown} choice={choice} />
          <JointWork
            key={[choice.action, choice.approval?.id, choice.way, choice.handOver?.id].join(' ')}
            shown={shown}
            choice={choice}
            numbers={numbers}
            onDone={setDone}
          />
        </>
      )}
    </>
  );
}

/** 一并处置: many items of one case on one form, all or none. */
export function Component() {
  const { t } = useTranslation('dispositions');
  const { caseId = '' } = useParams();
  const request = { params: { caseId } };
  const { data: shown, error, refetch } = useQueryEndpoint(readCaseDisposalEndpoint, request);
  const back = { to: `/cases/${caseId}?tab=judgments`, label: shown?.caseNumber ?? t('tab') };
  return (
    <div className="cc-joint">
      <PageHeader title={t('joint.title')} sentence={t('joint.sentence')} back={back} />
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
      {shown === undefined ? error === null && <Skeleton active /> : <Disposal shown={shown} />}
    </div>
  );
}
