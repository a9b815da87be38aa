/**
 * Text that looks like the keys of virtual currency: whoever reads it can take the money, so it is never stored.
 * A transaction hash has the shape of a raw private key; it may stand where a transaction hash is asked for. Pure.
 */

const LATIN_WORDS = /(?:^|[^\p{L}])((?:[a-z]{3,8}[\s,、;]+){11,23}[a-z]{3,8})(?=$|[^\p{L}])/u;
const HAN_WORDS = /(?:^|[^\p{L}])((?:\p{Script=Han}[\s,、]+){11,23}\p{Script=Han})(?=$|[^\p{L}])/u;
/** Wallet import format, extended private keys, PEM. */
const ENCODED = [
  /(?:^|[^1-9A-HJ-NP-Za-km-z])(?:5[1-9A-HJ-NP-Za-km-z]{50}|[KL][1-9A-HJ-NP-Za-km-z]{51})(?![1-9A-HJ-NP-Za-km-z])/,
  /\b[xyzt]prv[1-9A-HJ-NP-Za-km-z]{90,120}\b/,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
];
const RAW_HEX = /(?:^|[^0-9a-fA-F])(?:0x)?[0-9a-fA-F]{64}(?![0-9a-fA-F])/;
/** Lengths of mnemonics. */
const SEED_LENGTHS = new Set([12, 15, 18, 21, 24]);

function isSeedPhrase(words: string | undefined): boolean {
  return words !== undefined && SEED_LENGTHS.has(words.split(/[\s,、;]+/u).length);
}

/** Whether a text may hold a seed phrase or a private key. */
export function looksLikeKeyMaterial(text: string, mayBeTransactionHash = false): boolean {
  const folded = text.normalize('NFKC');
  return (
    isSeedPhrase(LATIN_WORDS.exec(folded.toLowerCase())?.[1]) ||
    isSeedPhrase(HAN_WORDS.exec(folded)?.[1]) ||
    ENCODED.some((pattern) => pattern.test(folded)) ||
    (!mayBeTransactionHash && RAW_HEX.test(folded))
  );
}

/** Where a transaction hash is asked for. */
const HASH_FIELD = 'transactionHash';

/** The path of the first text inside a value that looks like key material; null: none does. */
export function findKeyMaterial(value: unknown, path = 'body'): string | null {
  if (typeof value === 'string')
    return looksLikeKeyMaterial(value, path.endsWith(`.${HASH_FIELD}`)) ? path : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, inner] of Object.entries(value)) {
    const found = findKeyMaterial(inner, `${path}.${key}`);
    if (found !== null) return found;
  }
  return null;
}
