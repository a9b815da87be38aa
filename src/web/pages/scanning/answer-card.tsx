import { useEffect, useRef, type ReactNode } from 'react';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ScanAnswer } from '../../../modules/item-codes/scan.contract.ts';
import { ItemCode } from '../../components/item-code.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { formatInstant } from '../../components/when.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { addressOfThing } from '../../scan/answer-address.ts';
import { SCAN_ICONS } from '../../scan/scan-banner.tsx';
import type { ScanResult } from '../../scan/scan-feedback.ts';
import { useCan } from '../../session/use-session.ts';
import { resultOfAnswer } from './answer-result.ts';
import { IntendedCodes } from './intended-codes.tsx';
import { ThingAnswer } from './thing-answer.tsx';
import type { ShownScan } from './use-scan-answers.ts';

function SeveralThings({ answer }: { answer: Extract<ScanAnswer, { outcome: 'several' }> }) {
  const { t } = useTranslation('scanning');
  const keepsAccounts = useCan()('person.read');
  return (
    <>
      <ul className="cc-answer-several">
        {answer.things.map((thing) => (
          <li key={thing.id}>
            <Link to={addressOfThing(thing, keepsAccounts) ?? '/scan'} className="cc-big-link">
              <span>
                <strong>{thing.title}</strong>{' '}
                <span className="cc-soft">
                  {[thing.place?.path, thing.holder?.name].filter((part) => part !== undefined).join(' · ')}
                </span>
              </span>
              <ItemCode code={thing.code} withCopy={false} />
            </Link>
          </li>
        ))}
      </ul>
      {answer.hasMore && (
        <Link to={`/search?q=${encodeURIComponent(answer.text)}`} className="cc-big-link">
          {t('searchAll')}
        </Link>
      )}
    </>
  );
}

/** What follows the sentence of an answer that means no single thing. */
function AnswerDetails({ answer, isAgain }: { answer: ScanAnswer; isAgain: boolean }) {
  const { t } = useTranslation('scanning');
  switch (answer.outcome) {
    case 'thing':
      return <ThingAnswer answer={answer} isAgain={isAgain} />;
    case 'several':
      return <SeveralThings answer={answer} />;
    case 'blank_label':
      return (
        <>
          <p>
            <ItemCode code={answer.code} />{' '}
            {answer.batch !== null && (
              <Link to={`/blank-labels/${answer.batch.id}`}>
                {answer.batch.note ??
                  t('issuedOn', { day: formatInstant(answer.batch.createdAt).slice(0, 10) })}
              </Link>
            )}
          </p>
          {answer.mayBind && (
            <Link
              to={`/blank-labels/bind?text=${encodeURIComponent(answer.code)}`}
              className="cc-big-link cc-big-link-first"
            >
              {t('bind')}
            </Link>
          )}
        </>
      );
    case 'void': {
      const day = formatInstant(answer.since).slice(0, 10);
      const { reason } = answer;
      return (
        <p>
          <ItemCode code={answer.code} />{' '}
          {reason === null ? t('voidedOn', { day }) : t('voidedFor', { day, reason })}
        </p>
      );
    }
    case 'not_yours':
    case 'other_court':
    case 'never_issued':
      return (
        <p>
          <ItemCode code={answer.code} />
        </p>
      );
    case 'product_code':
    case 'nothing':
      return (
        <Link to={`/search?q=${encodeURIComponent(answer.text)}`} className="cc-big-link">
          {t('searchWords', { text: answer.text })}
        </Link>
      );
    case 'misread':
      return null;
  }
}

interface FrameProps {
  readonly result: ScanResult;
  /** The thing's name, or the sentence where no single thing is meant. */
  readonly title: string;
  readonly children?: ReactNode;
}

/** Comes into view whole, as far as it fits: what can be done stands at its end. */
function Frame({ result, title, children }: FrameProps) {
  const frame = useRef<HTMLElement>(null);
  const Icon = SCAN_ICONS[result];
  useEffect(() => {
    // why: it answers a promise in some browsers, which an effect must not.
    void frame.current?.scrollIntoView({ block: 'nearest' });
  }, [title]);
  return (
    <section ref={frame} className="cc-answer" data-result={result} aria-label={title}>
      <h2 className="cc-answer-title">
        <Icon aria-hidden />
        <span>{title}</span>
      </h2>
      {children}
    </section>
  );
}

export interface AnswerCardProps {
  readonly shown: ShownScan;
  /** The same code was scanned here before. */
  readonly isAgain: boolean;
  readonly onScan: (text: string) => void;
}

/** The last scan, large enough to be read at arm's length; each outcome has its own sentence, colour and sound. */
export function AnswerCard({ shown, isAgain, onScan }: AnswerCardProps) {
  const { t } = useTranslation('scanning');
  const pick = usePickSentence();
  const { answer, problem, text } = shown;
  if (shown.isMisread && (answer === undefined || answer.outcome === 'misread')) {
    return (
      <Frame result="wrong" title={t('misread', { text })}>
        <IntendedCodes key={text} text={text} onChoose={onScan} />
      </Frame>
    );
  }
  if (problem !== undefined) return <ProblemAlert problem={problem} onRetry={() => onScan(text)} />;
  if (answer === undefined) {
    return (
      <section className="cc-answer" data-result="none" aria-busy>
        <h2 className="cc-answer-title">{t('asking', { text })}</h2>
        <Skeleton active title={false} paragraph={{ rows: 3 }} />
      </section>
    );
  }
  return (
    <Frame
      key={text}
      result={resultOfAnswer(answer)}
      title={answer.outcome === 'thing' ? answer.title : pick(answer)}
    >
      <AnswerDetails answer={answer} isAgain={isAgain} />
    </Frame>
  );
}
