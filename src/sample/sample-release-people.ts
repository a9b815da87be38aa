/** Who takes part in the releases of a sample case. */
import type { SampleStructure } from './sample-court-structure.ts';
import type { ReleasePeople } from './sample-releases.ts';

/** Who asked, decided and handed out; nobody decides on their own request. */
export function releasePeopleOf(
  { accounts, custodians }: SampleStructure,
  { handler }: { readonly handler: ReleasePeople['applicant'] },
  now: Date,
): ReleasePeople {
  const [custodian = handler, second = handler] = custodians;
  const holderOf = (role: string) =>
    accounts.find((account) => account.role === role && account.personId !== handler.id);
  const [head, vice] = [holderOf('department_head'), holderOf('vice_president')];
  const named = (account: typeof head) => ({
    id: account?.personId ?? custodian.id,
    name: account?.fullName ?? custodian.name,
  });
  return {
    applicant: handler,
    head: named(head),
    vice: named(vice),
    ...{ custodian, second },
    custodianIds: custodians.map(({ id }) => id),
    now,
  };
}
