/** The tar format (POSIX ustar), as far as a backup needs it: regular files. */

export const TAR_BLOCK_BYTES = 512;
const NAME_BYTES = 100;
const PREFIX_BYTES = 155;

function splitName(name: string): { prefix: string; base: string } {
  if (Buffer.byteLength(name) <= NAME_BYTES) return { prefix: '', base: name };
  for (let at = name.indexOf('/'); at > 0; at = name.indexOf('/', at + 1)) {
    const [prefix, base] = [name.slice(0, at), name.slice(at + 1)];
    if (Buffer.byteLength(prefix) <= PREFIX_BYTES && Buffer.byteLength(base) <= NAME_BYTES)
      return { prefix, base };
  }
  throw new RangeError(`the name is too long for a backup: ${name}`);
}

function octal(value: number, bytes: number): string {
  return `${value.toString(8).padStart(bytes - 1, '0')}\0`;
}

/** The header of an entry. Sizes up to 8 GiB; names up to 255 bytes with a slash at a fitting place. */
export function tarHeader(name: string, sizeBytes: number, modifiedAt: Date): Buffer {
  if (sizeBytes >= 8 ** 11) throw new RangeError(`the file is too large for a backup: ${name}`);
  const { prefix, base } = splitName(name);
  const header = Buffer.alloc(TAR_BLOCK_BYTES);
  header.write(base, 0);
  header.write(octal(0o600, 8), 100);
  header.write(octal(0, 8), 108);
  header.write(octal(0, 8), 116);
  header.write(octal(sizeBytes, 12), 124);
  header.write(octal(Math.floor(modifiedAt.getTime() / 1000), 12), 136);
  header.write('        ', 148);
  header.write('0', 156);
  header.write('ustar\u000000', 257);
  header.write(prefix, 345);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${octal(sum, 7)} `, 148);
  return header;
}

/** What follows the content of an entry, up to the next whole block. */
export function tarPadding(sizeBytes: number): Buffer {
  return Buffer.alloc((TAR_BLOCK_BYTES - (sizeBytes % TAR_BLOCK_BYTES)) % TAR_BLOCK_BYTES);
}

/** What follows the last entry. */
export function tarEnd(): Buffer {
  return Buffer.alloc(2 * TAR_BLOCK_BYTES);
}
