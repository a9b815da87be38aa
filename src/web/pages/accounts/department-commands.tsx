import { useTranslation } from 'react-i18next';
import {
  closeDepartment,
  createDepartment,
  listDepartments,
  updateDepartment,
} from '../../../modules/accounts/courts.contract.ts';
import { listDirectoryDepartments } from '../../../modules/accounts/directory.contract.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { idsBelow } from '../../components/tree-rows.ts';
import { DepartmentFields, type DepartmentValues } from './department-fields.tsx';
import type { Department } from './department-table.tsx';

const STALE = [listDepartments, listDirectoryDepartments];
const NONE: ReadonlySet<string> = new Set();

interface Props {
  readonly departments: readonly Department[];
  readonly onClose: () => void;
}

function CreateForm({
  departments,
  parent,
  isOpen,
  onClose,
}: Props & { parent: Department | undefined; isOpen: boolean }) {
  const { t } = useTranslation('organisation');
  return (
    <CommandForm<typeof createDepartment, DepartmentValues>
      declaration={createDepartment}
      open={isOpen}
      onClose={onClose}
      title={t('departments.create')}
      submitLabel={t('departments.createSubmit')}
      draftKey={`create-department:${parent?.id ?? 'top'}`}
      initialValues={{ parentId: parent?.id ?? null, sortOrder: 0 }}
      invalidates={STALE}
      toRequest={({ name, parentId, sortOrder }) => ({
        body: { name: name.trim(), parentId: parentId ?? null, sortOrder: sortOrder ?? 0 },
      })}
      onDone={onClose}
      doneSentence={t('departments.created')}
    >
      <DepartmentFields departments={departments} exceptIds={NONE} />
    </CommandForm>
  );
}

function UpdateForm({ departments, department, onClose }: Props & { department: Department | undefined }) {
  const { t } = useTranslation('organisation');
  const nameOf = (id: string | null | undefined) =>
    departments.find((each) => each.id === id)?.name ?? t('departments.top');
  const changesOf = (values: Partial<DepartmentValues>) => {
    if (department === undefined) return [];
    const parentId = values.parentId ?? null;
    return [
      { label: t('departments.name'), from: department.name, to: values.name?.trim() ?? '' },
      { label: t('departments.parent'), from: nameOf(department.parentId), to: nameOf(parentId) },
      {
        label: t('departments.sortOrder'),
        from: String(department.sortOrder),
        to: String(values.sortOrder ?? 0),
      },
    ].filter(({ from, to }) => from !== to);
  };
  return (
    <CommandForm<typeof updateDepartment, DepartmentValues>
      declaration={updateDepartment}
      open={department !== undefined}
      onClose={onClose}
      title={t('departments.update')}
      submitLabel={t('departments.updateSubmit')}
      subject={department?.name}
      draftKey={`department:${department?.id ?? ''}`}
      {...(department === undefined
        ? {}
        : {
            initialValues: {
              name: department.name,
              parentId: department.parentId,
              sortOrder: department.sortOrder,
            },
          })}
      changes={changesOf}
      invalidates={STALE}
      toRequest={({ name, parentId, sortOrder }) => ({
        params: { departmentId: department?.id ?? '' },
        body: { name: name.trim(), parentId: parentId ?? null, sortOrder: sortOrder ?? 0 },
      })}
      onDone={onClose}
      doneSentence={t('departments.updated')}
    >
      <DepartmentFields
        departments={departments}
        exceptIds={department === undefined ? NONE : idsBelow(departments, department.id)}
      />
    </CommandForm>
  );
}

function CloseForm({ departments, department, onClose }: Props & { department: Department | undefined }) {
  const { t } = useTranslation('organisation');
  const below = departments.filter(
    ({ parentId, closedOn }) => parentId === department?.id && closedOn === null,
  ).length;
  const people = department?.peopleCount ?? 0;
  return (
    <CommandForm<typeof closeDepartment, object>
      declaration={closeDepartment}
      open={department !== undefined}
      onClose={onClose}
      title={t('departments.close')}
      submitLabel={t('departments.closeSubmit')}
      isDestructive
      subject={department?.name}
      requirements={[
        {
          label: t('departments.needsNoPeople'),
          isMet: people === 0,
          hint: people === 0 ? '' : t('departments.stillPeople', { count: people }),
        },
        {
          label: t('departments.needsNoneBelow'),
          isMet: below === 0,
          hint: below === 0 ? '' : t('departments.stillBelow', { count: below }),
        },
      ]}
      invalidates={STALE}
      toRequest={() => ({ params: { departmentId: department?.id ?? '' } })}
      onDone={onClose}
      doneSentence={t('departments.closed')}
    >
      <p>{t('departments.closeEffect')}</p>
    </CommandForm>
  );
}

/** The command forms of the tree; the address says which is open and for which department. */
export function DepartmentCommands({
  departments,
  current,
  onClose,
}: Props & { current: string | undefined }) {
  const target = (verb: string) => departments.find(({ id }) => current === `${verb}-${id}`);
  const open = departments.filter(({ closedOn }) => closedOn === null);
  const props = { departments: open, onClose };
  return (
    <>
      <CreateForm
        {...props}
        parent={target('create')}
        isOpen={current === 'create' || target('create') !== undefined}
      />
      <UpdateForm {...props} department={target('update')} />
      <CloseForm {...props} department={target('close')} />
    </>
  );
}
