import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ResponseOf } from '../../../platform/endpoint.ts';
import type { listDepartments } from '../../../modules/accounts/courts.contract.ts';
import { RowMenu } from '../../components/row-menu.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import type { TreeRow } from '../../components/tree-rows.ts';
import { TreeName } from '../../components/tree-name.tsx';
import { useCan } from '../../session/use-session.ts';

export type Department = ResponseOf<typeof listDepartments>['items'][number];

export interface DepartmentTableProps {
  readonly rows: readonly TreeRow<Department>[];
  readonly departments: readonly Department[];
  /** Opens a command form; undefined where nothing may be changed. */
  readonly onOpen: ((command: string) => void) | undefined;
}

function PeopleCount({ department }: { department: Department }) {
  const { t } = useTranslation('organisation');
  const can = useCan();
  const text = t('departments.peopleCount', { count: department.peopleCount });
  if (department.peopleCount === 0) return <span className="cc-soft">{text}</span>;
  return can('person.read') ? <Link to={`/people?departmentId=${department.id}`}>{text}</Link> : text;
}

/** The tree as a table: what stands below is indented. */
export function DepartmentTable({ rows, departments, onOpen }: DepartmentTableProps) {
  const { t } = useTranslation('organisation');
  const names = new Map(departments.map(({ id, name }) => [id, name]));
  const actionsOf = ({ id, closedOn }: Department) =>
    onOpen === undefined || closedOn !== null
      ? []
      : [
          { key: 'update', label: t('departments.update'), onClick: () => onOpen(`update-${id}`) },
          { key: 'create', label: t('departments.createBelow'), onClick: () => onOpen(`create-${id}`) },
          {
            key: 'close',
            label: t('departments.close'),
            onClick: () => onOpen(`close-${id}`),
            isDestructive: true,
          },
        ];
  return (
    <table className="cc-tree-table">
      <thead>
        <tr>
          <th scope="col">{t('departments.name')}</th>
          <th scope="col">{t('departments.people')}</th>
          <th scope="col" className="cc-wide-only">
            {t('departments.status')}
          </th>
          {onOpen !== undefined && (
            <th scope="col" className="cc-cell-menu">
              <span className="cc-hidden">{t('rowActions')}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ item, depth }) => (
          <tr key={item.id} className={item.closedOn === null ? undefined : 'cc-tree-closed'}>
            <th scope="row">
              <TreeName depth={depth} parentName={names.get(item.parentId ?? '')}>
                {item.name}
              </TreeName>
            </th>
            <td>
              <PeopleCount department={item} />
            </td>
            <td className="cc-wide-only">
              {item.closedOn === null ? (
                t('departments.open')
              ) : (
                <StatusTag tone="closed">{t('departments.closedOn', { day: item.closedOn })}</StatusTag>
              )}
            </td>
            {onOpen !== undefined && (
              <td className="cc-cell-menu">
                <RowMenu label={t('actionsOf', { name: item.name })} actions={actionsOf(item)} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
