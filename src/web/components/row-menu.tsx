import EllipsisOutlined from '@ant-design/icons/es/icons/EllipsisOutlined';
import Button from 'antd/es/button';
import Dropdown from 'antd/es/dropdown';
import './row-menu.css';

export interface RowAction {
  readonly key: string;
  readonly label: string;
  readonly onClick: () => void;
  readonly isDestructive?: boolean;
  /** Why it cannot be done; shown with the action, which is not to be chosen. */
  readonly denied?: string;
}

function DeniedAction({ label, reason }: { label: string; reason: string }) {
  return (
    <span className="cc-row-menu-denied">
      {label}
      <span>{reason}</span>
    </span>
  );
}

/** What can be done with one row, behind three dots; nothing where nothing can be done. */
export function RowMenu({ label, actions }: { label: string; actions: readonly RowAction[] }) {
  if (actions.length === 0) return null;
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{
        items: actions.map(({ key, label: text, onClick, isDestructive = false, denied }) => ({
          key,
          label: denied === undefined ? text : <DeniedAction label={text} reason={denied} />,
          disabled: denied !== undefined,
          danger: isDestructive,
          onClick: ({ domEvent }: { domEvent: { stopPropagation: () => void } }) => {
            domEvent.stopPropagation();
            onClick();
          },
        })),
      }}
    >
      <Button type="text" icon={<EllipsisOutlined aria-hidden />} aria-label={label} />
    </Dropdown>
  );
}
