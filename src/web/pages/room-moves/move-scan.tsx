import { useState } from 'react';
import Alert from 'antd/es/alert';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { resolveScan } from '../../../modules/item-codes/scan.contract.ts';
import { callEndpoint } from '../../api/call-endpoint.ts';
import { usePickSentence, type TwoSentences } from '../../i18n/use-language.ts';
import { ScanEntry } from '../../scan/scan-entry.tsx';
import { signalScan, type ScanResult } from '../../scan/scan-feedback.ts';
import { putOnRecord } from '../scanning/put-on-record.ts';
import { judgeScan, type ChoosingWhere, type RoomMove, type ScanVerdict } from './moved-things.ts';

const SOUNDS: Record<ScanVerdict['kind'], ScanResult> = {
  ticked: 'right',
  again: 'duplicate',
  in_other_hands: 'wrong',
  other_list: 'wrong',
  box: 'wrong',
  unknown: 'unknown',
};

/**
 * What speaks against the label itself: an old one, or one that cannot be here, may hang on another thing. Without the
 * network it is asked when the thing is carried.
 */
async function findObjection(text: string, itemId: string): Promise<TwoSentences | null> {
  const answer = await callEndpoint(resolveScan, { query: { text } }).catch(() => null);
  if (answer?.outcome !== 'thing' || answer.id !== itemId) return null;
  if (answer.doubt !== null) putOnRecord(answer);
  const { scannedVersion, currentVersion } = answer.label;
  const isOld = scannedVersion !== null && currentVersion !== null && scannedVersion !== currentVersion;
  return answer.doubt?.stops === true || isOld ? { zh: answer.zh, en: answer.en } : null;
}

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
  const pick = usePickSentence();
  const [verdict, setVerdict] = useState<ScanVerdict>();
  const [objection, setObjection] = useState<TwoSentences | null>(null);
  const scan = async (text: string) => {
    const judged = judgeScan(text, move, where, chosen);
    const found = judged.kind === 'ticked' ? await findObjection(text, judged.thing.itemId) : null;
    if (judged.kind === 'ticked' && found === null) onTick(judged.thing.itemId);
    signalScan(found === null ? SOUNDS[judged.kind] : 'wrong');
    setObjection(found);
    setVerdict(judged);
  };
  return (
    <div className="cc-move-scan">
      <ScanEntry
        onScan={(text) => void scan(text)}
        isActive={isActive}
        verb={t('scan.verb')}
        asksFor={t('scan.asks')}
      />
      {objection !== null && <Alert type="error" showIcon className="cc-done" title={pick(objection)} />}
      {objection === null && verdict !== undefined && <Said verdict={verdict} />}
    </div>
  );
}
