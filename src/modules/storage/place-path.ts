/** How a place is called where not its whole path is needed. Pure; runs in the browser too. */

/** So much of a place's path tells one of a court's places from another: room, rack, shelf. */
const PATH_SHOWN = 3;

export function shortPlace(path: string): string {
  return path.split(' / ').slice(-PATH_SHOWN).join(' / ');
}

/** Two places by their own names, or by their whole paths where those are the same. */
export function tellApart(one: string, other: string): readonly [string, string] {
  const [ofOne, ofOther] = [one, other].map((path) => path.split(' / ').at(-1) ?? path);
  return ofOne === undefined || ofOther === undefined || ofOne === ofOther ? [one, other] : [ofOne, ofOther];
}
