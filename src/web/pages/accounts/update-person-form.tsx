import { useTranslation } from 'react-i18next';
import { findPerson, listPeople, updatePerson } from '../../../modules/accounts/people.contract.ts';
import { listDirectoryPeople } from '../../../modules/accounts/directory.contract.ts';
import { useQueryClient } from '@tanstack/react-query';
import { endpointKey } from '../../api/use-query-endpoint.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { useDepartments } from '../../components/pickers/department-picker.tsx';
import { PersonFields, personBodyOf, type PersonValues } from './person-fields.tsx';
import type { PersonView } from './person-view.ts';

export interface UpdatePersonFormProps {
  readonly person: PersonView;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** 修改: name, department, number and telephone, from → to. */
export function UpdatePersonForm({ person, open, onClose }: UpdatePersonFormProps) {
  const { t } = useTranslation('accounts');
  const client = useQueryClient();
  const { nameOf } = useDepartments();
  const { fullName, departmentId, departmentName, employeeNumber, phone } = person;
  const changesOf = (values: Partial<PersonValues>) => {
    const typed = personBodyOf({ ...values, fullName: values.fullName ?? '' });
    const department = nameOf(typed.departmentId) ?? departmentName;
    return [
      { label: t('field.fullName'), from: fullName, to: typed.fullName },
      {
        label: t('field.department'),
        from: departmentName,
        to: typed.departmentId === null ? null : department,
      },
      { label: t('field.employeeNumber'), from: employeeNumber, to: typed.employeeNumber },
      { label: t('field.phone'), from: phone, to: typed.phone },
    ]
      .filter(({ from, to }) => from !== to)
      .map(({ label, from, to }) => ({ label, from: from ?? t('nothing'), to: to ?? t('nothing') }));
  };
  return (
    <CommandForm<typeof updatePerson, PersonValues>
      declaration={updatePerson}
      open={open}
      onClose={onClose}
      title={t('action.update')}
      submitLabel={t('update.submit')}
      subject={`${fullName} · ${person.username}`}
      draftKey={`person:${person.id}`}
      ifMatch={person.version}
      onReload={() => {
        void client.invalidateQueries({
          queryKey: endpointKey(findPerson, { params: { personId: person.id } }),
        });
      }}
      initialValues={{ fullName, departmentId, employeeNumber, phone }}
      changes={changesOf}
      invalidates={[findPerson, listPeople, listDirectoryPeople]}
      toRequest={(values) => ({ params: { personId: person.id }, body: personBodyOf(values) })}
      onDone={onClose}
      doneSentence={t('update.done')}
    >
      <PersonFields />
    </CommandForm>
  );
}
