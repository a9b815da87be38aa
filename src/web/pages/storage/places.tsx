import { useState } from 'react';
import Button from 'antd/es/button';
import Checkbox from 'antd/es/checkbox';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useOpenCommand } from '../../components/command-form/use-open-command.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { useSettled } from '../../components/pickers/use-settled.ts';
import { SearchField } from '../../components/search-field.tsx';
import { useCan } from '../../session/use-session.ts';
import { FoundPlaces } from './found-places.tsx';
import { PlaceCommands } from './place-commands.tsx';
import { PlaceTree } from './place-tree.tsx';
import '../../components/plain-rows.css';
import './places.css';

/** The words stand in the address, so that a link finds the same places. */
function useWords() {
  const [search, setSearch] = useSearchParams();
  const [words, setWords] = useState(search.get('q') ?? '');
  const change = (next: string) => {
    setWords(next);
    setSearch(
      (before) => {
        const after = new URLSearchParams(before);
        if (next.trim() === '') after.delete('q');
        else after.set('q', next.trim());
        return after;
      },
      { replace: true, preventScrollReset: true },
    );
  };
  return { words, change };
}

/** 位置: the court's tree of places, or what a search finds in it. */
export function Component() {
  const { t } = useTranslation('places');
  const mayManage = useCan()('place.manage');
  const command = useOpenCommand();
  const { words, change } = useWords();
  const q = useSettled(words.trim());
  const [withClosed, setWithClosed] = useState(false);
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          mayManage && (
            <>
              <Button type="primary" onClick={() => command.open('add-root')}>
                {t('add.title')}
              </Button>
              <Button onClick={() => command.open('bulk-root')}>{t('bulk.title')}</Button>
            </>
          )
        }
      />
      <div className="cc-toolbar">
        <SearchField label={t('search')} value={words} onChange={change} />
        <Checkbox checked={withClosed} onChange={(event) => setWithClosed(event.target.checked)}>
          {t('withClosed')}
        </Checkbox>
      </div>
      {q === '' ? (
        <PlaceTree withClosed={withClosed} onOpen={command.open} />
      ) : (
        <FoundPlaces words={q} withClosed={withClosed} onOpen={command.open} />
      )}
      <PlaceCommands current={command.current} onClose={command.close} />
    </>
  );
}
