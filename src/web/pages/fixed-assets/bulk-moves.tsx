import { lazy, Suspense, useState } from 'react';
import DeleteOutlined from '@ant-design/icons/es/icons/DeleteOutlined';
import Alert from 'antd/es/alert';
import Button from 'antd/es/button';
import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import { ASSET_MOVES } from '../../../modules/fixed-assets/rules.ts';
import { useOpenCommand } from '../../components/command-form/use-open-command.ts';
import { ItemCode } from '../../components/item-code.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { ScanEntry } from '../../scan/scan-entry.tsx';
import { AssetStatusTag } from './asset-status-tag.tsx';
import { LastScanBanner } from './bulk/last-scan.tsx';
import { fits } from './bulk/scanned-list.ts';
import { useScannedList, type Choice } from './bulk/use-scanned-list.ts';
import { isOfferedMove, OFFERED_MOVES, type MoveSubject, type OfferedMove } from './moves/move-forms.ts';
import { placeTail } from './place-tail.ts';
import './bulk/bulk-moves.css';

const MoveDrawer = lazy(() =>
  import('./moves/move-drawer.tsx').then((module) => ({ default: module.MoveDrawer })),
);

const MOVE_KEY = 'court-custody.bulk-move';

function storedMove(): OfferedMove {
  const stored = localStorage.getItem(MOVE_KEY) ?? undefined;
  return isOfferedMove(stored) ? stored : 'issue';
}

/** A number that several things bear: the person says which one lies there. */
function ChooseThing({
  choice,
  onChoose,
}: {
  choice: Choice;
  onChoose: (candidate: Choice['candidates'][number]) => void;
}) {
  const { t } = useTranslation('fixed-assets');
  return (
    <section className="cc-scan-choice" aria-label={t('bulk.several')}>
      <p>{t('bulk.severalHave', { text: choice.text })}</p>
      {choice.candidates.map((candidate) => (
        <Button key={candidate.id} block size="large" onClick={() => onChoose(candidate)}>
          {candidate.name} <ItemCode code={candidate.code} withCopy={false} />
        </Button>
      ))}
    </section>
  );
}

interface LinesProps {
  readonly lines: readonly MoveSubject[];
  readonly move: OfferedMove;
  readonly onRemove: (id: string) => void;
}

function ScannedLines({ lines, move, onRemove }: LinesProps) {
  const { t } = useTranslation('fixed-assets');
  return (
    <ol className="cc-scan-lines" reversed>
      {lines.map((line, index) => (
        <li key={line.id} data-state={fits(line.status, move) ? 'right' : 'wrong'}>
          <span className="cc-scan-number">{lines.length - index}</span>
          <span className="cc-scan-thing">
            <strong>{line.name}</strong>
            <ItemCode code={line.code} withCopy={false} />
            <span className="cc-soft">
              {[line.department, line.holder, line.place === null ? null : placeTail(line.place)]
                .filter((part) => part !== null)
                .join(' · ')}
            </span>
            {!fits(line.status, move) && <span className="cc-scan-note">{t('bulk.unfit')}</span>}
          </span>
          <AssetStatusTag status={line.status} />
          <Button
            size="large"
            type="text"
            icon={<DeleteOutlined aria-hidden />}
            aria-label={t('move.removeLine', { name: line.name })}
            onClick={() => onRemove(line.id)}
          />
        </li>
      ))}
    </ol>
  );
}

/** 扫码批量办理: things are scanned one after another into a list, then one command moves them all. */
export function Component() {
  const { t } = useTranslation('fixed-assets');
  const pick = usePickSentence();
  const [move, setMove] = useState(storedMove);
  const [doneSentence, setDoneSentence] = useState<string>();
  const command = useOpenCommand();
  const list = useScannedList(move);
  const { lines } = list;
  const verb = pick(ASSET_MOVES[move]);
  const isOpen = command.current === 'move' && lines.length > 0;
  const scan = (text: string) => {
    setDoneSentence(undefined);
    list.scan(text);
  };
  return (
    <div className="cc-bulk">
      <PageHeader title={t('bulk.title')} back={{ to: '/assets', label: t('list.title') }} />
      {doneSentence !== undefined && (
        <Alert type="success" showIcon className="cc-done" title={doneSentence} />
      )}
      <div className="cc-bulk-head">
        <Select<OfferedMove>
          size="large"
          aria-label={t('bulk.move')}
          value={move}
          options={OFFERED_MOVES.map((value) => ({ value, label: pick(ASSET_MOVES[value]) }))}
          onChange={(next) => {
            localStorage.setItem(MOVE_KEY, next);
            setMove(next);
          }}
        />
        <span className="cc-bulk-tally" aria-live="polite">
          {t('bulk.tally', { count: lines.length })}
        </span>
      </div>
      <ScanEntry onScan={scan} isActive={!isOpen} verb={t('bulk.add')} />
      <LastScanBanner last={list.last} move={move} misread={list.misread} />
      {list.lost !== undefined && (
        <ProblemAlert problem={list.lost.problem} onRetry={() => scan(list.lost?.text ?? '')} />
      )}
      {list.choice !== undefined && <ChooseThing choice={list.choice} onChoose={list.choose} />}
      {lines.length === 0 ? (
        <p className="cc-soft">{t('bulk.hint')}</p>
      ) : (
        <ScannedLines lines={lines} move={move} onRemove={list.remove} />
      )}
      {lines.length > 0 && (
        <div className="cc-scan-foot">
          <Button type="primary" size="large" disabled={list.isWaiting} onClick={() => command.open('move')}>
            {t('bulk.go', { verb, count: lines.length })}
          </Button>
          <Button size="large" onClick={list.clear}>
            {t('bulk.clear')}
          </Button>
        </div>
      )}
      <Suspense>
        {isOpen && (
          <MoveDrawer
            key={move}
            move={move}
            isOpen
            subjects={lines}
            onClose={command.close}
            onDone={(sentence) => {
              command.close();
              list.clear();
              setDoneSentence(sentence);
            }}
          />
        )}
      </Suspense>
    </div>
  );
}
