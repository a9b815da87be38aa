/** Objects of a PDF as text (PDF 1.7, 7.3): strings are names, bytes are strings. */

export class PdfReference {
  constructor(readonly number: number) {}
}

export function serialise(value: unknown): string {
  if (value instanceof PdfReference) return `${value.number} 0 R`;
  if (value instanceof Uint8Array) return `<${Buffer.from(value).toString('hex')}>`;
  if (Array.isArray(value)) return `[${value.map(serialise).join(' ')}]`;
  if (typeof value === 'string') return `/${value.replace(/[^!-~]|[#()<>[\]{}/%]/g, escapeName)}`;
  if (typeof value === 'number') return String(Math.round(value * 1000) / 1000);
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([key, each]) => `/${key} ${serialise(each)}`);
    return `<< ${entries.join(' ')} >>`;
  }
  throw new TypeError(`a PDF has no ${typeof value}`);
}

function escapeName(character: string): string {
  return `#${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
}
