/** Why a scanned line does not count, as data; the words are the page's. */
import { z } from 'zod';
import { useTranslation } from 'react-i18next';
import { usePickSentence } from '../../../i18n/use-language.ts';

const sentence = { zh: z.string(), en: z.string() };
const sentences = z.object(sentence);

export const lineNote = z.discriminatedUnion('reason', [
  /** What the server said. */
  z.object({ reason: z.literal('said'), ...sentence }),
  z.object({ reason: z.literal('unfit'), status: sentences, verb: sentences }),
  z.object({ reason: z.literal('kind'), kind: sentences }),
  /** A place that is closed, a person to whom this person may not issue. */
  z.object({ reason: z.literal('no_target') }),
]);
export type LineNote = z.output<typeof lineNote>;

/** The note in the language of the page. */
export function useNoteWords(): (note: LineNote) => string {
  const { t } = useTranslation('scanning');
  const pick = usePickSentence();
  return (note) => {
    switch (note.reason) {
      case 'said':
        return pick(note);
      case 'unfit':
        return t('serial.note.unfit', { status: pick(note.status), verb: pick(note.verb) });
      case 'no_target':
        return t('serial.note.noTarget');
      case 'kind':
        return t('serial.note.kind', { kind: pick(note.kind) });
    }
  };
}
