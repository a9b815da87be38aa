/** Where a row says an asset is and who has it. Pure. */
import type { DraftRow, RowFinding } from '../../imports/import-target.ts';
import type { Position } from '../../ledger/entry.ts';
import { ASSET_STATUSES, type AssetStatus } from '../rules.ts';
import type { NamedPerson } from './name-register.ts';
import type { FindingTeller } from './row-findings.ts';
import type { RowNames } from './row-names.ts';

/** A thing in somebody's hands is not in stock, whatever the list of another system calls it. */
function statedStatus({ draft }: DraftRow, names: RowNames): AssetStatus | null {
  if (draft.status === undefined) return null;
  return draft.status === 'in_stock' && names.holder !== null ? 'in_use' : draft.status;
}

/** Of a new card: what the row says; without a status in use where somebody has it, otherwise in stock. */
export function newPosition(
  row: DraftRow,
  names: RowNames,
  holder: NamedPerson | undefined,
  teller: FindingTeller,
): { readonly position: Position; readonly findings: readonly RowFinding[] } {
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
  const isLent = status === 'on_loan' && names.holder === null;
  return { position, findings: isLent ? [teller.refuse(row, 'status', 'LOAN_WITHOUT_HOLDER')] : [] };
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
  kept: Position,
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
    const facts = { kept: kept[side] ?? NOTHING.zh };
    return [teller.refuse(row, fields[side], code, facts, { kept: kept[side] ?? NOTHING.en })];
  });
  const status = statedStatus(row, names);
  if (status !== null && status !== kept.status) {
    const facts = (language: 'zh' | 'en') => ({
      value: ASSET_STATUSES[status][language],
      kept: isStatus(kept.status) ? ASSET_STATUSES[kept.status][language] : '',
    });
    findings.push(teller.refuse(row, 'status', 'STATUS_DIFFERS', facts('zh'), facts('en')));
  }
  return findings;
}

function isStatus(text: string | null): text is AssetStatus {
  return text !== null && Object.hasOwn(ASSET_STATUSES, text);
}
