import Form from 'antd/es/form';
import Input from 'antd/es/input';
import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import { useToday } from '../../clock.ts';
import { findPerson, grantMembership, listPeople } from '../../../modules/accounts/people.contract.ts';
import { PERMISSION_IDS, PERMISSIONS, scopeOfRole } from '../../../modules/accounts/permissions.ts';
import { ADMINISTRATOR_ROLES, BUSINESS_ROLES, isRole, type Role } from '../../../modules/accounts/roles.ts';
import { rolesConflict } from '../../../modules/accounts/rules.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { DayInput } from '../../components/fields/day-input.tsx';
import { DepartmentPicker } from '../../components/pickers/department-picker.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { useRoleName } from './role-names.tsx';

interface Values {
  username?: string;
  role: Role;
  departmentId?: string | null;
  validFrom: string;
  validUntil?: string | null;
}

export interface GrantRoleFormProps {
  readonly open: boolean;
  readonly onClose: () => void;
  /** Without one, somebody of another court is named by username. */
  readonly person?: { readonly id: string; readonly fullName: string; readonly roles: readonly string[] };
}

function RoleField({ held }: { held: readonly string[] }) {
  const { t } = useTranslation('accounts');
  const pick = usePickSentence();
  const roleName = useRoleName();
  const chosen: unknown = Form.useWatch('role');
  const optionOf = (role: Role) => ({
    value: role,
    label: roleName(role),
    disabled: held.some((other) => rolesConflict(other, role)),
  });
  const permissions =
    typeof chosen === 'string' && isRole(chosen)
      ? PERMISSION_IDS.filter((permission) => scopeOfRole(chosen, permission) !== null)
      : [];
  return (
    <Form.Item
      name="role"
      label={t('field.role')}
      rules={[{ required: true, message: t('missingChoice', { field: t('field.role') }) }]}
      extra={
        permissions.length === 0
          ? t('grant.apartHint')
          : t('grant.allows', {
              what: permissions
                .map((permission) => pick(PERMISSIONS[permission]))
                .join(t('common:listComma')),
            })
      }
    >
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        options={[
          { label: t('grant.businessRoles'), options: BUSINESS_ROLES.map(optionOf) },
          { label: t('grant.administratorRoles'), options: ADMINISTRATOR_ROLES.map(optionOf) },
        ]}
      />
    </Form.Item>
  );
}

function TermFields({ today }: { today: string }) {
  const { t } = useTranslation('accounts');
  return (
    <>
      <Form.Item
        name="validFrom"
        label={t('field.validFrom')}
        rules={[{ required: true, message: t('missingChoice', { field: t('field.validFrom') }) }]}
      >
        <DayInput min={today} />
      </Form.Item>
      <Form.Item name="validUntil" label={t('field.validUntil')} extra={t('grant.untilHint')}>
        <DayInput min={today} />
      </Form.Item>
    </>
  );
}

/** 授予角色: a dated membership in the acting court. */
export function GrantRoleForm({ open, onClose, person }: GrantRoleFormProps) {
  const { t } = useTranslation('accounts');
  const today = useToday();
  return (
    <CommandForm<typeof grantMembership, Values>
      declaration={grantMembership}
      open={open}
      onClose={onClose}
      title={t(person === undefined ? 'grant.outsiderTitle' : 'grant.title')}
      submitLabel={t('grant.submit')}
      subject={person?.fullName ?? t('grant.outsiderHint')}
      draftKey={`grant:${person?.id ?? 'outsider'}`}
      initialValues={{ validFrom: today }}
      invalidates={[findPerson, listPeople]}
      toRequest={(values) => ({
        body: {
          person: person === undefined ? { username: values.username ?? '' } : { id: person.id },
          role: values.role,
          departmentId: values.departmentId ?? null,
          validFrom: values.validFrom,
          validUntil: values.validUntil ?? null,
        },
      })}
      onDone={onClose}
      doneSentence={t('grant.done')}
    >
      {person === undefined && (
        <Form.Item
          name="username"
          label={t('field.username')}
          rules={[
            { required: true, whitespace: true, message: t('missing', { field: t('field.username') }) },
          ]}
        >
          <Input autoComplete="off" autoCapitalize="none" spellCheck={false} maxLength={40} />
        </Form.Item>
      )}
      <RoleField held={person?.roles ?? []} />
      <Form.Item name="departmentId" label={t('grant.department')} extra={t('grant.departmentHint')}>
        <DepartmentPicker />
      </Form.Item>
      <TermFields today={today} />
    </CommandForm>
  );
}
