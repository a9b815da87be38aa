/** Who escorts a visitor (陪同保管员): somebody who answers for the room, there the whole time. Pure. */
import type { Stay } from './visit.rules.ts';

export interface EscortGrounds {
  /** People of the court who enter, the first who was named first, and those who are inside. */
  readonly staff: readonly Stay[];
  /** Custodian and deputies of the room at that moment. */
  readonly answeringIds: readonly string[];
  /** Who was named as escort; null: nobody was. */
  readonly namedId: string | null;
  readonly span: { readonly fromMs: number; readonly toMs: number };
}

function isThereThroughout({ enteredAtMs, leftAtMs }: Stay, { span }: EscortGrounds): boolean {
  return enteredAtMs <= span.fromMs && (leftAtMs ?? Number.POSITIVE_INFINITY) >= span.toMs;
}

/** Whoever was named, or else who answers for the room before anybody else; undefined: nobody is there the whole time. */
export function chooseEscort(grounds: EscortGrounds): Stay | undefined {
  const { staff, answeringIds, namedId } = grounds;
  const there = staff.filter((stay) => isThereThroughout(stay, grounds));
  if (namedId !== null) return there.find(({ personId }) => personId === namedId);
  return there.find(({ personId }) => personId !== null && answeringIds.includes(personId)) ?? there[0];
}

/** Where nobody answers for the room, and while it is handed over, whoever of the court is there escorts. */
export function mayEscort(
  escort: Stay,
  room: { readonly answeringIds: readonly string[]; readonly isHandedOver: boolean },
): boolean {
  if (room.isHandedOver || room.answeringIds.length === 0) return true;
  return escort.personId !== null && room.answeringIds.includes(escort.personId);
}
