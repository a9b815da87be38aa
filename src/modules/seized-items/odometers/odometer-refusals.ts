/** Why a vehicle does not move on: its odometer. Runs in the browser too. */
import { defineRefusals, Refusal, type Facts, type Problem } from '../../../platform/errors.ts';

/** In order of precedence: an earlier reason hides a later one. */
export const ODOMETER_REFUSALS = defineRefusals({
  NOT_A_VEHICLE: {
    status: 409,
    zh: '该物品不是车辆，没有里程表可读。',
    en: 'The item is no vehicle and has no odometer.',
  },
  ODOMETER_AT_INSPECTION: {
    status: 409,
    zh: '该车在外部保管中，请在其出库单“登记巡查”时读取里程。',
    en: 'The car is with an outside keeper. Its odometer is read with “Record an inspection” on the page of its release.',
  },
  ODOMETER_MISSING: {
    status: 409,
    zh: '请填写车辆里程表读数；读不出的填“读不出”并说明原因。',
    en: 'Give the reading of the odometer; where it cannot be read write “unreadable” and why.',
  },
  ODOMETER_NONSENSE: {
    status: 409,
    zh: '里程表读数须为公里数，例如 52300；读不出的填“读不出”。',
    en: 'The reading is a number of kilometres such as 52300, or “unreadable”.',
  },
  ODOMETER_WENT_UP: {
    status: 409,
    zh: '里程表上次 {before} 公里，现为 {now} 公里，多出 {difference} 公里（批准行驶 {allowed} 公里）。涉案车辆未经批准不得行驶：本表有“情况说明”的请一并写明，没有的先到物品页“读取里程”报告异常，查清后再办理。',
    en: 'The odometer said {before} km and says {now} now: {difference} km more, {allowed} allowed. A seized car is not driven without approval. Say why where this form asks for it; otherwise report an incident first (“Read the odometer” on its page).',
  },
  ODOMETER_WENT_DOWN: {
    status: 409,
    zh: '里程表上次 {before} 公里，现为 {now} 公里，反而减少。可能换表或不是同一辆车，请核对车架号：本表有“情况说明”的请一并写明，没有的先到物品页“读取里程”报告异常。',
    en: 'The odometer said {before} km and says {now} now, which is less. Compare the chassis number. Say why where this form asks for it; otherwise report an incident first (“Read the odometer” on its page).',
  },
  ODOMETERS_REFUSED: {
    status: 409,
    zh: '{count} 辆车的里程表读数有问题，未办理。请逐辆核对，多出的先报告异常。',
    en: 'The odometers of {count} vehicle(s) do not fit and nothing was done. Check each; report an incident where one was driven.',
  },
  ODOMETER_NOT_READ: {
    status: 409,
    zh: '{names}：请先到物品页“读取里程”登记读数（{since}以后的），再办理。',
    en: '{names}: first take the odometer on the page of the item (“Read the odometer”), after {since}.',
  },
});

export type OdometerRefusalReason = keyof typeof ODOMETER_REFUSALS;

/** To be thrown. */
export function refuseOdometer(
  reason: OdometerRefusalReason,
  facts: Facts = {},
  problems: readonly Problem[] = [],
): Refusal {
  return new Refusal(reason, ODOMETER_REFUSALS[reason], facts, problems);
}
