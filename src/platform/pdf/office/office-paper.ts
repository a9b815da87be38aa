/** What an office paper consists of: texts that are ready to be set. Pure. */
import type { CellAlign } from '../table-cells.ts';

export interface OfficeFact {
  readonly label: string;
  readonly value: string;
}

export interface OfficeColumn {
  readonly title: string;
  readonly align: CellAlign;
  /** Only texts are broken into lines; everything else has the lines that it came with, set smaller where one does not fit. */
  readonly wraps: boolean;
}

export interface SignaturePlace {
  readonly role: string;
  /** Whose signature it is; empty where the name is written by hand. */
  readonly name: string;
  /** The instant of the signature or how it was given; empty leaves a line for the date. */
  readonly signed: string;
  /** SHA-256 of a signature drawn on a screen. */
  readonly sha256: string | null;
}

/** A label to be cut out and stuck on. */
export interface OfficeLabel {
  readonly code: OfficeCode | null;
  readonly title: string;
  readonly warning: string;
  readonly facts: readonly OfficeFact[];
  readonly signers: readonly string[];
  readonly foot: string;
}

export type OfficePart =
  /** Facts beside each other in a row; a row with fewer than the others is merged to the right edge. */
  | { readonly kind: 'facts'; readonly rows: readonly (readonly OfficeFact[])[] }
  | {
      readonly kind: 'text';
      readonly heading: string;
      /** 主送机关: whom the text is for, at the edge where paragraphs are indented. */
      readonly addressee?: string | undefined;
      readonly paragraphs: readonly string[];
    }
  | {
      readonly kind: 'table';
      readonly heading: string;
      readonly columns: readonly OfficeColumn[];
      readonly rows: readonly (readonly string[])[];
      /** Said across the table where there are no rows. */
      readonly noRows: string;
      /** By row: what stands at the foot on the right of a page of which it is the last. */
      readonly footMarks?: readonly string[];
      /** How many of the last rows are sums, which stand on the page of the row before them. */
      readonly sumRows?: number | undefined;
    }
  | {
      readonly kind: 'pictures';
      readonly heading: string;
      readonly pictures: readonly { readonly sha256: string; readonly caption: string }[];
    }
  | { readonly kind: 'labels'; readonly labels: readonly OfficeLabel[] }
  | { readonly kind: 'signatures'; readonly places: readonly SignaturePlace[] };

export type PartOf<Kind extends OfficePart['kind']> = Extract<OfficePart, { kind: Kind }>;

/** A square code, one byte a module, 1 is black. */
export interface OfficeCode {
  readonly side: number;
  readonly modules: Uint8Array;
}

export interface OfficePaper {
  readonly court: string;
  readonly title: string;
  readonly number: string;
  readonly orientation: 'portrait' | 'landscape';
  readonly parts: readonly OfficePart[];
  readonly code: OfficeCode | null;
  /** Stands in the upper left corner: 正本, 副本, 作废. */
  readonly marks: readonly string[];
  /** Stands at the foot of every page on the left and on the right. */
  readonly footLeft: string;
  readonly footRight: string;
  readonly createdAt: Date;
  readonly language: 'zh' | 'en';
}
