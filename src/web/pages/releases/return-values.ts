/** What the form of things that come back holds, and what it sends. */
import {
  compareReturn,
  reportDifferences,
  type Difference,
} from '../../../modules/seized-items/releases/compare-return.ts';
import { isReleaseKind } from '../../../modules/seized-items/releases/release-kinds.ts';
import type { ReleaseDetail, ReleaseLine } from '../../../modules/seized-items/releases/releases.contract.ts';
import type { LineValues } from './line-checklist.tsx';

export type Answer = 'same' | 'differs';
export interface BackValues {
  quantity: string;
  seal?: string;
  sealReason?: string;
  /** undefined: not looked at yet. */
  isAsPictured?: Answer;
  isConditionSame?: Answer;
  condition: string;
  odometer?: string;
  placeId?: string;
  placeReason?: string;
  incident?: string;
  explanation?: string;
}
export interface ReturnValues {
  lines: Record<string, LineValues>;
  back: Record<string, BackValues>;
  returnerName: string;
  returnerSignature: string;
}

/** What a return is held against beside its lines. */
export type ReturnedRelease = Pick<ReleaseDetail, 'kind' | 'allowedKm'>;

const textOrNull = (text: string | undefined) =>
  text === undefined || text.trim() === '' ? null : text.trim();

export function isReturnable({ itemState }: ReleaseLine): boolean {
  return ['on_loan', 'in_transit', 'kept_elsewhere'].includes(itemState);
}

/** As if everything came back as it left; the person changes what is otherwise, and says how it looks. */
export function startOfReturn(lines: readonly ReleaseLine[]): Pick<ReturnValues, 'lines' | 'back'> {
  return {
    lines: Object.fromEntries(lines.map(({ itemId }) => [itemId, { isTaken: true }])),
    back: Object.fromEntries(
      lines.map((line) => [
        line.itemId,
        {
          quantity: line.quantity,
          seal: line.sealOut ?? '',
          condition: line.conditionOut ?? '',
        },
      ]),
    ),
  };
}

/** Whether the person has looked at everything. */
export function isCompared({ isAsPictured, isConditionSame }: Partial<BackValues>): boolean {
  return isAsPictured !== undefined && isConditionSame !== undefined;
}

/** What differs from what left, by the same rule as the server's. */
export function differencesOf(
  { kind, allowedKm }: ReturnedRelease,
  line: ReleaseLine,
  back: Partial<BackValues>,
): Difference[] {
  if (!isReleaseKind(kind)) return [];
  const { quantity, unit, sealOut: seal, odometerOut: odometer } = line;
  const said = back.quantity ?? '';
  return compareReturn(
    { kind, quantity, unit, seal, odometer, allowedKm },
    {
      quantity: /^\d+(\.\d+)?$/.test(said) ? said : '0',
      seal: textOrNull(back.seal),
      sealReason: textOrNull(back.sealReason),
      isAsPictured: back.isAsPictured !== 'differs',
      isConditionSame: back.isConditionSame !== 'differs',
      odometer: textOrNull(back.odometer),
    },
  );
}

/** The ticked lines, each with what differs as the report of an incident. */
export function returnedLinesOf(
  release: ReturnedRelease,
  lines: readonly ReleaseLine[],
  values: ReturnValues,
) {
  return lines.flatMap((line) => {
    const back = values.back[line.itemId];
    if (back === undefined || values.lines[line.itemId]?.isTaken !== true) return [];
    const differences = differencesOf(release, line, back);
    const explanation = textOrNull(back.explanation);
    const report = textOrNull(back.incident);
    const incident =
      differences.length === 0 || report === null ? null : reportDifferences(differences, report);
    return [
      {
        itemId: line.itemId,
        quantity: back.quantity,
        seal: textOrNull(back.seal),
        sealReason: textOrNull(back.sealReason),
        isAsPictured: back.isAsPictured === 'same',
        isConditionSame: back.isConditionSame === 'same',
        condition: back.condition.trim(),
        odometer: textOrNull(back.odometer),
        placeId: back.placeId ?? '',
        placeReason: textOrNull(back.placeReason),
        incident,
        explanation: incident === null ? explanation : null,
      },
    ];
  });
}
