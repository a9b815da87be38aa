/**
 * Who may collect what is returned (T15, 刑诉法解释 438, 445): the right holder whom the line names, or else whoever is
 * recorded as the owner; everybody else comes for one of them with a proof. What several own leaves with the consent of
 * the others, unless the judgment gave each a part; where nobody is named, whoever comes proves the right. Pure.
 */
import type { TakerRelation } from './judgment-orders.ts';

export interface TakerQuestion {
  readonly name: string;
  readonly relation: TakerRelation;
  /** Whom the line or the ground names; null: nobody. */
  readonly named: string | null;
  /** Recorded as owners, as far as they are parties still. */
  readonly owners: readonly string[];
  /** Lines in force about the item, each of which gives a part to somebody. */
  readonly lineCount: number;
  readonly saysCoOwners: boolean;
  readonly hasConsent: boolean;
  readonly hasProof: boolean;
}

export type TakerReason = 'TAKER_NOT_RIGHT_HOLDER' | 'RIGHT_UNPROVED' | 'CO_OWNERS_CONSENT_MISSING';

/** What a judgment writes where it knows nobody. */
const NOBODY = /不明|不详|未知|待查|未查明|无名/u;

/** Without what only a form of writing adds: blanks, dots between the parts of a name, a remark in brackets. */
function plainName(name: string): string {
  return name
    .replaceAll(/（[^）]*）|\([^)]*\)/gu, '')
    .replaceAll(/[\s·•・‧．.]/gu, '')
    .toLowerCase();
}

/** `甲、乙`: a line may name several. */
function namesIn(text: string): string[] {
  if (NOBODY.test(text)) return [];
  return text.split(/[、，,；;]/u).flatMap((part) => plainName(part) || []);
}

export function isNamed(name: string, named: string): boolean {
  return namesIn(named).includes(plainName(name));
}

/** Whom it belongs to: what the judgment says goes before what was recorded. */
function holdersOf({ named, owners }: TakerQuestion): string[] {
  const ofLine = named === null ? [] : namesIn(named);
  return ofLine.length > 0 ? ofLine : owners.map(plainName);
}

export function objectToTaker(question: TakerQuestion): TakerReason | null {
  const { name, relation, owners, named, lineCount, saysCoOwners, hasConsent, hasProof } = question;
  const holders = holdersOf(question);
  if (relation === 'self' && holders.length > 0 && !holders.includes(plainName(name)))
    return 'TAKER_NOT_RIGHT_HOLDER';
  if (holders.length === 0 && !hasProof) return 'RIGHT_UNPROVED';
  const isDivided = named !== null && lineCount >= owners.length;
  const hasCoOwners = holders.length > 1 || (owners.length > 1 && !isDivided);
  return (saysCoOwners || hasCoOwners) && !hasConsent ? 'CO_OWNERS_CONSENT_MISSING' : null;
}
