import QRCode from 'qrcode';
import type { MatrixCode } from './data-matrix.ts';

export type QrLevel = 'L' | 'M' | 'Q' | 'H';

/** White modules that must stay free on every side (ISO/IEC 18004, 9.1). */
export const QR_QUIET_MODULES = 4;

/**
 * Any mask is valid and readers take it from the symbol; choosing the fairest one costs five times the encoding, and
 * diagonal stripes never look like a finder pattern.
 */
const MASK = 3;
const ALPHANUMERIC = /^[0-9A-Z $%*+\-./:]+$/;

/**
 * The smallest QR code that holds the text at the level, or null when none does. Text of digits, capitals and
 * `space $ % * + - . / :` is held in alphanumeric mode, any other as bytes of UTF-8.
 */
export function encodeQr(text: string, level: QrLevel): MatrixCode | null {
  const mode = ALPHANUMERIC.test(text) ? 'alphanumeric' : 'byte';
  const segment =
    mode === 'byte' ? ({ mode, data: Buffer.from(text, 'utf8') } as const) : ({ mode, data: text } as const);
  try {
    const { modules } = QRCode.create([segment], { errorCorrectionLevel: level, maskPattern: MASK });
    return { side: modules.size, modules: Uint8Array.from(modules.data) };
  } catch {
    return null;
  }
}
