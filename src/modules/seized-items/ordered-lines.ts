/** What judgments order about the items of a case: the module that keeps judgments registers it for the closure proof. */
import type { TenantReader } from '../../platform/database.ts';
import type { OrderedLine } from './closure.ts';

export type OrderedLineSource = (
  reader: TenantReader,
  of: { readonly courtId: number; readonly caseId: string; readonly today: string },
) => Promise<readonly OrderedLine[]>;

let source: OrderedLineSource = () => Promise.resolve([]);

/** Registering again replaces it. */
export function registerOrderedLines(lines: OrderedLineSource): void {
  source = lines;
}

/** The lines that are neither returned nor replaced, in the order of the judgments. */
export const listOrderedLines: OrderedLineSource = (reader, of) => source(reader, of);
