import CloseOutlined from '@ant-design/icons/es/icons/CloseOutlined';
import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import { withoutPerson, withoutVisitor, type EnteringList } from './entering-list.ts';
import '../../scan/standing-flow.css';

export interface EnteringLinesProps {
  readonly list: EnteringList;
  readonly onChange: (list: EnteringList) => void;
}

/** Who is about to enter, each with a way to take them off again. */
export function EnteringLines({ list, onChange }: EnteringLinesProps) {
  const { t } = useTranslation('rooms');
  const line = (key: string, name: string, detail: string, onRemove: () => void) => (
    <li key={key}>
      <div className="cc-scan-thing">
        <strong>{name}</strong>
        <span className="cc-soft">{detail}</span>
      </div>
      <Button
        type="text"
        icon={<CloseOutlined aria-hidden />}
        aria-label={t('door.remove', { name })}
        onClick={onRemove}
      />
    </li>
  );
  return (
    <ul className="cc-scan-lines">
      {list.people.map((person) =>
        line(
          person.personId,
          person.name,
          [person.unit, t(person.badgeCode === null ? 'door.byName' : 'door.byBadge')]
            .filter((part) => part !== null)
            .join(' · '),
          () => onChange(withoutPerson(list, person.personId)),
        ),
      )}
      {list.visitors.map((visitor, index) =>
        line(`visitor-${index}`, visitor.name, `${t('inside.visitor')} · ${visitor.unit}`, () =>
          onChange(withoutVisitor(list, index)),
        ),
      )}
    </ul>
  );
}
