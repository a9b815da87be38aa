import { useState } from 'react';
import Alert from 'antd/es/alert';
import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import { readItemCode } from '../../../modules/item-codes/item-code.ts';
import {
  checkHandoverLineEndpoint,
  countHandoverAgainEndpoint,
  finishHandoverCountEndpoint,
  type HandoverAnswer,
} from '../../../modules/rooms/handovers.contract.ts';
import { sayParticulars } from '../../../modules/rooms/particulars.ts';
import { useCommand } from '../../api/use-command.ts';
import { ItemCode } from '../../components/item-code.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { ScanEntry } from '../../scan/scan-entry.tsx';
import { signalScan } from '../../scan/scan-feedback.ts';
import { TwiceScanned, type TwiceScannedThing } from '../../scan/twice-scanned.tsx';
import { STALE_HANDOVERS } from './stale-handovers.ts';

export interface HandoverPartProps {
  readonly handover: HandoverAnswer;
  readonly onOpen: (command: string) => void;
}

type Line = HandoverAnswer['lines'][number];
const TONES = { pending: 'soon', found: 'settled', explained: 'alarm', surplus: 'alarm' } as const;
const ORDER = ['pending', 'explained', 'surplus', 'found'];

/** So many of those that were found are shown before they are asked for. */
const FOUND_SHOWN = 20;

/** Where in the room it lies; the room is the page's. */
function placeInRoom({ placePath }: Line, roomPath: string): string | null {
  const inside = `${roomPath} / `;
  return placePath?.startsWith(inside) === true ? placePath.slice(inside.length) : placePath;
}

function LineRow({
  line,
  roomPath,
  mayExplain,
  onExplain,
}: {
  line: Line;
  roomPath: string;
  mayExplain: boolean;
  onExplain: () => void;
}) {
  const { t } = useTranslation('handovers');
  const pick = usePickSentence();
  return (
    <li>
      <div className="cc-rows-main">
        <strong>{line.title}</strong> {line.code !== null && <ItemCode code={line.code} withCopy={false} />}
        <div className="cc-soft">
          {[
            placeInRoom(line, roomPath),
            line.particulars === null ? null : pick(sayParticulars(line.particulars)),
            line.detail,
          ]
            .filter((part) => part !== null)
            .join(' · ')}
        </div>
        {line.explanation !== null && <div>{line.explanation}</div>}
      </div>
      <div className="cc-rows-side">
        <StatusTag tone={TONES[line.result]}>{t(`result.${line.result}`)}</StatusTag>
        {mayExplain && line.result === 'pending' && <Button onClick={onExplain}>{t('explain.title')}</Button>}
      </div>
    </li>
  );
}

/** What was found by this code already; a thing that was explained away and turns up is none. */
function foundBefore(text: string, lines: readonly Line[]): TwiceScannedThing | undefined {
  const read = readItemCode(text);
  const line = lines.find(({ code, result }) => read.ok && code === read.code && result === 'found');
  return line?.code == null ? undefined : { name: line.title, code: line.code };
}

/** Scans every thing of the list; what was found stands last, what is missing first. */
function Scanning({ handover, onOpen }: HandoverPartProps) {
  const { t } = useTranslation('handovers');
  const [said, setSaid] = useState<string>();
  const [twice, setTwice] = useState<TwiceScannedThing>();
  const command = useCommand(checkHandoverLineEndpoint, { invalidates: STALE_HANDOVERS });
  const scan = async (text: string) => {
    setSaid(undefined);
    const before = foundBefore(text, handover.lines);
    setTwice(before);
    if (before !== undefined) {
      signalScan('duplicate');
      return;
    }
    const answer = await command.send({ params: { handoverId: handover.id }, body: { text } });
    if (answer !== undefined)
      setSaid(t('count.left', { count: answer.lines.filter(({ result }) => result === 'pending').length }));
  };
  return (
    <>
      <ScanEntry onScan={(text) => void scan(text)} isActive={twice === undefined} verb={t('count.enter')} />
      {twice !== undefined && <TwiceScanned thing={twice} onSame={() => setTwice(undefined)} />}
      {said !== undefined && <Alert type="success" showIcon className="cc-done" title={said} />}
      <ProblemAlert problem={command.problem} />
      <p>
        <Button onClick={() => onOpen('surplus')}>{t('surplus.title')}</Button>
      </p>
    </>
  );
}

/** What is missing first; of what was found the first few, the rest where somebody wants to see it. */
function Lines({ handover, onOpen }: HandoverPartProps) {
  const { t } = useTranslation('handovers');
  const [isWhole, setWhole] = useState(false);
  const lines = [...handover.lines].sort((a, b) => ORDER.indexOf(a.result) - ORDER.indexOf(b.result));
  const found = lines.filter(({ result }) => result === 'found').length;
  const hidden = isWhole ? 0 : Math.max(0, found - FOUND_SHOWN);
  const mayExplain = handover.availableActions.includes('check_line');
  return (
    <>
      <ul className="cc-rows">
        {lines.slice(0, lines.length - hidden).map((line) => (
          <LineRow
            key={line.id}
            line={line}
            roomPath={handover.roomPath}
            mayExplain={mayExplain}
            onExplain={() => onOpen(`explain-${line.id}`)}
          />
        ))}
      </ul>
      {hidden > 0 && (
        <p>
          <Button onClick={() => setWhole(true)}>{t('count.showFound', { count: hidden })}</Button>
        </p>
      )}
    </>
  );
}

/** 清点: the full count as a checklist in which every thing is scanned or explained. */
export function HandoverCount({ handover, onOpen }: HandoverPartProps) {
  const { t } = useTranslation('handovers');
  const finish = useCommand(finishHandoverCountEndpoint, { invalidates: STALE_HANDOVERS });
  const again = useCommand(countHandoverAgainEndpoint, { invalidates: STALE_HANDOVERS });
  const may = (action: HandoverAnswer['availableActions'][number]) =>
    handover.availableActions.includes(action);
  const { lines } = handover;
  const listed = lines.filter(({ result }) => result !== 'surplus').length;
  const done = lines.filter(({ result }) => result === 'found' || result === 'explained').length;
  const request = { params: { handoverId: handover.id }, body: {} };
  const isLead = handover.state === 'counting' && may('check_line');
  return (
    <section className="cc-section" aria-labelledby="count">
      <div className="cc-section-head">
        <h2 id="count">{t('count.title')}</h2>
        <span className="cc-bulk-tally" aria-live="polite">
          {done} / {listed}
        </span>
      </div>
      {isLead && <Scanning handover={handover} onOpen={onOpen} />}
      {handover.lines.length === 0 && <p className="cc-soft">{t('count.empty')}</p>}
      {lines.length > 0 && <Lines handover={handover} onOpen={onOpen} />}
      <ProblemAlert problem={finish.problem ?? again.problem} />
      <div>
        {may('finish_count') && (
          <Button
            type="primary"
            size="large"
            loading={finish.isSending}
            onClick={() => void finish.send(request)}
          >
            {t('count.finish')}
          </Button>
        )}
        {may('count_again') && (
          <Button size="large" loading={again.isSending} onClick={() => void again.send(request)}>
            {t('count.again')}
          </Button>
        )}
        {handover.state === 'counting' && done < listed && may('check_line') && !may('finish_count') && (
          <span className="cc-soft">{t('count.finishHint')}</span>
        )}
      </div>
    </section>
  );
}
