import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { listCourts } from '../../modules/accounts/courts.contract.ts';
import type { Permission } from '../../modules/accounts/permissions.ts';
import { useQueryEndpoint } from '../api/use-query-endpoint.ts';
import { useSession } from '../session/use-session.ts';

const TEN_MINUTES = 10 * 60 * 1000;

export const ALL_COURTS = 'all';

export interface CourtChoiceState {
  /** The court that the address names; undefined: the acting court. */
  readonly courtId: number | undefined;
  /** The acting court and those below it; empty for those who read their own only. */
  readonly courts: readonly { readonly id: number; readonly name: string }[];
  /** `?allCourts=true`: all of them at once. */
  readonly isAll: boolean;
  readonly choose: (court: number | typeof ALL_COURTS) => void;
}

/** `?courtId=` for those who oversee the courts below; everybody else reads their own. */
export function useCourtChoice(permission: Permission): CourtChoiceState {
  const { court, permissions } = useSession();
  const [search, setSearch] = useSearchParams();
  const reachesBelow = permissions.some((held) => held.permission === permission && held.scope === 'tree');
  const { data } = useQueryEndpoint(listCourts, {}, { enabled: reachesBelow, staleTime: TEN_MINUTES });
  const named = Number(search.get('courtId') ?? '');
  return {
    courtId: Number.isInteger(named) && named > 0 && named !== court.id ? named : undefined,
    courts: data?.items ?? [],
    isAll: reachesBelow && search.get('allCourts') === 'true',
    choose: (chosen) =>
      setSearch(
        (before) => {
          const next = new URLSearchParams(before);
          next.delete('courtId');
          next.delete('allCourts');
          if (chosen === ALL_COURTS) next.set('allCourts', 'true');
          else if (chosen !== court.id) next.set('courtId', String(chosen));
          return next;
        },
        { replace: true },
      ),
  };
}

/** Which court the page shows, or all with `withAll`; nothing for those who read one court only. */
export function CourtChoice({
  courtId,
  courts,
  isAll,
  choose,
  withAll = false,
}: CourtChoiceState & { readonly withAll?: boolean }) {
  const { t } = useTranslation('report');
  const { court } = useSession();
  if (courts.length < 2) return null;
  return (
    <Select<number | typeof ALL_COURTS>
      aria-label={t('court')}
      className="cc-no-print"
      value={withAll && isAll ? ALL_COURTS : (courtId ?? court.id)}
      options={[
        ...(withAll ? [{ value: ALL_COURTS, label: t('allCourts') } as const] : []),
        ...courts.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={choose}
      popupMatchSelectWidth={false}
      showSearch={{ optionFilterProp: 'label' }}
    />
  );
}
