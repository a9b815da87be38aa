/**
 * Names of people in a case as a reader may see them. Minors keep the family name, as published judgments have it
 * (最高人民法院关于人民法院在互联网公布裁判文书的规定 第八条); of a secret case nothing is told. Pure; labels, papers and lists use it too.
 */
import type { Sentence } from '../../platform/errors.ts';
import type { PartyKind, Secrecy } from './rules.ts';

/** What the reader is cleared for. */
export interface NameClearance {
  /** Names in cases that involve minors. */
  readonly minors: boolean;
  /** Names and causes of 秘密 and 机密 cases. */
  readonly secret: boolean;
  /** Names of 内部 cases: whoever reads them within the court. */
  readonly internal: boolean;
}

export const NO_CLEARANCE: NameClearance = { minors: false, secret: false, internal: false };

export interface CaseSensitivity {
  readonly secrecy: Secrecy;
  readonly involvesMinors: boolean;
}

/** `plain`: as they are. `surname`: the family name. `hidden`: nothing. */
export type NameShape = 'plain' | 'surname' | 'hidden';

export const HIDDEN_NAME = '＊＊＊';
export const HIDDEN_CAUSE = { zh: '（涉密，不显示）', en: '(secret, not shown)' } as const;

const COMPOUND_SURNAMES = new Set([
  ...[
    '欧阳',
    '司马',
    '上官',
    '诸葛',
    '东方',
    '皇甫',
    '尉迟',
    '公孙',
    '慕容',
    '令狐',
    '宇文',
    '长孙',
    '司徒',
    '夏侯',
  ],
  ...[
    '轩辕',
    '独孤',
    '端木',
    '南宫',
    '西门',
    '呼延',
    '赫连',
    '拓跋',
    '完颜',
    '澹台',
    '闻人',
    '申屠',
    '太史',
    '百里',
  ],
]);

/** Of such a case nothing is told to whoever has no clearance. */
export const SECRET_LEVELS: readonly Secrecy[] = ['confidential', 'secret'];

export function nameShapeOf(sensitivity: CaseSensitivity, clearance: NameClearance): NameShape {
  const { secrecy, involvesMinors } = sensitivity;
  if (SECRET_LEVELS.includes(secrecy) && !clearance.secret) return 'hidden';
  if (secrecy === 'internal' && !clearance.internal) return 'surname';
  return involvesMinors && !clearance.minors ? 'surname' : 'plain';
}

/** Whether anybody without clearance sees less than is written. */
export function isSensitive(sensitivity: CaseSensitivity): boolean {
  return nameShapeOf(sensitivity, NO_CLEARANCE) !== 'plain';
}

function surnameOf(name: string): string {
  const letters = [...name.trim()];
  const two = letters.slice(0, 2).join('');
  return letters.length > 2 && COMPOUND_SURNAMES.has(two) ? two : (letters[0] ?? '');
}

/** 张伟 → 张某, 欧阳明月 → 欧阳某某, 阿拉坦·其其格 → 阿某某. An organisation keeps its name unless all is hidden. */
export function maskName(name: string, kind: PartyKind, shape: NameShape): string {
  if (shape === 'plain' || (shape === 'surname' && kind === 'organisation')) return name;
  if (shape === 'hidden') return HIDDEN_NAME;
  const surname = surnameOf(name);
  const rest = [...name.trim()].length - [...surname].length;
  return surname + (rest <= 1 ? '某' : '某某');
}

/** The names of one case together: those that look alike once masked get a number, 张某1, 张某2. */
export function maskNames(
  names: readonly { readonly name: string; readonly kind: PartyKind }[],
  shape: NameShape,
): string[] {
  const masked = names.map(({ name, kind }) => maskName(name, kind, shape));
  if (shape === 'plain') return masked;
  const seen = new Map<string, number>();
  return masked.map((name) => {
    if (masked.filter((other) => other === name).length === 1) return name;
    const ordinal = (seen.get(name) ?? 0) + 1;
    seen.set(name, ordinal);
    return name + String(ordinal);
  });
}

/** 案由: of a secret case it is told to nobody without clearance. */
export function maskCause(cause: string, shape: NameShape): string {
  return shape === 'hidden' ? HIDDEN_CAUSE.zh : cause;
}

/** The same inside a sentence. */
export function sayCause(cause: string, shape: NameShape): Sentence {
  return shape === 'hidden' ? HIDDEN_CAUSE : { zh: cause, en: cause };
}
