import { useTranslation } from 'react-i18next';
import { NavLink, useLocation } from 'react-router';
import { hasNearerItem, type NavigationGroup, type NavigationItem } from '../navigation.ts';

function MenuLink({ item, onGo }: { item: NavigationItem; onGo: (() => void) | undefined }) {
  const { t } = useTranslation();
  const Icon = item.icon;
  const label = t(`nav.${item.key}`);
  const { pathname } = useLocation();
  const isExact = item.path === '/' || hasNearerItem(item, pathname);
  return (
    <NavLink to={item.path} end={isExact} className="cc-menu-link" title={label} onClick={onGo}>
      <Icon aria-hidden />
      <span className="cc-menu-label">{label}</span>
    </NavLink>
  );
}

/** The groups of the menu as a list of links; used at the side of a desktop and in the drawer of a phone. */
export function MenuGroups({ groups, onGo }: { groups: readonly NavigationGroup[]; onGo?: () => void }) {
  const { t } = useTranslation();
  return (
    <ul className="cc-menu">
      {groups.map((group) => (
        <li key={group.key}>
          {group.items.length > 1 && <div className="cc-menu-group">{t(`navGroup.${group.key}`)}</div>}
          <ul className="cc-menu">
            {group.items.map((item) => (
              <li key={item.key}>
                <MenuLink item={item} onGo={onGo} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
