import ArrowDownOutlined from '@ant-design/icons/es/icons/ArrowDownOutlined';
import ArrowUpOutlined from '@ant-design/icons/es/icons/ArrowUpOutlined';
import CopyOutlined from '@ant-design/icons/es/icons/CopyOutlined';
import DeleteOutlined from '@ant-design/icons/es/icons/DeleteOutlined';
import PlusOutlined from '@ant-design/icons/es/icons/PlusOutlined';
import RedoOutlined from '@ant-design/icons/es/icons/RedoOutlined';
import UndoOutlined from '@ant-design/icons/es/icons/UndoOutlined';
import Button from 'antd/es/button';
import Dropdown from 'antd/es/dropdown';
import { useTranslation } from 'react-i18next';
import { ELEMENT_TYPES, newElement } from './new-element.ts';
import type { Editor } from './use-editor.ts';

/** A white dot, until the person picks a file. */
const EMPTY_PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAG7buVgAAAABJRU5ErkJggg==';

/** Adding, ordering, copying and removing elements; undo and redo. */
export function EditorToolbar({ editor }: { editor: Editor }) {
  const { t } = useTranslation('label-templates');
  const { template, state, act } = editor;
  const { selected, past, future } = state;
  const last = template.elements.length - 1;
  const tool = (key: string, icon: React.ReactNode, isDisabled: boolean, onClick: () => void) => (
    <Button
      key={key}
      icon={icon}
      disabled={isDisabled}
      onClick={onClick}
      aria-label={t(`tool.${key}`)}
      title={t(`tool.${key}`)}
    />
  );
  const onSelected = (name: 'duplicate' | 'remove' | 'forward' | 'backward') => () => {
    if (selected !== null) act({ do: name, index: selected });
  };
  return (
    <div className="cc-editor-tools" role="toolbar" aria-label={t('editor.tools')}>
      <Dropdown
        trigger={['click']}
        menu={{
          items: ELEMENT_TYPES.map((type) => ({
            key: type,
            label: t(`element.${type}`),
            onClick: () => act({ do: 'add', element: newElement(type, template, EMPTY_PNG) }),
          })),
        }}
      >
        <Button icon={<PlusOutlined aria-hidden />}>{t('tool.add')}</Button>
      </Dropdown>
      {tool(
        'backward',
        <ArrowUpOutlined aria-hidden />,
        selected === null || selected === 0,
        onSelected('backward'),
      )}
      {tool(
        'forward',
        <ArrowDownOutlined aria-hidden />,
        selected === null || selected === last,
        onSelected('forward'),
      )}
      {tool('duplicate', <CopyOutlined aria-hidden />, selected === null, onSelected('duplicate'))}
      {tool('remove', <DeleteOutlined aria-hidden />, selected === null || last === 0, onSelected('remove'))}
      {tool('undo', <UndoOutlined aria-hidden />, past.length === 0, () => act({ do: 'undo' }))}
      {tool('redo', <RedoOutlined aria-hidden />, future.length === 0, () => act({ do: 'redo' }))}
    </div>
  );
}
