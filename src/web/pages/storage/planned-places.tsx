import { useQuery } from '@tanstack/react-query';
import CheckCircleOutlined from '@ant-design/icons/es/icons/CheckCircleOutlined';
import CloseCircleOutlined from '@ant-design/icons/es/icons/CloseCircleOutlined';
import { useTranslation } from 'react-i18next';
import { addPlacesEndpoint } from '../../../modules/storage/contract.ts';
import { expandNames } from '../../../modules/storage/name-ranges.ts';
import type { PlaceKind } from '../../../modules/storage/rules.ts';
import { callEndpoint } from '../../api/call-endpoint.ts';
import { endpointKey } from '../../api/use-query-endpoint.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { useSettled } from '../../components/pickers/use-settled.ts';
import { usePickSentence } from '../../i18n/use-language.ts';

const TYPING_PAUSE_MS = 400;

export interface PlannedPlacesProps {
  readonly parentId: string | null;
  readonly kind: PlaceKind;
  readonly names: string;
}

/** What the server would do with each name, asked without writing; those that cannot be added first. */
export function PlannedPlaces({ parentId, kind, names }: PlannedPlacesProps) {
  const { t } = useTranslation('places');
  const pick = usePickSentence();
  const settled = useSettled(names, TYPING_PAUSE_MS);
  const request = { body: { parentId, kind, names: settled } };
  const { data, error, isFetching } = useQuery({
    queryKey: [...endpointKey(addPlacesEndpoint, request), 'dry-run'],
    queryFn: () => callEndpoint(addPlacesEndpoint, request, { dryRun: true }),
    enabled: expandNames(settled).length > 0,
    staleTime: 0,
    retry: false,
  });
  if (expandNames(names).length === 0) return null;
  const items = [...(data?.items ?? [])].sort(
    (a, b) => Number(b.problem !== null) - Number(a.problem !== null),
  );
  const refused = data?.refusedCount ?? 0;
  return (
    <section className="cc-planned" aria-labelledby="planned">
      <h2 id="planned">{t('bulk.verdict')}</h2>
      <ProblemAlert problem={error} />
      <p role="status">
        {data === undefined
          ? error === null && t('bulk.checking')
          : refused === 0
            ? t('bulk.allGood', { count: items.length })
            : t('bulk.someRefused', { count: refused, total: items.length })}
      </p>
      <ul
        className={isFetching ? 'cc-planned-list cc-planned-old' : 'cc-planned-list'}
        tabIndex={0}
        aria-labelledby="planned"
      >
        {items.map((item, index) => (
          <li key={`${index} ${item.path}`} data-refused={item.problem !== null}>
            {item.problem === null ? (
              <CheckCircleOutlined aria-hidden />
            ) : (
              <CloseCircleOutlined aria-hidden />
            )}
            <span>
              {item.name}
              {item.problem !== null && <span className="cc-planned-problem"> {pick(item.problem)}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
