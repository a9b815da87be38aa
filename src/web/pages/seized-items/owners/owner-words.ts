import { PARTY_ROLES } from '../../../../modules/cases/rules.ts';
import { useLanguage } from '../../../i18n/use-language.ts';

/** Names the form in the address. */
export const RECORD_OWNERS = 'record_owners';

/** The word of a party's role; an unknown one as it is. */
export function useRoleName(): (role: string) => string {
  const language = useLanguage();
  const roles: Readonly<Record<string, { zh: string; en: string }>> = PARTY_ROLES;
  return (role) => roles[role]?.[language] ?? role;
}
