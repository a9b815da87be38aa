import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import { RowMenu, type RowAction } from '../../components/row-menu.tsx';
import { useSession } from '../../session/use-session.ts';
import type { AppointedRole } from './missing-administrators.tsx';
import type { PersonView } from './person-view.ts';

type Action = PersonView['availableActions'][number];

/** In this order; the first that is available stands filled. */
const BUTTONS = [
  'grantRole',
  'update',
  'reopen',
  'resetPassword',
  'endSessions',
] as const satisfies readonly Action[];
const MENU = ['releaseLock', 'close'] as const satisfies readonly Action[];

export interface PersonActionsProps {
  readonly person: PersonView;
  /** Administrators' roles that the court lacks and that this administrator may give once. */
  readonly appointable: readonly AppointedRole[];
  readonly onOpen: (command: string) => void;
}

/** What this administrator may do with the account; the others' work is not offered. */
export function PersonActions({ person, appointable, onOpen }: PersonActionsProps) {
  const { t } = useTranslation('accounts');
  const session = useSession();
  const mayBeAppointed = !person.closed && person.roles.length === 0 && person.id !== session.person.id;
  const buttons = BUTTONS.filter((action) => person.availableActions.includes(action));
  const menu: RowAction[] = MENU.filter((action) => person.availableActions.includes(action)).map(
    (action) => ({
      key: action,
      label: t(`action.${action}`),
      onClick: () => onOpen(action),
      isDestructive: action === 'close',
    }),
  );
  return (
    <>
      {mayBeAppointed &&
        appointable.map((role) => (
          <Button key={role} type="primary" onClick={() => onOpen(`appoint-${role}`)}>
            {t(`appoint.${role}`)}
          </Button>
        ))}
      {buttons.map((action, index) => (
        <Button key={action} type={index === 0 ? 'primary' : 'default'} onClick={() => onOpen(action)}>
          {t(`action.${action}`)}
        </Button>
      ))}
      <RowMenu label={t('common:more')} actions={menu} />
    </>
  );
}
