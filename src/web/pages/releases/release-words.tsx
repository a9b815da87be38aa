/** Words of releases in the language of the page. */
import { useTranslation } from 'react-i18next';
import { ITEM_CATEGORIES } from '../../../modules/seized-items/item-categories.ts';
import { HAZARDS, KEEPING_NEEDS } from '../../../modules/seized-items/item-fields.ts';
import {
  isReleaseKind,
  LINE_STATES,
  RELEASE_KINDS,
  RELEASE_PURPOSES,
  RELEASE_STATES,
} from '../../../modules/seized-items/releases/release-kinds.ts';
import type { ReleaseSummary } from '../../../modules/seized-items/releases/releases.contract.ts';
import { StatusTag, type StatusTone } from '../../components/status-tag.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';

type Words = Readonly<Record<string, { readonly zh: string; readonly en: string }>>;

const TABLES = {
  kind: {
    ...RELEASE_KINDS,
    extension: { zh: '延期', en: 'Extension' },
    unseal: { zh: '启封', en: 'Unsealing' },
  },
  purpose: RELEASE_PURPOSES,
  state: RELEASE_STATES,
  line: LINE_STATES,
  hazard: HAZARDS,
  keeping: KEEPING_NEEDS,
  category: ITEM_CATEGORIES,
} as const satisfies Record<string, Words>;

/** The word of a key; a key that no table knows is shown as it is. */
export function useReleaseWord(): (table: keyof typeof TABLES, key: string) => string {
  const pick = usePickSentence();
  return (table, key) => {
    const words: Words = TABLES[table];
    const word = words[key];
    return word === undefined ? key : pick(word);
  };
}

const TONES: Readonly<Record<string, StatusTone>> = {
  prepared: 'soon',
  out: 'open',
  in_transit: 'open',
  with_keeper: 'calm',
  closed: 'closed',
};

/** 借出, red when it is overdue. */
export function ReleaseStateTag({ release }: { release: Pick<ReleaseSummary, 'state' | 'isOverdue'> }) {
  const { t } = useTranslation('releases');
  const word = useReleaseWord();
  const tone = release.isOverdue ? 'alarm' : (TONES[release.state] ?? 'closed');
  return (
    <StatusTag tone={tone}>
      {release.isOverdue ? t('late', { state: word('state', release.state) }) : word('state', release.state)}
    </StatusTag>
  );
}

/** 开庭 where a purpose is said, otherwise 移送二审 or 委托保管. */
export function useReleaseReason(): (release: {
  readonly kind: string;
  readonly purpose: string | null;
}) => string {
  const word = useReleaseWord();
  return ({ kind, purpose }) => {
    const kindName = word('kind', kind);
    return purpose === null || !isReleaseKind(kind) ? kindName : `${kindName} · ${word('purpose', purpose)}`;
  };
}
