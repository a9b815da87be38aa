import Form from 'antd/es/form';
import { useTranslation } from 'react-i18next';
import { useToday } from '../../clock.ts';
import { endMembership, findPerson, listPeople } from '../../../modules/accounts/people.contract.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { DayInput } from '../../components/fields/day-input.tsx';
import type { Membership, PersonView } from './person-view.ts';
import { useRoleName } from './role-names.tsx';

interface Values {
  validUntil: string;
}

export interface EndRoleFormProps {
  readonly person: PersonView;
  /** The form is open while there is one. */
  readonly membership: Membership | undefined;
  readonly onClose: () => void;
}

/** 终止角色: at once, or from a later day on. */
export function EndRoleForm({ person, membership, onClose }: EndRoleFormProps) {
  const { t } = useTranslation('accounts');
  const roleName = useRoleName();
  const today = useToday();
  const role = membership === undefined ? '' : roleName(membership.role);
  return (
    <CommandForm<typeof endMembership, Values>
      declaration={endMembership}
      open={membership !== undefined}
      onClose={onClose}
      title={t('end.title')}
      submitLabel={t('end.submit')}
      isDestructive
      subject={`${person.fullName} · ${role}`}
      initialValues={{ validUntil: today }}
      changes={({ validUntil }) => [
        {
          label: t('field.validUntil'),
          from: membership?.validUntil ?? t('memberships.noEnd'),
          to: validUntil === today ? t('end.atOnce') : (validUntil ?? t('nothing')),
        },
      ]}
      invalidates={[findPerson, listPeople]}
      toRequest={({ validUntil }) => ({
        params: { membershipId: membership?.id ?? '' },
        body: { validUntil },
      })}
      onDone={onClose}
      doneSentence={t('end.done')}
    >
      <Form.Item
        name="validUntil"
        label={t('field.validUntil')}
        extra={t('end.hint')}
        rules={[{ required: true, message: t('missingChoice', { field: t('field.validUntil') }) }]}
      >
        <DayInput min={today} />
      </Form.Item>
    </CommandForm>
  );
}
