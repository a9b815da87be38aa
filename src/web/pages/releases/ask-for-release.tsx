import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../components/link-button.tsx';
import { useCan, useSession } from '../../session/use-session.ts';

interface Asked {
  readonly id: string;
  readonly courtId: number;
  readonly state: string;
}

/** The way to the release on which an item is, where the next step is taken. */
export function OpenRelease({ releaseId }: { releaseId: string | null }) {
  const { t } = useTranslation('seized-items');
  const can = useCan();
  if (releaseId === null) return null;
  return (
    <LinkButton to={`/releases/${releaseId}`} type={can('item.release') ? 'primary' : 'default'}>
      {t('openRelease')}
    </LinkButton>
  );
}

/** Whether asking for it is the likeliest thing that this person does with it. */
export function useIsAskable(item: Asked): boolean {
  const can = useCan();
  const { court } = useSession();
  return can('item.request') && item.courtId === court.id && item.state === 'in_store';
}

/** The way to ask for one item, for those who may and where it can be asked for. */
export function AskForRelease({ item }: { item: Asked }) {
  const { t } = useTranslation('seized-items');
  const can = useCan();
  const { court } = useSession();
  const isAskable = useIsAskable(item);
  if (!can('item.request') || item.courtId !== court.id) return null;
  if (isAskable)
    return (
      <LinkButton to={`/item-requests/new?item=${item.id}`} type="primary">
        {t('ask')}
      </LinkButton>
    );
  return item.state === 'on_loan' ? (
    <LinkButton to={`/item-requests/new?kind=extension&item=${item.id}`}>{t('askExtension')}</LinkButton>
  ) : null;
}

/** The same for what is selected in a list. */
export function AskForSelected({ ids }: { ids: readonly string[] }) {
  const { t } = useTranslation('seized-items');
  const can = useCan();
  if (!can('item.request') || ids.length === 0) return null;
  return (
    <LinkButton to={`/item-requests/new?${ids.map((id) => `item=${id}`).join('&')}`} type="primary">
      {t('ask')}
    </LinkButton>
  );
}
