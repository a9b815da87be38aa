import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { reportSessionRenewed } from '../../api/session-lost.ts';
import { endpointKey } from '../../api/use-query-endpoint.ts';
import { PublicFrame } from '../../components/public-frame.tsx';
import { rememberedLanguage, switchLanguage } from '../../i18n/language.ts';
import { readReturnAddress } from '../../session/return-address.ts';
import { readSession } from '../../../modules/accounts/session.contract.ts';
import { SignInForm } from '../../session/sign-in-form.tsx';
import type { Session } from '../../session/use-session.ts';

/** Sign-in; afterwards the address that was asked for. */
export function Component() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const enter = async (session: Session) => {
    client.clear();
    client.setQueryData(endpointKey(readSession, {}), session);
    reportSessionRenewed();
    if (rememberedLanguage() === undefined && session.language === 'en') await switchLanguage('en');
    await navigate(readReturnAddress(search), { replace: true });
  };
  return (
    <PublicFrame title={t('signIn.title')} hint={search.has('from') ? t('signIn.returnHint') : undefined}>
      <SignInForm onSignedIn={(session) => void enter(session)} />
    </PublicFrame>
  );
}
