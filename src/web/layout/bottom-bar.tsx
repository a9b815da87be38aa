import { useState } from 'react';
import EllipsisOutlined from '@ant-design/icons/es/icons/EllipsisOutlined';
import Drawer from 'antd/es/drawer';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { phonePlaces, type NavigationGroup } from '../navigation.ts';
import { useSession } from '../session/use-session.ts';
import { MenuGroups } from './side-menu.tsx';

/** A phone's menu: the four places this person uses most, and 更多 with all of them. */
export function BottomBar({ groups }: { groups: readonly NavigationGroup[] }) {
  const { t } = useTranslation();
  const { roles } = useSession();
  const [isOpen, setOpen] = useState(false);
  return (
    <nav className="cc-bottom-bar cc-no-print" aria-label={t('menu')}>
      {phonePlaces(groups, roles).map((item) => {
        const Icon = item.icon;
        return (
          <NavLink key={item.key} to={item.path} end={item.path === '/'} className="cc-bottom-link">
            <Icon aria-hidden />
            <span>{t(`nav.${item.key}`)}</span>
          </NavLink>
        );
      })}
      <button
        type="button"
        className="cc-plain-button cc-bottom-link"
        aria-expanded={isOpen}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <EllipsisOutlined aria-hidden />
        <span>{t('more')}</span>
      </button>
      <Drawer open={isOpen} onClose={() => setOpen(false)} placement="bottom" size="80dvh" title={t('menu')}>
        <nav aria-label={t('menuAll')}>
          <MenuGroups groups={groups} onGo={() => setOpen(false)} />
        </nav>
      </Drawer>
    </nav>
  );
}
