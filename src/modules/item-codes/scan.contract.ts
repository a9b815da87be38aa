/** What a scanned or typed text means: one answer for every way in which it can be read. Runs in the browser too. */
import { z } from 'zod';
import { declareEndpoint } from '../../platform/endpoint.ts';
import { line } from '../../platform/fields.ts';
import { ITEM_CODE_KINDS, type ItemCodeKind } from './item-code.ts';
import { REPLACEMENT_REASON_KEYS } from './label-version.ts';

// why: the keys of a literal object are its kinds.
const KINDS = Object.keys(ITEM_CODE_KINDS) as [ItemCodeKind, ...ItemCodeKind[]];
export const itemCodeKind = z.enum(KINDS);

const named = z.object({ id: z.string(), name: z.string() });

/** What stands on the screen after a scan: what it is, where it should be, who has it, what can be done. */
export const scannedThing = z.object({
  kind: itemCodeKind,
  id: z.string(),
  courtId: z.int(),
  /** The code that the thing carries now. */
  code: z.string(),
  title: z.string(),
  /** Specification or model as written; of an item its case and quantity. */
  subtitle: z.object({ zh: z.string(), en: z.string() }).nullable(),
  status: z.object({ id: z.string(), zh: z.string(), en: z.string() }).nullable(),
  department: named.nullable(),
  holder: named.nullable(),
  /** Where it should be; of a place: the place above it. */
  place: z.object({ id: z.string().nullable(), path: z.string() }).nullable(),
  /** Since when it is so. */
  since: z.string().nullable(),
  photoFileId: z.string().nullable(),
  /**
   * What this person may do next, likeliest first. Of an asset the keys of its page (`issue`, `return`, …); of a place
   * `move_things_here`; of a person `issue_to_person`; of any thing `print_label` or `replace_label`.
   */
  actions: z.array(z.object({ key: z.string(), zh: z.string(), en: z.string() })),
});
export type ScannedThing = z.output<typeof scannedThing>;

/** How the label that was scanned stands. */
export const scannedLabel = z.object({
  /** null: the scan held the code alone. */
  scannedVersion: z.string().nullable(),
  state: z.enum(['current', 'replaced', 'unknown_version', 'not_in_scan']),
  /** null: no label of this code was ever made. */
  currentVersion: z.string().nullable(),
  replacedAt: z.string().nullable(),
  /** Why it was replaced. */
  reason: z.enum(REPLACEMENT_REASON_KEYS).nullable(),
});
export type ScannedLabel = z.output<typeof scannedLabel>;

/** Why a label cannot be where it was scanned: another thing may bear the same one. */
const scanDoubt = z.object({ key: z.string(), zh: z.string(), en: z.string(), stops: z.boolean() });
export type ScanDoubt = z.output<typeof scanDoubt>;

/** What it means and what to do next. */
const sentence = { zh: z.string(), en: z.string() };
/** The text as it was understood: half-width, upper case, without spaces. */
const text = z.string();

export const scanAnswer = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('thing'),
    ...sentence,
    ...scannedThing.shape,
    label: scannedLabel,
    doubt: scanDoubt.nullable(),
    matchedBy: z.enum(['code', 'alias', 'serial', 'gave_way']),
    /** The code that was scanned, when the thing carries another one since. */
    gaveWay: z.object({ code: z.string(), since: z.string(), reason: z.string().nullable() }).nullable(),
  }),
  z.object({
    outcome: z.literal('several'),
    ...sentence,
    text,
    things: z.array(scannedThing),
    hasMore: z.boolean(),
  }),
  z.object({
    outcome: z.literal('blank_label'),
    ...sentence,
    code: z.string(),
    kind: itemCodeKind,
    state: z.enum(['issued', 'printed']),
    /** null: this person does not work with labels. */
    batch: z.object({ id: z.string(), note: z.string().nullable(), createdAt: z.string() }).nullable(),
    mayBind: z.boolean(),
  }),
  z.object({
    outcome: z.literal('void'),
    ...sentence,
    code: z.string(),
    kind: itemCodeKind,
    since: z.string(),
    /** null: this person does not work with labels. */
    reason: z.string().nullable(),
  }),
  z.object({
    outcome: z.literal('not_yours'),
    ...sentence,
    code: z.string(),
    kind: itemCodeKind,
  }),
  z.object({
    outcome: z.literal('other_court'),
    ...sentence,
    code: z.string(),
    kind: itemCodeKind,
    courtName: z.string(),
  }),
  z.object({ outcome: z.literal('never_issued'), ...sentence, code: z.string(), kind: itemCodeKind }),
  z.object({
    outcome: z.literal('misread'),
    ...sentence,
    /** The shape of a code; `listIntendedCodes` says which codes may have been meant. */
    text,
  }),
  z.object({
    outcome: z.literal('product_code'),
    ...sentence,
    text,
    symbology: z.enum(['EAN-8', 'UPC-A', 'EAN-13', 'GTIN-14']),
  }),
  z.object({ outcome: z.literal('nothing'), ...sentence, text }),
]);
export type ScanAnswer = z.output<typeof scanAnswer>;

export const resolveScan = declareEndpoint({
  name: 'resolveScan',
  kind: 'query',
  method: 'get',
  path: '/scan',
  permission: 'signed-in',
  tag: 'item-codes',
  summary: { zh: '识别扫码或录入的编号', en: 'Say what a scanned or typed number means' },
  query: z.strictObject({
    /** A code in any spacing or case, a link, a serial number, an old number; without control characters. */
    text: line(400),
  }),
  response: scanAnswer,
  isByKey: true,
});
