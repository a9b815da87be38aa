import { useState } from 'react';
import Alert from 'antd/es/alert';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ScanEntry } from '../../scan/scan-entry.tsx';
import { signalScan, type ScanResult } from '../../scan/scan-feedback.ts';
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

/** Scanning a thing ticks it; what is not on this list is heard and said. */
export function MoveScan({ move, where, chosen, onTick, isActive }: MoveScanProps) {
  const { t } = useTranslation('room-moves');
  const [verdict, setVerdict] = useState<ScanVerdict>();
  const scan = (text: string) => {
    const judged = judgeScan(text, move, where, chosen);
    if (judged.kind === 'ticked') onTick(judged.thing.itemId);
    signalScan(SOUNDS[judged.kind]);
    setVerdict(judged);
  };
  return (
    <div className="cc-move-scan">
      <ScanEntry onScan={scan} isActive={isActive} verb={t('scan.verb')} asksFor={t('scan.asks')} />
      {verdict !== undefined && <Said verdict={verdict} />}
    </div>
  );
}
