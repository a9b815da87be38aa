import { useTranslation } from 'react-i18next';
import { ScanBanner } from '../../../scan/scan-banner.tsx';
import type { ScanResult } from '../../../scan/scan-feedback.ts';
import { useNoteWords } from './line-note.ts';
import type { SerialLine } from './serial-list.ts';

function resultOf(line: SerialLine | undefined): ScanResult | 'none' {
  if (line === undefined || line.state === 'waiting') return 'none';
  return line.state === 'several' ? 'duplicate' : line.state;
}

/** What the last scan was, for eyes at arm's length and for screen readers. */
export function LastBeep({ line }: { line: SerialLine | undefined }) {
  const { t } = useTranslation('scanning');
  const wordsOf = useNoteWords();
  const sentence = () => {
    if (line === undefined) return t('serial.last.ready');
    const name = line.thing?.name ?? line.text;
    if (line.note !== null && line.state !== 'right') return `${name} ${wordsOf(line.note)}`;
    return t(`serial.last.${line.state}`, { name });
  };
  return <ScanBanner result={resultOf(line)}>{sentence()}</ScanBanner>;
}
