import { useTranslation } from 'react-i18next';
import { ASSET_STATUSES, type AssetStatus } from '../../../../modules/fixed-assets/rules.ts';
import type { MovesAnswer } from '../../../../modules/fixed-assets/moves.contract.ts';
import { ChangeList, type Change } from '../../../components/command-form/change-list.tsx';
import { useDepartments } from '../../../components/pickers/department-picker.tsx';
import { usePersonNames } from '../../../components/pickers/use-people-search.ts';
import { usePlacePaths } from '../../../components/pickers/use-place-tree.ts';
import { usePickSentence } from '../../../i18n/use-language.ts';
import type { MoveSubject, MoveValues, OfferedMove } from './move-forms.ts';

/** What comes back into stock has neither a holder nor a using department any more. */
const COMES_BACK: ReadonlySet<OfferedMove> = new Set(['return', 'give_back']);

function isStatus(status: string | null): status is AssetStatus {
  return status !== null && Object.hasOwn(ASSET_STATUSES, status);
}

/** `在库 → 在用 12 件`, as the server's verdict says, equal ones together. */
function useStatusChanges(answer: MovesAnswer | undefined): Change[] {
  const { t } = useTranslation('fixed-assets');
  const pick = usePickSentence();
  const counts = new Map<string, { from: AssetStatus; to: AssetStatus; count: number }>();
  for (const { fromStatus, toStatus } of answer?.lines ?? []) {
    if (!isStatus(fromStatus) || !isStatus(toStatus) || fromStatus === toStatus) continue;
    const key = `${fromStatus} ${toStatus}`;
    counts.set(key, { from: fromStatus, to: toStatus, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  const isOne = answer?.lines.length === 1;
  return [...counts.values()].map(({ from, to, count }) => ({
    label: t('card.status'),
    from: pick(ASSET_STATUSES[from]),
    to: isOne ? pick(ASSET_STATUSES[to]) : `${pick(ASSET_STATUSES[to])} ${t('move.pieces', { count })}`,
  }));
}

export interface MoveChangesProps {
  readonly move: OfferedMove;
  readonly subjects: readonly MoveSubject[];
  readonly values: MoveValues;
  readonly answer: MovesAnswer | undefined;
}

/** What will change, from → to, for one asset or for all of them together. */
export function MoveChanges({ move, subjects, values, answer }: MoveChangesProps) {
  const { t } = useTranslation('fixed-assets');
  const { nameOf } = useDepartments();
  const { departmentId, holderId, placeId, dueOn } = values;
  const { names } = usePersonNames(holderId == null ? [] : [holderId]);
  const paths = usePlacePaths(placeId == null ? [] : [placeId]);
  const status = useStatusChanges(answer);
  const none = t('move.none');
  const before = (side: 'department' | 'holder' | 'place') => {
    const all = new Set(subjects.map((subject) => subject[side] ?? none));
    return all.size > 1 ? t('move.various', { count: all.size }) : ([...all][0] ?? none);
  };
  const changes: Change[] = [...status];
  const add = (side: 'department' | 'holder' | 'place', to: string | undefined) => {
    const from = before(side);
    if (to !== undefined && from !== to) changes.push({ label: t(`card.${side}`), from, to });
  };
  const cleared = COMES_BACK.has(move) ? none : undefined;
  add('department', nameOf(departmentId) ?? cleared);
  add('holder', holderId == null ? cleared : names.get(holderId));
  if (placeId != null) add('place', paths.get(placeId));
  if (dueOn != null) changes.push({ label: t('move.label.dueOn'), from: none, to: dueOn });
  return <ChangeList changes={changes} />;
}
