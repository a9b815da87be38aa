import { useTranslation } from 'react-i18next';
import { useNoteWords } from './line-note.ts';
import type { SerialLine } from './serial-list.ts';

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
  return (
    <p className="cc-serial-last" data-state={line?.state ?? 'none'} role="status">
      {sentence()}
    </p>
  );
}
