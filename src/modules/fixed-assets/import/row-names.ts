/** The names of one row. Pure. */
import type { AssetDraft } from '../../imports/asset-draft.ts';
import type { DraftRow, RowFinding } from '../../imports/import-target.ts';
import type { Name, NameBook } from './name-book.ts';
import type { NamedPerson, NameRegister } from './name-register.ts';
import { foldName } from './name-register.ts';
import type { FindingTeller } from './row-findings.ts';

export interface RowNames {
  readonly department: Name | null;
  readonly managing: Name | null;
  readonly holder: Name | null;
  readonly place: Name | null;
  readonly assetClass: Name | null;
}

export function namesOfRow(book: NameBook, draft: AssetDraft): RowNames {
  const department = draft.departmentName === undefined ? null : book.department(draft.departmentName);
  return {
    department,
    managing:
      draft.managingDepartmentName === undefined ? null : book.department(draft.managingDepartmentName),
    holder: book.person(draft, department?.subjectId ?? null),
    place: draft.placePath === undefined ? null : book.place(draft.placePath),
    assetClass: book.assetClass(draft.classCode, draft.className),
  };
}

export function listNamesOfRow(names: RowNames): Name[] {
  const { department, managing, holder, place, assetClass } = names;
  return [...new Set([department, managing, holder, place, assetClass].filter((name) => name !== null))];
}

/** Names that a person matched by hand: another match says something new although the row is the same. */
export function chosenSubjects(names: RowNames): (string | null)[] {
  return Object.values(names).map((name: Name | null) => (name?.state === 'matched' ? name.subjectId : null));
}

/** What the row names and nobody knows. */
export function findUnknownNames(row: DraftRow, names: RowNames, teller: FindingTeller): RowFinding[] {
  const { department, managing, holder, place, assetClass } = names;
  const findings: RowFinding[] = [];
  if (department?.subjectId === null)
    findings.push(teller.refuse(row, 'departmentName', 'DEPARTMENT_UNKNOWN'));
  if (managing?.subjectId === null)
    findings.push(teller.refuse(row, 'managingDepartmentName', 'DEPARTMENT_UNKNOWN'));
  if (holder?.subjectId === null) {
    const isNamed = row.draft.holderName !== undefined;
    const field = isNamed ? 'holderName' : 'holderUsername';
    const code = holder.state === 'ambiguous' ? 'PERSON_AMBIGUOUS' : 'PERSON_UNKNOWN';
    findings.push(teller.refuse(row, field, code, { count: holder.candidateCount }));
  }
  if (place?.subjectId === null) {
    const code = place.state === 'ambiguous' ? 'PLACE_AMBIGUOUS' : 'PLACE_UNKNOWN';
    findings.push(teller.refuse(row, 'placePath', code, { count: place.candidateCount }));
  }
  if (assetClass?.subjectId === null) {
    const field = row.draft.classCode === undefined ? 'className' : 'classCode';
    findings.push(teller.refuse(row, field, 'CLASS_UNKNOWN'));
  }
  return findings;
}

/** A username and a name that belong to two people. */
export function findNameMismatch(
  row: DraftRow,
  holder: NamedPerson | undefined,
  isByUsername: boolean,
  teller: FindingTeller,
): RowFinding[] {
  const { holderName } = row.draft;
  if (!isByUsername || holder === undefined || holderName === undefined) return [];
  if (foldName(holder.name) === foldName(holderName)) return [];
  return [teller.refuse(row, 'holderName', 'PERSON_NAME_DIFFERS', { name: holder.name })];
}

/** The person for whom a name stands. */
export function personOfName(register: NameRegister, holder: Name | null): NamedPerson | undefined {
  return holder?.subjectId == null ? undefined : register.personById(holder.subjectId);
}
