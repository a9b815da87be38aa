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

/** `在用 4 件，闲置 2 件` → `在库`, as the server's verdict says; numbers only where there are several. */
function useStatusChange(answer: MovesAnswer | undefined): Change[] {
  const { t } = useTranslation('fixed-assets');
  const pick = usePickSentence();
  const changed = (answer?.lines ?? []).filter(
    ({ fromStatus, toStatus }) => toStatus !== null && fromStatus !== toStatus,
  );
  const summary = (statuses: readonly (string | null)[]) => {
    const known = statuses.filter(isStatus);
    const kinds = [...new Set(known)];
    const words = kinds.map((status) => {
      const count = known.filter((each) => each === status).length;
      const word = pick(ASSET_STATUSES[status]);
      return kinds.length > 1 ? `${word} ${t('move.pieces', { count })}` : word;
    });
    return words.join(t('sentence.comma'));
  };
  const from = summary(changed.map(({ fromStatus }) => fromStatus));
  const to = summary(changed.map(({ toStatus }) => toStatus));
  return from === '' || to === '' ? [] : [{ label: t('card.status'), from, to }];
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
  const status = useStatusChange(answer);
  const none = t('move.none');
  const before = (side: 'department' | 'holder' | 'place') => {
    const all = new Set(subjects.map((subject) => subject[side] ?? none));
    return all.size > 1 ? t(`move.various.${side}`, { count: all.size }) : ([...all][0] ?? none);
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
