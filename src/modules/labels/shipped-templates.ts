/** The templates that ship with the program, loaded at its start: version 0 of each. */
import type { LabelTemplate } from './template.contract.ts';

let shipped: ReadonlyMap<string, LabelTemplate> = new Map();

/** Called once by the process. */
export function useShippedTemplates(templates: ReadonlyMap<string, LabelTemplate>): void {
  shipped = templates;
}

/** By key, in the order in which lists show them. */
export function shippedTemplates(): ReadonlyMap<string, LabelTemplate> {
  return shipped;
}
