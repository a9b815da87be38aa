/** The second person of a two-person step: chosen by name or badge, proved by their PIN on the same screen. */
import { Suspense, useId, useState, type KeyboardEvent } from 'react';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import Select from 'antd/es/select';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../modules/accounts/roles.ts';
import { readItemCode } from '../../modules/item-codes/item-code.ts';
import { useScanTarget } from '../scan/use-scan.ts';
import { useSession } from '../session/use-session.ts';
import type { DirectoryPerson } from './pickers/use-people-search.ts';
import { useBadgeLookup, useSecondPersonSearch } from './second-person-search.ts';
import './second-person.css';

/** What a form with these fields collects; goes into the body as it is. */
export interface SecondPersonValues {
  secondPerson?: { personId: string; pin: string };
}

export interface SecondPersonFieldsProps {
  /** Who may confirm; without it anybody of the court but the one who acts. */
  readonly roles?: readonly Role[];
  readonly exceptIds?: readonly string[];
  /** Why it takes two, in the words of the rule. */
  readonly sentence?: string;
}

interface PersonSelectProps {
  readonly value?: string;
  readonly onChange?: (personId: string) => void;
  readonly id?: string;
  readonly people: readonly DirectoryPerson[];
  readonly search: string;
  readonly onSearch: (text: string) => void;
  readonly onBadge: (text: string) => void;
}

function PersonSelect({ value, onChange, id, people, search, onSearch, onBadge }: PersonSelectProps) {
  const { t } = useTranslation('second-person');
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !readItemCode(search).ok) return;
    event.preventDefault();
    event.stopPropagation();
    onBadge(search);
  };
  return (
    <div onKeyDownCapture={onKeyDown}>
      <Select<string>
        {...(id === undefined ? {} : { id })}
        {...(value === undefined ? {} : { value })}
        placeholder={t('personPlaceholder')}
        showSearch={{ searchValue: search, onSearch, filterOption: false }}
        notFoundContent={t('personNotFound')}
        options={people.map((person) => ({
          value: person.id,
          label: person.departmentName === null ? person.name : `${person.name} · ${person.departmentName}`,
        }))}
        onChange={(personId: string) => {
          onSearch('');
          onChange?.(personId);
        }}
      />
    </div>
  );
}

function Fields({ roles, exceptIds = [], sentence }: SecondPersonFieldsProps) {
  const { t } = useTranslation('second-person');
  const headingId = useId();
  const form = Form.useFormInstance();
  const { person: self } = useSession();
  const [search, setSearch] = useState('');
  const [scanned, setScanned] = useState<DirectoryPerson>();
  const badge = useBadgeLookup();
  const except = [...exceptIds, self.id];
  const found = useSecondPersonSearch(search, roles).filter(({ id }) => !except.includes(id));
  const people = scanned === undefined ? found : [scanned, ...found.filter(({ id }) => id !== scanned.id)];
  const chosenId: unknown = Form.useWatch(['secondPerson', 'personId'], form);
  const chosen = people.find(({ id }) => id === chosenId);
  const scan = async (text: string) => {
    const person = await badge.find(text, except);
    if (person === undefined) return;
    setScanned(person);
    setSearch('');
    form.setFieldValue(['secondPerson', 'personId'], person.id);
    form.focusField(['secondPerson', 'pin']);
  };
  useScanTarget((text) => void scan(text));
  return (
    <section className="cc-second-person" aria-labelledby={headingId}>
      <h2 id={headingId}>{t('title')}</h2>
      {sentence !== undefined && <p className="cc-soft">{sentence}</p>}
      <Form.Item
        name={['secondPerson', 'personId']}
        label={t('person')}
        extra={badge.problem === undefined ? t('scanHint') : undefined}
        {...(badge.problem === undefined ? {} : { help: t(badge.problem), validateStatus: 'error' as const })}
        rules={[{ required: true, message: t('personMissing') }]}
      >
        <PersonSelect
          people={people}
          search={search}
          onSearch={setSearch}
          onBadge={(text) => void scan(text)}
        />
      </Form.Item>
      <Form.Item
        name={['secondPerson', 'pin']}
        label={t('pin')}
        extra={chosen === undefined ? t('pinHint') : t('waitsFor', { name: chosen.name })}
        rules={[{ required: true, pattern: /^\d{6}$/, message: t('common:pin.sixDigits') }]}
      >
        <Input.Password autoComplete="one-time-code" inputMode="numeric" maxLength={6} />
      </Form.Item>
    </section>
  );
}

/**
 * Form fields `secondPerson.personId` and `secondPerson.pin`. A badge may be scanned anywhere on the form; the PIN is
 * typed by its owner. Refusals (PIN wrong, locked, not set) come with the command's own.
 */
export function SecondPersonFields(props: SecondPersonFieldsProps) {
  return (
    <Suspense fallback={<Skeleton active paragraph={{ rows: 4 }} />}>
      <Fields {...props} />
    </Suspense>
  );
}
