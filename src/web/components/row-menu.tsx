import EllipsisOutlined from '@ant-design/icons/es/icons/EllipsisOutlined';
import Button from 'antd/es/button';
import Dropdown from 'antd/es/dropdown';

export interface RowAction {
  readonly key: string;
  readonly label: string;
  readonly onClick: () => void;
  readonly isDestructive?: boolean;
}

/** What can be done with one row, behind three dots; nothing where nothing can be done. */
export function RowMenu({ label, actions }: { label: string; actions: readonly RowAction[] }) {
  if (actions.length === 0) return null;
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{
        items: actions.map(({ key, label: text, onClick, isDestructive = false }) => ({
          key,
          label: text,
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
