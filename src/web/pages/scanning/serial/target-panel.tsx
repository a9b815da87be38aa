import { useState } from 'react';
import EnvironmentOutlined from '@ant-design/icons/es/icons/EnvironmentOutlined';
import TeamOutlined from '@ant-design/icons/es/icons/TeamOutlined';
import UserOutlined from '@ant-design/icons/es/icons/UserOutlined';
import Button from 'antd/es/button';
import Segmented from 'antd/es/segmented';
import { useTranslation } from 'react-i18next';
import { readPlaceEndpoint } from '../../../../modules/storage/contract.ts';
import { callEndpoint } from '../../../api/call-endpoint.ts';
import { DepartmentPicker, useDepartments } from '../../../components/pickers/department-picker.tsx';
import { PersonPicker } from '../../../components/pickers/person-picker.tsx';
import { PlacePicker } from '../../../components/pickers/place-picker.tsx';
import { shortName, type SerialTarget } from './serial-target.ts';

const KINDS = ['place', 'person', 'department'] as const;
type Kind = (typeof KINDS)[number];

const ICONS = { place: EnvironmentOutlined, person: UserOutlined, department: TeamOutlined };

interface Chosen {
  readonly onChosen: (target: SerialTarget) => void;
}

function ChoosePlace({ onChosen }: Chosen) {
  const { t } = useTranslation('scanning');
  const [isUnread, setUnread] = useState(false);
  const choose = async (placeId: string | null) => {
    if (placeId === null) return;
    try {
      const place = await callEndpoint(readPlaceEndpoint, { params: { placeId } });
      onChosen({ kind: 'place', id: placeId, name: place.path, code: place.code });
    } catch {
      setUnread(true);
    }
  };
  return (
    <>
      <PlacePicker label={t('serial.target.place')} onChange={(id) => void choose(id)} />
      {isUnread && <p role="alert">{t('serial.target.unread')}</p>}
    </>
  );
}

function Picker({ kind, onChosen }: Chosen & { kind: Kind }) {
  const { t } = useTranslation('scanning');
  const { nameOf } = useDepartments();
  switch (kind) {
    case 'place':
      return <ChoosePlace onChosen={onChosen} />;
    case 'person':
      return (
        <PersonPicker
          label={t('serial.target.person')}
          onPicked={({ id, name, departmentId, departmentName }) => {
            const department =
              departmentId === null ? null : { id: departmentId, name: departmentName ?? '' };
            onChosen({ kind: 'person', id, name, code: null, department });
          }}
        />
      );
    case 'department':
      return (
        <DepartmentPicker
          label={t('serial.target.department')}
          onChange={(id) => {
            if (id !== null) onChosen({ kind: 'department', id, name: nameOf(id) ?? '' });
          }}
        />
      );
  }
}

/** Choosing without a code to scan: a place, a person, a department. */
function ChooseTarget({ onChosen }: Chosen) {
  const { t } = useTranslation('scanning');
  const [kind, setKind] = useState<Kind>('place');
  return (
    <div className="cc-target-choice">
      <Segmented<Kind>
        block
        size="large"
        aria-label={t('serial.target.kind')}
        value={kind}
        options={KINDS.map((value) => ({ value, label: t(`serial.target.${value}`) }))}
        onChange={setKind}
      />
      <Picker key={kind} kind={kind} onChosen={onChosen} />
    </div>
  );
}

export interface TargetPanelProps extends Chosen {
  readonly target: SerialTarget | null;
}

/** Where things go, large enough to be read at arm's length. */
export function TargetPanel({ target, onChosen }: TargetPanelProps) {
  const { t } = useTranslation('scanning');
  const [isChanging, setChanging] = useState(false);
  const isChoosing = target === null || isChanging;
  const Icon = ICONS[target?.kind ?? 'place'];
  return (
    <section className="cc-target" aria-label={t('serial.target.title')}>
      <div className="cc-target-now" data-set={target !== null}>
        <Icon aria-hidden />
        <span className="cc-target-words">
          <span className="cc-target-verb">{t(`serial.to.${target?.kind ?? 'nowhere'}`)}</span>
          <strong>{target === null ? t('serial.target.hint') : shortName(target)}</strong>
          {target?.kind === 'place' && target.name !== shortName(target) && <span>{target.name}</span>}
          {target?.kind === 'person' && target.department !== null && <span>{target.department.name}</span>}
        </span>
        {target !== null && (
          <Button size="large" aria-expanded={isChanging} onClick={() => setChanging(!isChanging)}>
            {t(isChanging ? 'common:action.close' : 'serial.target.change')}
          </Button>
        )}
      </div>
      {isChoosing && (
        <ChooseTarget
          onChosen={(chosen) => {
            setChanging(false);
            onChosen(chosen);
          }}
        />
      )}
    </section>
  );
}
