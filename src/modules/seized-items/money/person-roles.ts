/** Who must be there when money is moved. Pure. */

/** Whether two people together are a custodian and a finance officer, each in a role of their own. */
export function areCustodianAndFinance(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const pairs = [
    [one, other],
    [other, one],
  ] as const;
  return pairs.some(
    ([custodian, finance]) => custodian.has('property_custodian') && finance.has('finance_officer'),
  );
}
