import { useEffect, useRef, useState } from 'react';
import Alert from 'antd/es/alert';
import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import { BULK_ASSETS_MAX } from '../../../modules/fixed-assets/moves.contract.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { announce } from '../../layout/announcer.tsx';
import { ScanEntry } from '../../scan/scan-entry.tsx';
import { signalScan } from '../../scan/scan-feedback.ts';
import { MOVE_FORMS } from '../fixed-assets/moves/move-forms.ts';
import { useMoveVerdict } from '../fixed-assets/moves/use-move-verdict.ts';
import { LastBeep } from './serial/last-beep.tsx';
import { afterWriting, countedThings, offerTarget, removeLine, settleTarget } from './serial/serial-list.ts';
import { refusedIds, SerialLines } from './serial/serial-lines.tsx';
import { moveTo, shortName, valuesFor } from './serial/serial-target.ts';
import { SignNow } from './serial/sign-now.tsx';
import { TargetPanel } from './serial/target-panel.tsx';
import { TargetQuestion } from './serial/target-question.tsx';
import { useSerialList } from './serial/use-serial-list.ts';
import { useSerialWriting } from './serial/use-serial-writing.ts';
import './scan.css';
import './serial/serial.css';

/** A line that the server would refuse has been accepted with a beep; the refusal is heard, too. */
function useRefusalSound(refused: readonly string[]) {
  const heard = useRef<readonly string[]>([]);
  useEffect(() => {
    if (refused.some((id) => !heard.current.includes(id))) signalScan('wrong');
    heard.current = refused;
  }, [refused]);
}

/** All texts of the lines are loaded first: a page that waits for texts in between would lose the scan under way. */
const TEXTS = ['scanning', 'fixed-assets', 'pickers'];

/** 连续扫码: a place or a person once, then things; one confirmation writes all or none. */
export function Component() {
  const { t } = useTranslation(TEXTS);
  const { list, isPaused, scan, choose, change } = useSerialList();
  const writing = useSerialWriting();
  const [doneSentence, setDoneSentence] = useState<string>();
  const [isSigning, setSigning] = useState(false);
  const { target, asked, lines } = list;
  const things = countedThings(list);
  const values = valuesFor(
    target,
    things.map(({ id }) => id),
  );
  const verdict = useMoveVerdict(MOVE_FORMS[target === null ? 'relocate' : moveTo(target)], values);
  const refused = refusedIds(verdict.answer);
  useRefusalSound(refused);
  const isWaiting = lines.some(({ state }) => state === 'waiting' || state === 'several');
  const isTooMany = things.length > BULK_ASSETS_MAX;
  const mayWrite =
    target !== null && things.length > 0 && refused.length === 0 && !writing.isSending && !isTooMany;
  const words = { name: target === null ? '' : shortName(target), count: things.length };
  const tellDone = (sentence: string) => {
    change(afterWriting);
    setDoneSentence(sentence);
    signalScan('right');
    announce(sentence);
  };
  const write = async () => {
    if (target === null) return;
    if ((await writing.write(target, values)) === undefined) return;
    tellDone(t(`serial.done.${moveTo(target)}`, words));
  };
  const isHeldUp = !mayWrite || asked !== null || isWaiting;
  const dropRefused = () =>
    change((now) => ({
      ...now,
      lines: now.lines.filter(({ thing }) => thing === null || !refused.includes(thing.id)),
    }));
  return (
    <div className="cc-scanning cc-serial">
      <PageHeader title={t('serial.title')} back={{ to: '/scan', label: t('title') }} />
      {doneSentence !== undefined && <Alert type="success" showIcon title={doneSentence} />}
      <TargetPanel target={target} onChosen={(chosen) => change((now) => offerTarget(now, chosen))} />
      {target !== null && asked !== null && (
        <TargetQuestion
          {...{ target, asked, count: things.length, mayWrite }}
          onWrite={() => void write()}
          onMove={() => change((now) => settleTarget(now, 'move'))}
          onKeep={() => change((now) => settleTarget(now, 'keep'))}
        />
      )}
      <ScanEntry
        verb={t('entry.add')}
        isActive={!isSigning}
        onScan={(text) => {
          setDoneSentence(undefined);
          scan(text);
        }}
      />
      <LastBeep line={lines[0]} />
      <p className="cc-serial-tally" role="status">
        <strong>{t('serial.tally', { count: things.length })}</strong>
        {refused.length > 0 && (
          <span className="cc-serial-refused">{t('serial.refused', { count: refused.length })}</span>
        )}
      </p>
      <ProblemAlert problem={verdict.problem} />
      <ProblemAlert problem={writing.problem} onRetry={() => void write()} />
      {isTooMany && <Alert type="warning" showIcon title={t('serial.tooMany', { max: BULK_ASSETS_MAX })} />}
      {lines.length === 0 ? (
        <p className="cc-soft">{t('serial.hint')}</p>
      ) : (
        <SerialLines
          {...{ lines, isPaused }}
          answer={verdict.answer}
          onUndo={(key) => change((now) => removeLine(now, key))}
          onChoose={choose}
        />
      )}
      {lines.length > 0 && (
        <div className="cc-scan-foot">
          {refused.length > 0 && (
            <Button size="large" onClick={dropRefused}>
              {t('serial.dropRefused', { count: refused.length })}
            </Button>
          )}
          <Button
            type="primary"
            size="large"
            loading={writing.isSending}
            disabled={isHeldUp}
            onClick={() => void write()}
          >
            {target === null ? t('serial.noTarget') : t(`serial.go.${moveTo(target)}`, words)}
          </Button>
          {target?.kind === 'person' && (
            <SignNow
              {...{ target, things }}
              isDisabled={isHeldUp}
              isOpen={isSigning}
              onOpen={() => setSigning(true)}
              onClose={() => setSigning(false)}
              onDone={(sentence) => {
                setSigning(false);
                tellDone(sentence);
              }}
            />
          )}
          <Button size="large" onClick={() => change((now) => ({ ...now, asked: null, lines: [] }))}>
            {t('serial.clear')}
          </Button>
        </div>
      )}
    </div>
  );
}
