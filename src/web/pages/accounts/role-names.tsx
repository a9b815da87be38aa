import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { isRole, ROLE_IDS, ROLES } from '../../../modules/accounts/roles.ts';
import { useLanguage } from '../../i18n/use-language.ts';

/** The name of a role; what is no role any more is shown as stored. */
export function useRoleName(): (role: string) => string {
  const language = useLanguage();
  return useCallback((role: string) => (isRole(role) ? ROLES[role][language] : role), [language]);
}

/** Every role as an option, business first. */
export function useRoleOptions(): { value: string; label: string }[] {
  const roleName = useRoleName();
  return ROLE_IDS.map((role) => ({ value: role, label: roleName(role) }));
}

/** 「装备科管理员、盘点人」. */
export function RoleNames({ roles }: { roles: readonly string[] }) {
  const { t } = useTranslation('accounts');
  const roleName = useRoleName();
  return <>{roles.length === 0 ? '—' : roles.map(roleName).join(t('common:listComma'))}</>;
}
