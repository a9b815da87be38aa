import { useState } from 'react';
import DeleteOutlined from '@ant-design/icons/es/icons/DeleteOutlined';
import SaveOutlined from '@ant-design/icons/es/icons/SaveOutlined';
import Button from 'antd/es/button';
import Input from 'antd/es/input';
import Popover from 'antd/es/popover';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { ListState } from './list-state.ts';
import type { SavedView, SavedViews } from './list-types.ts';

const NAME_LENGTH = 30;

function SaveView({ views, search }: { views: SavedViews; search: string }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [isSaving, setSaving] = useState(false);
  const save = async () => {
    if (name.trim() === '' || isSaving) return;
    setSaving(true);
    try {
      await views.onSave(name.trim(), search);
      setOpen(false);
      setName('');
    } finally {
      setSaving(false);
    }
  };
  return (
    <Popover
      trigger="click"
      open={isOpen}
      onOpenChange={setOpen}
      content={
        <form
          className="cc-view-save"
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <Input
            autoFocus
            aria-label={t('list.viewName')}
            placeholder={t('list.viewName')}
            maxLength={NAME_LENGTH}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <Button type="primary" htmlType="submit" loading={isSaving} disabled={name.trim() === ''}>
            {t('action.save')}
          </Button>
        </form>
      }
    >
      <Button size="small" type="text" icon={<SaveOutlined aria-hidden />}>
        {t('list.saveView')}
      </Button>
    </Popover>
  );
}

/** Saved views as tabs; each is a plain link. Saving is offered as soon as the list differs from the view shown. */
export function ViewTabs({ views, state }: { views: SavedViews; state: ListState }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const current = views.items.find((view) => view.id === state.viewId);
  const isChanged = state.search !== (current?.search ?? '');
  const tab = (key: string, name: string, to: string, isCurrent: boolean) => (
    <Link key={key} to={to} className="cc-view" aria-current={isCurrent ? 'page' : undefined}>
      {name}
    </Link>
  );
  const remove = async (view: SavedView) => {
    await views.onDelete(view);
    await navigate('?', { replace: true });
  };
  return (
    <nav className="cc-views cc-no-print" aria-label={t('list.views')}>
      {tab('all', t('list.all'), '?', current === undefined)}
      {views.items.map((view) =>
        tab(
          view.id,
          view.name,
          `?${view.search}${view.search === '' ? '' : '&'}view=${encodeURIComponent(view.id)}`,
          view.id === current?.id,
        ),
      )}
      {isChanged && <SaveView views={views} search={state.search} />}
      {current !== undefined && !isChanged && (
        <Button
          size="small"
          type="text"
          icon={<DeleteOutlined aria-hidden />}
          onClick={() => void remove(current)}
        >
          {t('list.deleteView')}
        </Button>
      )}
    </nav>
  );
}
