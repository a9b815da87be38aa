import { IMPORT_STATES, type ImportState } from '../../../modules/imports/rules.ts';
import { StatusTag, type StatusTone } from '../../components/status-tag.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';

const TONES: Readonly<Record<ImportState, StatusTone>> = {
  reading: 'open',
  ready: 'soon',
  checking: 'open',
  checked: 'soon',
  importing: 'open',
  done: 'settled',
  refused: 'alarm',
  failed: 'alarm',
  interrupted: 'alarm',
  cancelled: 'closed',
};

export function ImportStateTag({ state }: { state: ImportState }) {
  const pick = usePickSentence();
  return <StatusTag tone={TONES[state]}>{pick(IMPORT_STATES[state])}</StatusTag>;
}
