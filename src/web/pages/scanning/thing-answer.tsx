import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ScanAnswer, ScannedThing } from '../../../modules/item-codes/scan.contract.ts';
import { ITEM_CODE_KINDS } from '../../../modules/item-codes/item-code.ts';
import { ItemCode } from '../../components/item-code.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { formatInstant } from '../../components/when.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { addressOfThing } from '../../scan/answer-address.ts';
import { duplicateLabelAddress } from '../../scan/incident-address.ts';
import { useCan } from '../../session/use-session.ts';
import { resultOfAnswer } from './answer-result.ts';
import { actionsOf } from './thing-actions.ts';

/** How many actions stand side by side; the thing's page has all of them. */
const ACTIONS_SEEN = 4;

export function ThingFacts({ thing }: { thing: ScannedThing }) {
  const { t } = useTranslation('scanning');
  const { place, department, holder, since } = thing;
  const facts = [
    { label: t(thing.kind === 'L' ? 'fact.inside' : 'fact.place'), text: place?.path },
    { label: t('fact.department'), text: department?.name },
    { label: t('fact.holder'), text: holder?.name },
    { label: t('fact.since'), text: since === null ? undefined : formatInstant(since).slice(0, 10) },
  ].filter(({ text }) => text !== undefined);
  return (
    <dl className="cc-answer-facts">
      {facts.map(({ label, text }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function Actions({ thing }: { thing: ScannedThing }) {
  const { t } = useTranslation('scanning');
  const pick = usePickSentence();
  const page = addressOfThing(thing, useCan()('person.read'));
  const actions = actionsOf(thing).slice(0, ACTIONS_SEEN);
  return (
    <nav className="cc-answer-actions" aria-label={t('actions', { name: thing.title })}>
      {actions.map((action, index) => (
        <Link
          key={action.key}
          to={action.to}
          state={action.state}
          className={index === 0 ? 'cc-big-link cc-big-link-first' : 'cc-big-link'}
        >
          {pick(action)}
        </Link>
      ))}
      {page !== undefined && (
        <Link to={page} className={actions.length === 0 ? 'cc-big-link cc-big-link-first' : 'cc-big-link'}>
          {t('openPage')}
        </Link>
      )}
    </nav>
  );
}

type ThingAnswerOf = Extract<ScanAnswer, { outcome: 'thing' }>;

/** A copy of a label is told from it by nothing but the two things: whoever sees another one says so. */
function AnotherThing({ answer, isAgain }: { answer: ThingAnswerOf; isAgain: boolean }) {
  const { t } = useTranslation('scanning');
  if (answer.kind !== 'S' || !answer.actions.some(({ key }) => key === 'report_incident')) return null;
  return (
    <p className={isAgain ? 'cc-answer-notice' : 'cc-soft'}>
      {isAgain && t('twice.before')} <Link to={duplicateLabelAddress(answer.id)}>{t('twice.another')}</Link>
    </p>
  );
}

/** One thing below its name: what it is, where it should be, who has it, what may be done. */
export function ThingAnswer({ answer, isAgain }: { answer: ThingAnswerOf; isAgain: boolean }) {
  const pick = usePickSentence();
  const isPlain = resultOfAnswer(answer) === 'right';
  return (
    <>
      <div className="cc-answer-head">
        <span className="cc-soft">{pick(ITEM_CODE_KINDS[answer.kind])}</span>
        {answer.subtitle !== null && <span>{pick(answer.subtitle)}</span>}
        {answer.status !== null && <StatusTag tone="calm">{pick(answer.status)}</StatusTag>}
        <ItemCode code={answer.code} withCopy={false} />
      </div>
      <p className={isPlain ? 'cc-soft' : 'cc-answer-notice'}>{pick(answer)}</p>
      <ThingFacts thing={answer} />
      <Actions thing={answer} />
      <AnotherThing answer={answer} isAgain={isAgain} />
    </>
  );
}
