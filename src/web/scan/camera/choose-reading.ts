/** Which of the symbols in a picture is meant, and when it counts as shown anew. Pure. */
import { readItemCode } from '../../../modules/item-codes/item-code.ts';
import type { Reading } from './decode-message.ts';

/** A label may bear the same code twice; its two-dimensional symbol also says which print of the label it is. */
const NAMES_LABEL_VERSION = 2;
const IS_OUR_CODE = 1;

function rank(text: string): number {
  const code = readItemCode(text);
  if (!code.ok) return 0;
  return code.labelVersion === null ? IS_OUR_CODE : NAMES_LABEL_VERSION;
}

/** Our own codes before a maker's barcode, labels with a version before those without, then nearest to the middle. */
export function chooseReading(
  readings: readonly Reading[],
  picture: { readonly width: number; readonly height: number },
): string | undefined {
  const away = ({ centreX, centreY }: Reading) =>
    Math.hypot(centreX - picture.width / 2, centreY - picture.height / 2);
  const best = [...readings].sort((a, b) => rank(b.text) - rank(a.text) || away(a) - away(b))[0];
  return best?.text;
}

/** The same thing shows the same subject, whichever of its symbols was read. */
function subjectOf(text: string): string {
  const code = readItemCode(text);
  return code.ok ? code.code : text;
}

export interface RepeatGate {
  /** Takes what the next picture shows; answers it only when it was not in view just before. */
  readonly pass: (text: string | undefined) => string | undefined;
}

/** A symbol that stays in view is reported once; it counts anew after `picturesWithout` pictures without it. */
export function createRepeatGate(picturesWithout: number): RepeatGate {
  let shown: string | undefined;
  let missed = 0;
  return {
    pass(text) {
      const subject = text === undefined ? undefined : subjectOf(text);
      if (subject === undefined || subject === shown) {
        missed = subject === undefined ? missed + 1 : 0;
        if (missed >= picturesWithout) shown = undefined;
        return undefined;
      }
      shown = subject;
      missed = 0;
      return text;
    },
  };
}
