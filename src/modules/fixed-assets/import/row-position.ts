/** Where a row says an asset is and who has it. Pure. */
import type { DraftRow, RowFinding } from '../../imports/import-target.ts';
import type { Position } from '../../ledger/entry.ts';
import { ASSET_STATUSES, type AssetStatus } from '../rules.ts';
import type { NamedPerson } from './name-register.ts';
import type { FindingTeller } from './row-findings.ts';
import type { RowNames } from './row-names.ts';

/**
 * A thing in somebody's hands is not in stock, whatever the list of another system calls it; and what must be given back
 * on a day is on loan.
 */
function statedStatus({ draft }: DraftRow, names: RowNames): AssetStatus | null {
  const { status, loanDueOn } = draft;
  const isHeld = names.holder !== null;
  if (isHeld && loanDueOn !== undefined && status !== 'in_repair' && status !== 'idle') return 'on_loan';
  if (status === undefined) return null;
  return status === 'in_stock' && isHeld ? 'in_use' : status;
}

/** What is said about a loan and does not hold together. */
function findLoanProblems(
  row: DraftRow,
  names: RowNames,
  status: AssetStatus,
  teller: FindingTeller,
): RowFinding[] {
  const hasDueDay = row.draft.loanDueOn !== undefined;
  if (status === 'on_loan') {
    if (names.holder === null) return [teller.refuse(row, 'status', 'LOAN_WITHOUT_HOLDER')];
    return hasDueDay ? [] : [teller.notice(row, 'loanDueOn', 'LOAN_WITHOUT_DUE_DAY')];
  }
  if (!hasDueDay) return [];
  const isAway = status === 'in_repair' || status === 'idle';
  return isAway
    ? [teller.notice(row, 'loanDueOn', 'LOAN_DUE_NOT_KEPT')]
    : [teller.refuse(row, 'loanDueOn', 'LOAN_DUE_WITHOUT_HOLDER')];
}

/** Of a new card: what the row says; without a status in use where somebody has it, otherwise in stock. */
export function newPosition(
  row: DraftRow,
  names: RowNames,
  holder: NamedPerson | undefined,
  teller: FindingTeller,
): {
  readonly position: Position;
  readonly loanDueOn: string | null;
  readonly findings: readonly RowFinding[];
} {
  const { department, place } = names;
  const isSomewhere = names.holder !== null || department !== null;
  const status = statedStatus(row, names) ?? (isSomewhere ? 'in_use' : 'in_stock');
  const position = {
    status,
    departmentId: department?.subjectId ?? holder?.departmentId ?? null,
    department: department?.subjectLabel ?? holder?.departmentName ?? null,
    holderId: holder?.id ?? null,
    holder: holder?.name ?? null,
    placeId: place?.subjectId ?? null,
    place: place?.subjectLabel ?? null,
  };
  const loanDueOn = status === 'on_loan' ? (row.draft.loanDueOn ?? null) : null;
  return { position, loanDueOn, findings: findLoanProblems(row, names, status, teller) };
}

const NOTHING = { zh: '（空）', en: '(none)' };
const SIDES = [
  { side: 'department', id: 'departmentId', code: 'DEPARTMENT_DIFFERS' },
  { side: 'holder', id: 'holderId', code: 'HOLDER_DIFFERS' },
  { side: 'place', id: 'placeId', code: 'PLACE_DIFFERS' },
] as const;

/** What the row says otherwise than the register: an import moves nothing, so each is a problem of the row. */
export function findMovedSides(
  row: DraftRow,
  names: RowNames,
  { position: kept, loanDueOn }: { readonly position: Position; readonly loanDueOn: string | null },
  teller: FindingTeller,
): RowFinding[] {
  const fields = {
    department: 'departmentName',
    holder: row.draft.holderName === undefined ? 'holderUsername' : 'holderName',
    place: 'placePath',
  } as const;
  const findings = SIDES.flatMap(({ side, id, code }) => {
    const stated = names[side]?.subjectId ?? null;
    if (stated === null || stated === kept[id]) return [];
    return [teller.refuse(row, fields[side], code, { kept: kept[side] ?? NOTHING })];
  });
  const status = statedStatus(row, names);
  if (status !== null && status !== kept.status) {
    const facts = (language: 'zh' | 'en') => ({
      value: ASSET_STATUSES[status][language],
      kept: isStatus(kept.status) ? ASSET_STATUSES[kept.status][language] : '',
    });
    findings.push(teller.refuse(row, 'status', 'STATUS_DIFFERS', facts('zh'), facts('en')));
  } else if (status === 'on_loan' && row.draft.loanDueOn !== undefined && row.draft.loanDueOn !== loanDueOn) {
    findings.push(teller.refuse(row, 'loanDueOn', 'LOAN_DUE_DIFFERS', { kept: loanDueOn ?? NOTHING }));
  }
  return findings;
}

function isStatus(text: string | null): text is AssetStatus {
  return text !== null && Object.hasOwn(ASSET_STATUSES, text);
}
