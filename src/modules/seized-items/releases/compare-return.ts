/**
 * What comes back beside what left: quantity, seal, appearance, condition, odometer. A difference is never taken in
 * silently: it becomes an incident (T20), or is explained once the incident is closed. Pure; runs in the browser too.
 */
import { compareDecimals } from '../../../platform/decimal.ts';
import { sayQuantity } from '../../../platform/quantity.ts';
import { isDrivenWithin, kilometresBetween, readOdometer } from '../odometers/odometer.rules.ts';
import type { ReleaseKind } from './release-kinds.ts';

export type DifferenceKind = 'short' | 'damaged' | 'seal_broken' | 'swapped' | 'misused';

export interface Difference {
  readonly kind: DifferenceKind;
  readonly zh: string;
  readonly en: string;
}

/** As it left, less what was consumed meanwhile. */
export interface WhatLeft {
  readonly kind: ReleaseKind;
  readonly quantity: string;
  readonly unit: string;
  readonly seal: string | null;
  readonly odometer: string | null;
  /** How far the approval let it be driven, there and back; null: not at all. */
  readonly allowedKm: string | null;
}

export interface WhatCameBack {
  readonly quantity: string;
  readonly seal: string | null;
  /** Said when an examination had to open it. */
  readonly sealReason: string | null;
  readonly isAsPictured: boolean;
  readonly isConditionSame: boolean;
  readonly odometer: string | null;
}

function differenceOfSeal(left: WhatLeft, back: WhatCameBack): Difference | null {
  if (left.seal === back.seal) return null;
  const mayOpen = left.kind === 'examination' && back.sealReason !== null;
  if (mayOpen || (left.seal === null && back.sealReason !== null)) return null;
  const [was, is] = [left.seal ?? '未加封', back.seal ?? '无封条'];
  return {
    kind: 'seal_broken',
    zh: `封条不符：出库时 ${was}，归还时 ${is}`,
    en: `The seal differs: ${left.seal ?? 'none'} when it left, ${back.seal ?? 'none'} now`,
  };
}

function differenceOfOdometer(left: WhatLeft, back: WhatCameBack): Difference | null {
  const was = readOdometer(left.odometer);
  if (was.kind !== 'km') return null;
  const allowedKm = left.allowedKm ?? '0';
  const driven = kilometresBetween(was.km, back.odometer);
  if (driven !== null && isDrivenWithin(driven, allowedKm)) return null;
  const [more, moreEn] =
    driven === null
      ? ['', '']
      : [`，相差 ${driven} 公里，批准行驶 ${allowedKm} 公里`, `: ${driven} km, ${allowedKm} allowed`];
  return {
    kind: 'misused',
    zh: `里程表不符：出库时 ${was.km}，归还时 ${back.odometer ?? '未读'}${more}`,
    en: `The odometer differs: ${was.km} when it left, ${back.odometer ?? 'not read'} now${moreEn}`,
  };
}

/** In the order in which they weigh. */
export function compareReturn(left: WhatLeft, back: WhatCameBack): Difference[] {
  const order = compareDecimals(back.quantity, left.quantity);
  const [was, is] = [sayQuantity(left.quantity, left.unit), sayQuantity(back.quantity, left.unit)];
  const seal = differenceOfSeal(left, back);
  const odometer = differenceOfOdometer(left, back);
  return [
    ...(order === 0
      ? []
      : [
          {
            kind: order < 0 ? ('short' as const) : ('swapped' as const),
            zh: `数量不符：应还 ${was.zh}，实还 ${is.zh}`,
            en: `The quantity differs: ${was.en} left, ${is.en} came back`,
          },
        ]),
    ...(back.isAsPictured
      ? []
      : [{ kind: 'swapped' as const, zh: '与出库照片不符', en: 'It does not look like its photos' }]),
    ...(seal === null ? [] : [seal]),
    ...(back.isConditionSame
      ? []
      : [{ kind: 'damaged' as const, zh: '状况与出库时不符', en: 'Its condition differs' }]),
    ...(odometer === null ? [] : [odometer]),
  ];
}

/** The text that an incident report begins with. */
export function describeDifferences(differences: readonly Difference[]): string {
  return differences.map(({ zh }) => zh).join('；');
}

/** The whole report: what differs, then what the person adds. */
export function reportDifferences(differences: readonly Difference[], added: string): string {
  return `${describeDifferences(differences)}。${added}`;
}
