import Alert from 'antd/es/alert';
import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import { ApiProblem, ConnectionLost } from '../api/api-problem.ts';
import { usePickSentence } from '../i18n/use-language.ts';
import { CopyButton } from './copy-button.tsx';
import './problem-alert.css';

export interface ProblemAlertProps {
  /** Nothing is shown for null and undefined. */
  readonly problem: Error | null | undefined;
  /** Problem paths that are already shown beside their fields. */
  readonly shownPaths?: ReadonlySet<string>;
  readonly onRetry?: () => void;
  /** What the button says when it does something else than trying again. */
  readonly retryLabel?: string;
}

const LIST_LIMIT = 20;

/** The field as the interface names it; the place in a list says nothing, its sentence names the thing. */
function fieldOf(path: string): string {
  return /\.\d+$/.test(path) ? '' : path.replace(/^(body|query|params)\./, '');
}

function ProblemList({
  problem,
  shownPaths,
}: {
  problem: ApiProblem;
  shownPaths: ReadonlySet<string> | undefined;
}) {
  const { t } = useTranslation();
  const pick = usePickSentence();
  const rest = problem.problems.filter((each) => shownPaths?.has(each.path) !== true);
  if (rest.length === 0) return null;
  return (
    <ul className="cc-problem-list">
      {rest.slice(0, LIST_LIMIT).map((each) => (
        <li key={`${each.path} ${each.code}`}>
          {pick(each)} <span className="cc-code cc-soft">{fieldOf(each.path)}</span>
        </li>
      ))}
      {rest.length > LIST_LIMIT && <li>{t('problem.more', { count: rest.length - LIST_LIMIT })}</li>}
    </ul>
  );
}

const DOOR_REFUSALS: ReadonlySet<string> = new Set(['MOVEMENT_OUTSIDE_VISIT', 'MOVEMENT_NEEDS_TWO_PERSONS']);

/** Where the visit that is missing is recorded; in another window, so that what was signed here stays. */
function DoorLink({ problem }: { problem: ApiProblem }) {
  const { t } = useTranslation();
  const { roomId } = problem.facts;
  if (!DOOR_REFUSALS.has(problem.code) || typeof roomId !== 'string') return null;
  return (
    <p>
      <a href={`/rooms/${roomId}/door`} target="_blank" rel="noopener">
        {t('problem.atTheDoor')}
      </a>
    </p>
  );
}

/** The shell already asks for the password over the page. */
function isAskedAgain(problem: Error): boolean {
  return problem instanceof ApiProblem && problem.code === 'NOT_SIGNED_IN';
}

/** Says what happened, what was kept, what to do, and the request number to copy. */
export function ProblemAlert({ problem, shownPaths, onRetry, retryLabel }: ProblemAlertProps) {
  const { t } = useTranslation();
  const pick = usePickSentence();
  if (problem === null || problem === undefined || isAskedAgain(problem)) return null;
  const isLost = problem instanceof ConnectionLost;
  const isRefusal = problem instanceof ApiProblem;
  const title = isLost
    ? t('problem.connectionLost')
    : isRefusal
      ? pick(problem.sentences)
      : t('problem.unexpected');
  return (
    <Alert
      className="cc-problem"
      type={isLost ? 'warning' : 'error'}
      showIcon
      role="alert"
      title={title}
      description={
        isRefusal ? (
          <>
            <ProblemList problem={problem} shownPaths={shownPaths} />
            <DoorLink problem={problem} />
            {problem.requestId !== '' && (
              <div className="cc-problem-request">
                {t('problem.requestId')} <span className="cc-code">{problem.requestId}</span>
                <CopyButton text={problem.requestId} what={t('problem.requestId')} />
              </div>
            )}
          </>
        ) : (
          t(isLost ? 'problem.kept' : 'problem.unexpectedNext')
        )
      }
      action={
        onRetry === undefined ? undefined : (
          <Button size="small" onClick={onRetry}>
            {retryLabel ?? t('action.retry')}
          </Button>
        )
      }
    />
  );
}
