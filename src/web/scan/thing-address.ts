/** Where the page of a thing is, by what kind of thing it is. */
export type ThingKind = 'fixed-asset' | 'place' | 'person';

const PAGES: Record<ThingKind, (id: string) => string> = {
  'fixed-asset': (id) => `/assets/${id}`,
  place: (id) => `/places/${id}`,
  person: (id) => `/people/${id}/holdings`,
};

export function thingAddress(kind: ThingKind, id: string): string {
  return PAGES[kind](encodeURIComponent(id));
}
