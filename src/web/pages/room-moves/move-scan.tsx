import { useState } from 'react';
import Alert from 'antd/es/alert';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { readItemCode } from '../../../modules/item-codes/item-code.ts';
import { usePickSentence, type TwoSentences } from '../../i18n/use-language.ts';
import { ScanEntry } from '../../scan/scan-entry.tsx';
import { signalScan, type ScanResult } from '../../scan/scan-feedback.ts';
import { TwiceScanned, type TwiceScannedThing } from '../../scan/twice-scanned.tsx';
import { findObjection } from '../scanning/find-objection.ts';
import { judgeScan, type ChoosingWhere, type RoomMove, type ScanVerdict } from './moved-things.ts';

const SOUNDS: Record<ScanVerdict['kind'], ScanResult> = {
  ticked: 'right',
  again: 'duplicate',
  in_other_hands: 'wrong',
  other_list: 'wrong',
  box: 'wrong',
  unknown: 'unknown',
};

function Said({ verdict }: { verdict: ScanVerdict }) {
  const { t } = useTranslation('room-moves');
  const say = () => {
    switch (verdict.kind) {
      case 'unknown':
        return t('scan.unknown', { text: verdict.text });
      case 'box':
        return t('scan.box', { name: verdict.box.name });
      case 'other_list':
        return t('scan.other_list', {
          name: verdict.thing.name,
          where: t(`where.${verdict.thing.where}`),
        });
      case 'in_other_hands':
        return t('scan.in_other_hands', {
          name: verdict.thing.name,
          holder: verdict.thing.holder ?? '—',
        });
      default:
        return t(`scan.${verdict.kind}`, { name: verdict.thing.name });
    }
  };
  const isRight = verdict.kind === 'ticked' || verdict.kind === 'again';
  return (
    <Alert
      type={isRight ? 'success' : 'error'}
      showIcon
      className="cc-done"
      title={say()}
      {...(verdict.kind === 'box' && {
        action: <Link to={`/containers/${verdict.box.id}`}>{t('wholeBox')}</Link>,
      })}
    />
  );
}

export interface MoveScanProps {
  readonly move: RoomMove;
  readonly where: ChoosingWhere;
  readonly chosen: ReadonlySet<string>;
  readonly onTick: (itemId: string) => void;
  /** False while a form is open. */
  readonly isActive: boolean;
}

/** The thing whose code this list, or a later one of the move, has already. */
function scannedBefore(
  text: string,
  verdict: ScanVerdict,
  scanned: ReadonlySet<string>,
): TwiceScannedThing | undefined {
  if (!readItemCode(text).ok) return undefined;
  const isLater = verdict.kind === 'other_list' && verdict.thing.where !== 'left';
  const isAgain = verdict.kind === 'again' && scanned.has(verdict.thing.itemId);
  return isLater || isAgain ? verdict.thing : undefined;
}

/** Scanning a thing ticks it; what is not on this list is heard and said, and so is a code that came already. */
export function MoveScan({ move, where, chosen, onTick, isActive }: MoveScanProps) {
  const { t } = useTranslation('room-moves');
  const pick = usePickSentence();
  const [verdict, setVerdict] = useState<ScanVerdict>();
  const [objection, setObjection] = useState<TwoSentences | null>(null);
  const [scanned, setScanned] = useState<ReadonlySet<string>>(new Set());
  const [twice, setTwice] = useState<TwiceScannedThing>();
  const scan = async (text: string) => {
    const judged = judgeScan(text, move, where, chosen);
    const before = scannedBefore(text, judged, scanned);
    const isTaken = (judged.kind === 'ticked' || judged.kind === 'again') && before === undefined;
    const found = isTaken ? await findObjection(text, judged.thing.itemId) : null;
    if (isTaken && found === null) {
      if (judged.kind === 'ticked') onTick(judged.thing.itemId);
      if (readItemCode(text).ok) setScanned((now) => new Set([...now, judged.thing.itemId]));
    }
    signalScan(found === null ? SOUNDS[judged.kind] : 'wrong');
    setObjection(found);
    setTwice(before);
    setVerdict(judged);
  };
  return (
    <div className="cc-move-scan">
      <ScanEntry
        onScan={(text) => void scan(text)}
        isActive={isActive && twice === undefined}
        verb={t('scan.verb')}
        asksFor={t('scan.asks')}
      />
      {objection !== null && <Alert type="error" showIcon className="cc-done" title={pick(objection)} />}
      {objection === null && twice === undefined && verdict !== undefined && <Said verdict={verdict} />}
      {twice !== undefined && <TwiceScanned thing={twice} onSame={() => setTwice(undefined)} />}
    </div>
  );
}
