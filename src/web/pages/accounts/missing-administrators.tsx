import Alert from 'antd/es/alert';
import { useTranslation } from 'react-i18next';
import { listDirectoryPeople } from '../../../modules/accounts/directory.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { useRoleName } from './role-names.tsx';

const APPOINTED = ['security_admin', 'audit_admin'] as const;
export type AppointedRole = (typeof APPOINTED)[number];

/** The administrators' roles that nobody in the court holds yet; the system administrator appoints the first. */
export function useMissingAdministrators(isEnabled: boolean): readonly AppointedRole[] {
  const options = { enabled: isEnabled };
  const security = useQueryEndpoint(
    listDirectoryPeople,
    { query: { role: 'security_admin', limit: 1 } },
    options,
  );
  const audit = useQueryEndpoint(listDirectoryPeople, { query: { role: 'audit_admin', limit: 1 } }, options);
  const holders = { security_admin: security.data?.items, audit_admin: audit.data?.items };
  return APPOINTED.filter((role) => holders[role]?.length === 0);
}

/** Says on a young court's list what comes next. */
export function MissingAdministrators() {
  const { t } = useTranslation('accounts');
  const roleName = useRoleName();
  const missing = useMissingAdministrators(true);
  if (missing.length === 0) return null;
  return (
    <Alert
      type="info"
      showIcon
      className="cc-notice"
      title={t('appoint.missing', { roles: missing.map(roleName).join(t('common:listComma')) })}
      description={t('appoint.next')}
    />
  );
}
