/** Template and content become what is drawn on one label. Pure, but for the measures of the typeface. */
import type { LabelElement, LabelTemplate } from '../template.contract.ts';
import { fieldsNamedIn } from '../template.rules.ts';
import { groupItemCode } from '../../item-codes/item-code.ts';
import type { DisplayList } from './display-list.ts';
import { drawElement, type DrawnElement } from './draw-element.ts';
import { drawRefusedLabel } from './draw-refused-label.ts';
import { containsIdentityNumber } from './identity-number.ts';
import { encodedText, type LabelContent, type LabelDevice, type LabelProblem } from './label-content.ts';
import { identityNumber } from './label-problems.ts';
import { listItems } from './list-items.ts';
import { findTouchedQuietZones } from './quiet-zones.ts';

export interface ComposedLabel {
  /** Of a refused label: a note that says which one it is and why, and carries no code. */
  readonly display: DisplayList;
  readonly problems: readonly LabelProblem[];
}

/** Kinds of things whose labels must not show numbers of identity cards. */
const CONFIDENTIAL_KINDS = new Set(['S', 'B', 'D']);

/** So that texts of which no two labels share one do not fill the memory. */
const DRAWN_MAX = 1000;

/** Elements that are the same on every label, or on all with the same texts, by template and device. */
const drawnOnce = new WeakMap<LabelTemplate, Map<string, DrawnElement>>();

/**
 * Draws the label in dots of the device. A problem that is `refused` says that the label must not be used; what is drawn
 * then is a note in its place. A `warning` (text cut, character that the typeface lacks) leaves a good label.
 */
export function composeLabel(
  template: LabelTemplate,
  content: LabelContent,
  device: LabelDevice,
): ComposedLabel {
  const drawn = drawElements(template, content, device, drawnTexts);
  const problems = problemsOf(template, content, drawn);
  if (problems.some(({ severity }) => severity === 'refused'))
    return { display: drawRefusedLabel(template, content, device, problems), problems };
  return {
    display: listItems(
      template,
      device,
      drawn.flatMap(({ items }) => items),
    ),
    problems,
  };
}

/** The problems that `composeLabel` would answer, ten times as fast: codes that are alike are drawn once. */
export function findLabelProblems(
  template: LabelTemplate,
  content: LabelContent,
  device: LabelDevice,
): readonly LabelProblem[] {
  return problemsOf(template, content, drawElements(template, content, device, measuredTexts));
}

function problemsOf(
  template: LabelTemplate,
  content: LabelContent,
  drawn: readonly DrawnElement[],
): LabelProblem[] {
  return [
    ...drawn.flatMap((each) => each.problems),
    ...findTouchedQuietZones(drawn),
    ...confidentialProblems(template, content),
  ];
}

/** The texts that an element's drawing depends on; null: on more than comes a second time. */
type RecurringTexts = (element: LabelElement, content: LabelContent) => readonly string[] | null;

function drawElements(
  template: LabelTemplate,
  content: LabelContent,
  device: LabelDevice,
  textsOf: RecurringTexts,
): DrawnElement[] {
  const fields = {
    ...content.fields,
    code: groupItemCode(content.code),
    version: content.version,
  };
  const filled = { ...content, fields };
  const known = drawnOnce.get(template) ?? new Map<string, DrawnElement>();
  drawnOnce.set(template, known);
  return template.elements.map((element, index) => {
    const texts = textsOf(element, filled);
    if (texts === null) return drawElement(element, index, filled, device.dpi);
    const key = [device.dpi, index, ...texts].join('\0');
    const drawn = known.get(key) ?? drawElement(element, index, filled, device.dpi);
    if (known.size >= DRAWN_MAX) known.clear();
    known.set(key, drawn);
    return drawn;
  });
}

function drawnTexts(element: LabelElement, { fields }: LabelContent): readonly string[] | null {
  switch (element.type) {
    case 'text': {
      const named = fieldsNamedIn(element.text);
      return named.includes('code') ? null : named.map((id) => fields[id] ?? '');
    }
    case 'line':
    case 'box':
    case 'picture':
      return [];
    default:
      return null;
  }
}

/** How large a code becomes follows from which of its characters are digits and which are capitals. */
function measuredTexts(element: LabelElement, content: LabelContent): readonly string[] | null {
  if (element.type !== 'qr' && element.type !== 'datamatrix' && element.type !== 'code128')
    return drawnTexts(element, content);
  const held = encodedText(element, content);
  return [(held ?? '').replace(/\d/g, '0').replace(/[A-Z]/g, 'A')];
}

function confidentialProblems(template: LabelTemplate, content: LabelContent): LabelProblem[] {
  if (!CONFIDENTIAL_KINDS.has(content.code.charAt(0))) return [];
  return template.elements.flatMap((element, index) => {
    if (element.type !== 'text') return [];
    const texts = fieldsNamedIn(element.text).map((id) => content.fields[id] ?? '');
    return texts.some(containsIdentityNumber) ? [{ ...identityNumber(), path: `elements.${index}` }] : [];
  });
}
