import type { FileKind } from './file-kinds.ts';

const NAME_MAX = 150;
/** Control characters, and those that turn the direction of writing so that `exe.jpg` reads as `gpj.exe`. */
// oxlint-disable-next-line no-control-regex -- exactly these are replaced
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069<>:"|?*]/g;

/** What the sender called a file, without folders and unsafe characters; '' when nothing is left. */
export function plainFileName(sentName: string): string {
  const base = sentName.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1);
  return base?.replace(UNSAFE, '_').replace(/^[\s.]+|[\s.]+$/g, '') ?? '';
}

/**
 * The name under which a file is shown and saved: what the sender called it, without folders and unsafe characters,
 * ending as its content says.
 */
export function shownFileName(sentName: string, kind: FileKind): string {
  const base = plainFileName(sentName);
  const known = kind.extensions.find((extension) => base.toLowerCase().endsWith(extension));
  const extension = known === undefined ? kind.extensions[0] : base.slice(-known.length);
  const stem = known === undefined ? base : base.slice(0, -known.length);
  return `${[...stem].slice(0, NAME_MAX).join('') || 'file'}${extension}`;
}
