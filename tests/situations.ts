/**
 * The hard situations of seized property, by the number that titles of tests begin with: how many there are, and what of
 * them has no test yet, with the reason. Everything that is not listed here is tested.
 */
export const SITUATION_COUNT = 70;

export const WITHOUT_TEST: Readonly<Record<number, string>> = {};

/** Tested as far as it goes. */
export const PARTLY_TESTED: Readonly<Record<number, string>> = {
  56: 'boxes are drawn for a sampling count; the stocktake that takes the draw comes with stocktakes',
  60: 'no way leads from a seized car to a court car; the card made after the allotment comes with vehicles',
  61: 'the result 串账 of a stocktake comes with stocktakes',
};
