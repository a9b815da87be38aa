/** Where the page of a thing is, by what kind of thing it is. */
export type ThingKind = 'fixed-asset' | 'seized-item' | 'container' | 'place' | 'person';

/** `keepsAccounts`: administrators come to a person for the account, everybody else for what the person holds. */
export function thingAddress(kind: ThingKind, id: string, keepsAccounts = false): string {
  const segment = encodeURIComponent(id);
  switch (kind) {
    case 'fixed-asset':
      return `/assets/${segment}`;
    case 'seized-item':
      return `/seized-items/${segment}`;
    case 'container':
      return `/containers/${segment}`;
    case 'place':
      return `/places/${segment}`;
    case 'person':
      return keepsAccounts ? `/people/${segment}` : `/people/${segment}/holdings`;
  }
}
