/** What a paper says, word by word, as it is kept and hashed when it is issued: it can be set again at any time. Pure. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '../../platform/canonical-json.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const fact = z.strictObject({ label: z.string(), value: z.string() });
const column = z.strictObject({
  title: z.string(),
  align: z.enum(['left', 'center', 'right']),
  wraps: z.boolean(),
});

const part = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('facts'), rows: z.array(z.array(fact)) }),
  z.strictObject({
    kind: z.literal('text'),
    heading: z.string(),
    addressee: z.string().optional(),
    paragraphs: z.array(z.string()),
  }),
  z.strictObject({
    kind: z.literal('table'),
    heading: z.string(),
    columns: z.array(column),
    rows: z.array(z.array(z.string())),
    noRows: z.string(),
    sumRows: z.int().min(0).optional(),
  }),
  z.strictObject({
    kind: z.literal('pictures'),
    heading: z.string(),
    pictures: z.array(z.strictObject({ sha256, caption: z.string() })),
  }),
  z.strictObject({
    kind: z.literal('labels'),
    labels: z.array(
      z.strictObject({
        /** What its square code holds. */
        code: z.string(),
        title: z.string(),
        warning: z.string(),
        facts: z.array(fact),
        /** Who signs by hand. */
        signers: z.array(z.string()),
        foot: z.string(),
      }),
    ),
  }),
  z.strictObject({
    kind: z.literal('signatures'),
    places: z.array(
      z.strictObject({
        role: z.string(),
        name: z.string(),
        signed: z.string(),
        sha256: sha256.nullable(),
      }),
    ),
  }),
]);
export type PaperPart = z.output<typeof part>;

export const paperContent = z.strictObject({
  /** How it is set; a later way of setting papers gets another number and leaves the earlier ones as they are. */
  layout: z.literal(1),
  form: z.string(),
  court: z.string(),
  title: z.string(),
  number: z.string(),
  orientation: z.enum(['portrait', 'landscape']),
  issuedAt: z.string(),
  issuedByName: z.string(),
  parts: z.array(part),
});
export type PaperContent = z.output<typeof paperContent>;

/** SHA-256 over the RFC 8785 form. */
export function hashContent(content: PaperContent): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}

/** Pictures and signatures that the paper shows, by SHA-256. */
export function picturesOf({ parts }: PaperContent): string[] {
  const all = parts.flatMap((one) => {
    if (one.kind === 'pictures') return one.pictures.map((picture) => picture.sha256);
    if (one.kind === 'signatures') return one.places.flatMap((place) => place.sha256 ?? []);
    return [];
  });
  return [...new Set(all)];
}

/** What the code on the paper holds: which paper it is and what it says. Capitals keep the code small. */
export function codeOfPaper(paper: { readonly id: string; readonly contentSha256: string }): string {
  return `PAPER:${paper.id}:${paper.contentSha256.slice(0, 16)}`.toUpperCase();
}
