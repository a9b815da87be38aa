import { useTranslation } from 'react-i18next';
import { listApiTokens, revokeApiToken } from '../../../modules/accounts/api-tokens.contract.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import type { Token } from './token-state.ts';

export interface RevokeTokenFormProps {
  /** The form is open while there is one. */
  readonly token: Token | undefined;
  readonly onClose: () => void;
}

/** 撤销令牌: programs that use it are refused at once. */
export function RevokeTokenForm({ token, onClose }: RevokeTokenFormProps) {
  const { t } = useTranslation('tokens');
  return (
    <CommandForm<typeof revokeApiToken, object>
      declaration={revokeApiToken}
      open={token !== undefined}
      onClose={onClose}
      title={t('revoke.title')}
      submitLabel={t('revoke.submit')}
      isDestructive
      subject={token?.name}
      invalidates={[listApiTokens]}
      toRequest={() => ({ params: { tokenId: token?.id ?? '' } })}
      onDone={onClose}
      doneSentence={t('revoke.done')}
    >
      <p>{t('revoke.effect')}</p>
    </CommandForm>
  );
}
