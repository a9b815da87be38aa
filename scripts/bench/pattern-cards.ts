/** A few thousand different cards, with the words under which the product finds them. */
import { cardGramsOf, type AssetCard } from '../../src/modules/fixed-assets/asset-card.ts';
import { cardRowOf } from '../../src/modules/fixed-assets/new-asset.sql.ts';
import { SAMPLE_KINDS } from '../../src/sample/catalogue.ts';
import { drawCard } from '../../src/sample/draw-card.ts';
import { seededRandom } from '../../src/sample/random.ts';

const SEED = 20_261_124;
export const PATTERN_COUNT = 4000;
/** Stands on one card in so many. */
export const RARE_EVERY = 5000;
export const RARE_WORD = '石狮';
/** On one card of a hundred: ten thousand hits in a million. */
export const COMMON_WORD = '执行指挥';
const COMMON_EVERY = 100;

export interface PatternCard {
  readonly n: number;
  readonly grams: readonly number[];
  /** As the first entry of a book keeps it. */
  readonly card: AssetCard;
  readonly row: Readonly<Record<string, string | number | null>>;
}

function patternOf(n: number, card: AssetCard): PatternCard {
  return { n, card, grams: cardGramsOf(card), row: cardRowOf(card) };
}

/** Cards 1 to PATTERN_COUNT; the last one alone has the rare word in its name. */
export function drawPatternCards(managingDepartmentId: string | null): PatternCard[] {
  const random = seededRandom(SEED);
  const now = new Date('2026-11-20T02:00:00Z');
  const registerSince = new Date('2024-11-20T02:00:00Z');
  return Array.from({ length: PATTERN_COUNT }, (_, index) => {
    const n = index + 1;
    const drawn = drawCard(random, random.pickWeighted(SAMPLE_KINDS), {
      now,
      registerSince,
      number: n,
      managingDepartmentId: managingDepartmentId ?? '',
      lifeYears: 6,
    });
    const card = { ...drawn, managingDepartmentId };
    if (n === PATTERN_COUNT) return patternOf(n, { ...card, name: `${RARE_WORD}（一对）` });
    return patternOf(n, n % COMMON_EVERY === 0 ? { ...card, notes: `${COMMON_WORD}中心在用` } : card);
  });
}
