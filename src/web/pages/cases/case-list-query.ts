import { CASE_STAGES, type CaseStage } from '../../../modules/cases/rules.ts';
import type { FilterValues } from '../../components/list-page/list-state.ts';

export const CASE_STATES = ['open', 'closed', 'all'] as const;
type CaseStateFilter = (typeof CASE_STATES)[number];

function isStage(value: string): value is CaseStage {
  return Object.hasOwn(CASE_STAGES, value);
}

function isState(value: string): value is CaseStateFilter {
  return CASE_STATES.some((state) => state === value);
}

/** What the address asks of the list; what it cannot mean is left out. */
export function caseQueryOf(filters: FilterValues) {
  const [q, stage, state, handlerId, departmentId, mine] = [
    ...['q', 'stage', 'state', 'handlerId', 'departmentId', 'mine'],
  ].map((key) => filters[key]?.[0]);
  return {
    ...(q === undefined ? {} : { q }),
    ...(stage !== undefined && isStage(stage) ? { stage } : {}),
    ...(state !== undefined && isState(state) ? { state } : {}),
    ...(handlerId === undefined ? {} : { handlerId }),
    ...(departmentId === undefined ? {} : { departmentId }),
    ...(mine === 'true' ? { mine: 'true' as const } : {}),
  };
}
