import { useLanguage } from '../../i18n/use-language.ts';
import { StatusTag } from '../../components/status-tag.tsx';
import { useTranslation } from 'react-i18next';
import { SECRECY_LEVELS, type Secrecy } from '../../../modules/cases/rules.ts';

type Names<K extends string> = Readonly<Record<K, { readonly zh: string; readonly en: string }>>;

/** What a key of a table of the rules is called. */
export function useNameOf<K extends string>(table: Names<K>): (key: K) => string {
  const language = useLanguage();
  return (key) => table[key][language];
}

/** The table as choices. */
export function useOptions<K extends string>(table: Names<K>): { value: K; label: string }[] {
  const language = useLanguage();
  // why: the keys of the table are its type.
  return (Object.keys(table) as K[]).map((value) => ({ value, label: table[value][language] }));
}

/** Open or closed. */
export function CaseState({ closedOn }: { closedOn: string | null }) {
  const { t } = useTranslation('cases');
  return closedOn === null ? (
    <StatusTag tone="open">{t('state.open')}</StatusTag>
  ) : (
    <StatusTag tone="closed">{t('state.closed')}</StatusTag>
  );
}

export interface CaseMarksProps {
  readonly secrecy: Secrecy;
  readonly involvesMinors: boolean;
}

/** Why names may be masked: secrecy, minors. Nothing for an open case of adults. */
export function CaseMarks({ secrecy, involvesMinors }: CaseMarksProps) {
  const { t } = useTranslation('cases');
  const nameOf = useNameOf(SECRECY_LEVELS);
  return (
    <>
      {secrecy !== 'open' && <StatusTag tone="soon">{nameOf(secrecy)}</StatusTag>}
      {involvesMinors && <StatusTag tone="soon">{t('minors')}</StatusTag>}
    </>
  );
}
