import { useTranslation } from 'react-i18next';
import { isRole, ROLES } from '../../../modules/accounts/roles.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { useCan, useSession } from '../../session/use-session.ts';
import { AdministratorDesk } from './administrator-desk.tsx';
import { CourtDesk } from './court-desk.tsx';
import { OwnDesk, OwnLines } from './own-desk.tsx';
import { DispositionLines } from './disposition-lines.tsx';
import { ItemLines } from './item-lines.tsx';
import { OwnPropertyLines } from './own-property-lines.tsx';
import { RoomLines } from './room-lines.tsx';
import './desk.css';

/** 工作台: what waits, what is due and what is odd for this person; numbers and charts for those who oversee. */
export function Component() {
  const { t } = useTranslation('desk');
  const pick = usePickSentence();
  const can = useCan();
  const { person, court, roles } = useSession();
  const roleNames = roles.filter(isRole).map((role) => pick(ROLES[role]));
  const sentence = [court.name, person.departmentName, person.name, roleNames.join(t('pause'))];
  return (
    <div className="cc-desk">
      <PageHeader
        title={t('title')}
        sentence={sentence.filter((part) => part !== null && part !== '').join(' · ')}
      />
      {can('dashboard.read') ? (
        <CourtDesk />
      ) : (
        <>
          <div className="cc-desk-waiting">
            <OwnPropertyLines />
            <ItemLines />
            <DispositionLines />
            <RoomLines />
            {can('person.holdings.read') && <OwnLines />}
          </div>
          {can('person.holdings.read') && <OwnDesk />}
        </>
      )}
      <AdministratorDesk />
    </div>
  );
}
