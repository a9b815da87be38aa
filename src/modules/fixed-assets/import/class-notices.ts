/** Whether the class of a card fits its name and what the file calls the class. Pure. */
import type { DraftRow, RowFinding } from '../../imports/import-target.ts';
import type { AssetCard } from '../asset-card.ts';
import { classWarningOf, SUGGESTED_CLASS_CODES, type ClassWarning } from '../class-warning.ts';
import { foldName, type NameRegister } from './name-register.ts';
import type { FindingTeller } from './row-findings.ts';

interface NoticeContext {
  readonly register: NameRegister;
  readonly teller: FindingTeller;
}

/** Thousands of rows have the same name and class. */
const warnings = new WeakMap<NameRegister, Map<string, ClassWarning | null>>();

function warningOf(register: NameRegister, { name, classCode }: AssetCard): ClassWarning | null {
  const known = warnings.get(register) ?? new Map<string, ClassWarning | null>();
  warnings.set(register, known);
  const key = `${classCode} ${name}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const own = { code: classCode, name: register.className(classCode) };
  const warning = classWarningOf(name, own, register.classesAround(classCode, SUGGESTED_CLASS_CODES));
  known.set(key, warning);
  return warning;
}

export function findClassNotices(
  row: DraftRow,
  card: AssetCard,
  { register, teller }: NoticeContext,
): RowFinding[] {
  const findings: RowFinding[] = [];
  const { className, classCode } = row.draft;
  const kept = register.className(card.classCode);
  if (classCode !== undefined && className !== undefined && foldName(className) !== foldName(kept))
    findings.push(teller.notice(row, 'className', 'CLASS_NAME_DIFFERS', { code: card.classCode, kept }));
  const warning = warningOf(register, card);
  if (warning !== null) {
    const { code, zh, en } = warning;
    findings.push(teller.tell(row, 'classCode', { code, severity: 'notice', sentence: { zh, en } }));
  }
  return findings;
}
