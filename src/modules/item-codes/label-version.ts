/** The version of a label, the one character behind the code in its QR: 1 to 9, then A to Z. Pure. */

const VERSIONS = '123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

export const FIRST_LABEL_VERSION = '1';

/** Why a label gives way to the next version. */
export const REPLACEMENT_REASONS = {
  damaged: { zh: '损坏', en: 'Damaged' },
  lost: { zh: '丢失', en: 'Lost' },
  unreadable: { zh: '无法识读', en: 'Unreadable' },
  changed: { zh: '内容变更', en: 'Content changed' },
  other: { zh: '其他', en: 'Other' },
} as const;
export type ReplacementReason = keyof typeof REPLACEMENT_REASONS;

// why: the keys of a literal object are its reasons.
export const REPLACEMENT_REASON_KEYS = Object.keys(REPLACEMENT_REASONS) as [
  ReplacementReason,
  ...ReplacementReason[],
];

/** The version of the label after this one; undefined after Z: the code can be labelled no more. */
export function nextLabelVersion(version: string | null): string | undefined {
  if (version === null) return FIRST_LABEL_VERSION;
  return VERSIONS[VERSIONS.indexOf(version) + 1];
}
