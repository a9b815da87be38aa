import UndoOutlined from '@ant-design/icons/es/icons/UndoOutlined';
import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import type { MovesAnswer } from '../../../../modules/fixed-assets/moves.contract.ts';
import { ItemCode } from '../../../components/item-code.tsx';
import { usePickSentence } from '../../../i18n/use-language.ts';
import { AssetStatusTag } from '../../fixed-assets/asset-status-tag.tsx';
import type { MoveSubject } from '../../fixed-assets/moves/move-forms.ts';
import { placeTail } from '../../fixed-assets/place-tail.ts';
import { useNoteWords } from './line-note.ts';
import type { SerialLine } from './serial-list.ts';

const ALLOWED = 'ALLOWED';

type Verdict = MovesAnswer['lines'][number];

/** Ids of the things that the server would refuse. */
export function refusedIds(answer: MovesAnswer | undefined): readonly string[] {
  return (answer?.lines ?? []).flatMap(({ assetId, verdict }) => (verdict === ALLOWED ? [] : [assetId]));
}

function whereabouts({ department, holder, place }: MoveSubject): string {
  return [department, holder, place === null ? null : placeTail(place)]
    .filter((part) => part !== null)
    .join(' · ');
}

/** What the line says below the name: the server's verdict, or why it does not count. */
function useNote(line: SerialLine, verdict: Verdict | undefined, isPaused: boolean): string | undefined {
  const { t } = useTranslation('scanning');
  const pick = usePickSentence();
  const wordsOf = useNoteWords();
  if (line.state === 'waiting') return t(isPaused ? 'serial.line.paused' : 'serial.line.waiting');
  if (line.state === 'several') return t('serial.line.several');
  if (line.state === 'duplicate') return t('serial.line.duplicate');
  if (line.state === 'right') return verdict === undefined ? undefined : pick(verdict);
  return line.note === null ? undefined : wordsOf(line.note);
}

interface LineProps {
  readonly line: SerialLine;
  readonly number: number | undefined;
  readonly verdict: Verdict | undefined;
  readonly isPaused: boolean;
  readonly onUndo: () => void;
  readonly onChoose: (thing: MoveSubject) => void;
}

function Line({ line, number, verdict, isPaused, onUndo, onChoose }: LineProps) {
  const { t } = useTranslation('scanning');
  const { thing, state } = line;
  const name = thing?.name ?? line.text;
  const note = useNote(line, verdict, isPaused);
  const isRefused = state === 'right' && verdict !== undefined && verdict.verdict !== ALLOWED;
  return (
    <li data-state={isRefused ? 'wrong' : state}>
      <span className="cc-scan-number">{number ?? '—'}</span>
      <span className="cc-scan-thing">
        <strong>{name}</strong>
        {thing !== null && <AssetStatusTag status={thing.status} />}
        {thing !== null && <ItemCode code={thing.code} withCopy={false} />}
        {thing !== null && <span className="cc-soft">{whereabouts(thing)}</span>}
        {note !== undefined && <span className="cc-scan-note">{note}</span>}
        {state === 'several' &&
          line.candidates.map((candidate) => (
            <Button key={candidate.id} block size="large" onClick={() => onChoose(candidate)}>
              {candidate.name} <ItemCode code={candidate.code} withCopy={false} />
            </Button>
          ))}
      </span>
      <Button
        size="large"
        icon={<UndoOutlined aria-hidden />}
        aria-label={t('serial.line.undoOf', { name })}
        onClick={onUndo}
      >
        {t('serial.line.undo')}
      </Button>
    </li>
  );
}

export interface SerialLinesProps {
  readonly lines: readonly SerialLine[];
  readonly answer: MovesAnswer | undefined;
  readonly isPaused: boolean;
  readonly onUndo: (key: number) => void;
  readonly onChoose: (key: number, thing: MoveSubject) => void;
}

/** Every beep as a line, the last first; only numbered lines are written. */
export function SerialLines({ lines, answer, isPaused, onUndo, onChoose }: SerialLinesProps) {
  const { t } = useTranslation('scanning');
  const verdicts = new Map((answer?.lines ?? []).map((verdict) => [verdict.assetId, verdict]));
  const counted = lines.filter(({ state }) => state === 'right');
  const numberOf = new Map(counted.map(({ key }, index) => [key, counted.length - index]));
  return (
    <ol className="cc-scan-lines" aria-label={t('serial.lines')}>
      {lines.map((line) => (
        <Line
          key={line.key}
          {...{ line, isPaused }}
          number={numberOf.get(line.key)}
          verdict={line.state === 'right' ? verdicts.get(line.thing?.id ?? '') : undefined}
          onUndo={() => onUndo(line.key)}
          onChoose={(thing) => onChoose(line.key, thing)}
        />
      ))}
    </ol>
  );
}
