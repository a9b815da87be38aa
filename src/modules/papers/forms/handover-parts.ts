/** Pieces that the count sheet and the record of a handover share. Pure. */
import type { HandoverAnswer } from '../../rooms/handovers.contract.ts';
import type { SigningRole } from '../../rooms/handover.rules.ts';
import { sayParticulars } from '../../rooms/particulars.ts';
import { instantSaid } from './entry-words.ts';
import { place } from './paper-parts.ts';

type Line = HandoverAnswer['lines'][number];

/** `应点 182 件，相符 180 件，未见 2 件，清单外 0 件`, with what is not counted yet. */
export function countedSaid({ lines }: HandoverAnswer): string {
  const count = (result: Line['result']) => lines.filter((line) => line.result === result).length;
  const surplus = count('surplus');
  const pending = count('pending');
  const said = `应点 ${lines.length - surplus} 件，相符 ${count('found')} 件，未见 ${count('explained')} 件，清单外 ${surplus} 件`;
  return pending === 0 ? said : `${said}，未核对 ${pending} 件`;
}

/** What the list says of a thing beside its name, with what somebody wrote. */
export function contentSaid(
  { particulars, detail }: Pick<Line, 'particulars' | 'detail'>,
  parts?: { readonly seal: boolean },
): string {
  const said = particulars === null ? null : sayParticulars(particulars, parts).zh;
  return [said, detail].filter((part) => part !== null).join(' · ');
}

/** Where in the room a thing lies; the room itself stands on top of the paper. */
export function placeInRoom({ roomPath }: HandoverAnswer, { placePath }: Line): string {
  if (placePath === null) return '';
  const inside = `${roomPath} / `;
  return placePath.startsWith(inside) ? placePath.slice(inside.length) : placePath;
}

export function signedPlaces(
  { signatures }: HandoverAnswer,
  roles: Readonly<Record<SigningRole, string>>,
): ReturnType<typeof place>[] {
  return signatures.map(({ role, person, signedAt }) =>
    place(roles[role], person.name, signedAt === null ? '' : `${instantSaid(signedAt)} 确认码签字`),
  );
}
