import type { OfficePart } from '../../platform/pdf/office/office-paper.ts';
import { encodeQr } from '../labels/symbologies/qr-code.ts';
import type { PaperPart } from './paper-content.ts';

/** Square codes are kept as what they hold, and drawn anew on every copy. */
export function officePartOf(part: PaperPart): OfficePart {
  if (part.kind !== 'labels') return part;
  return { ...part, labels: part.labels.map((label) => ({ ...label, code: encodeQr(label.code, 'Q') })) };
}
