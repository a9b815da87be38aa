/**
 * The hard situations of seized property, by the number that titles of tests begin with: how many there are, and what of
 * them has no test yet, with the reason. Everything that is not listed here is tested.
 */
export const SITUATION_COUNT = 70;

export const WITHOUT_TEST: Readonly<Record<number, string>> = {};

/** Tested as far as it goes. */
export const PARTLY_TESTED: Readonly<Record<number, string>> = {
  24: 'an old label is refused by the scan page, the count and the move of a room, a second scan by the count; two labels of one version are told apart by where and when they are scanned and by two people who identify the thing before it is printed again, not while both are scanned in the room in which the thing lies',
  56: 'boxes are drawn for a sampling count; the stocktake that takes the draw comes with stocktakes',
  60: 'no way leads from a seized car to a court car; the card made after the allotment comes with vehicles',
  61: 'the result 串账 of a stocktake comes with stocktakes',
};
