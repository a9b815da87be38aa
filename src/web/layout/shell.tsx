import { Suspense, useEffect, useRef, useState, lazy } from 'react';
import MenuFoldOutlined from '@ant-design/icons/es/icons/MenuFoldOutlined';
import MenuUnfoldOutlined from '@ant-design/icons/es/icons/MenuUnfoldOutlined';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, ScrollRestoration, useLocation, useMatches, useNavigation } from 'react-router';
import { useSessionLost } from '../api/session-lost.ts';
import type { Permission } from '../../modules/accounts/permissions.ts';
import { permittedNavigation } from '../navigation.ts';
import { useCan, useSession } from '../session/use-session.ts';
import { Announcer } from './announcer.tsx';
import { BottomBar } from './bottom-bar.tsx';
import { NoPermission } from './no-permission.tsx';
import { OfflineBanner } from './offline-banner.tsx';
import { PageSkeleton } from './page-skeleton.tsx';
import { PersonMenu } from './person-menu.tsx';
import { ScanBox } from './scan-box.tsx';
import { SessionGate } from './session-gate.tsx';
import { MenuGroups } from './side-menu.tsx';
import { useIsPhone } from './use-is-phone.ts';
import './shell.css';

const SignInAgain = lazy(() => import('../session/sign-in-again.tsx'));
const FOLDED_KEY = 'court-custody.menu-folded';

/** A new page gets the focus on its heading, unless the scan box opened it and waits for the next scan. */
function useFocusOnNavigation() {
  const location = useLocation();
  const first = useRef(true);
  const keepsFocus = (location.state as { keepFocus?: boolean } | null)?.keepFocus === true;
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    if (!keepsFocus) document.querySelector<HTMLElement>('#main')?.focus({ preventScroll: true });
  }, [location.pathname, keepsFocus]);
}

function useDeniedPermission(): boolean {
  const can = useCan();
  return useMatches().some(({ handle }) => {
    const permission = (handle as { permission?: Permission } | undefined)?.permission;
    return permission !== undefined && !can(permission);
  });
}

function ShellFrame() {
  const { t } = useTranslation();
  const { court } = useSession();
  const groups = permittedNavigation(useCan());
  const isPhone = useIsPhone();
  const isDenied = useDeniedPermission();
  const isMoving = useNavigation().state === 'loading';
  const isSessionLost = useSessionLost();
  const [isFolded, setFolded] = useState(() => localStorage.getItem(FOLDED_KEY) === 'yes');
  useFocusOnNavigation();
  const fold = () => {
    localStorage.setItem(FOLDED_KEY, isFolded ? 'no' : 'yes');
    setFolded(!isFolded);
  };
  return (
    <div className="cc-shell" data-folded={isFolded}>
      <a href="#main" className="cc-skip">
        {t('skipToContent')}
      </a>
      {isMoving && <div className="cc-moving" aria-hidden />}
      <header className="cc-header cc-no-print">
        <Link to="/" className="cc-brand">
          <img src="/mark.svg" alt="" width={28} height={28} />
          <span className="cc-brand-court">{court.name}</span>
          <span className="cc-hidden">{t('nav.desk')}</span>
        </Link>
        <ScanBox />
        <PersonMenu />
      </header>
      {!isPhone && (
        <nav className="cc-side cc-no-print" aria-label={t('menu')}>
          <MenuGroups groups={groups} />
          <button type="button" className="cc-plain-button cc-fold" onClick={fold} aria-expanded={!isFolded}>
            {isFolded ? <MenuUnfoldOutlined aria-hidden /> : <MenuFoldOutlined aria-hidden />}
            <span className="cc-menu-label">{t('foldMenu')}</span>
          </button>
        </nav>
      )}
      <main id="main" className="cc-main" tabIndex={-1}>
        <OfflineBanner />
        <Suspense fallback={<PageSkeleton />}>{isDenied ? <NoPermission /> : <Outlet />}</Suspense>
      </main>
      {isPhone && <BottomBar groups={groups} />}
      <Announcer />
      {isSessionLost && (
        <Suspense fallback={null}>
          <SignInAgain />
        </Suspense>
      )}
      <ScrollRestoration />
    </div>
  );
}

/** The frame of every page behind sign-in: header with the scan box, menu by permissions, page, live region. */
export function Component() {
  return (
    <SessionGate>
      <ShellFrame />
    </SessionGate>
  );
}
