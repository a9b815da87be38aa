/**
 * Whether the class of a card fits its name. Codes of the 2010 edition look like those of GB/T 14885-2022 and mean
 * something else (A02010104 was the desktop computer and is the server now), so a register that was typed off old
 * cards is wrong without anybody noticing. Pure.
 */

export const CLASS_WARNINGS = ['CODE_OF_OLD_EDITION', 'NAME_SUGGESTS_OTHER_CLASS'] as const;
export type ClassWarningCode = (typeof CLASS_WARNINGS)[number];

export interface ClassName {
  readonly code: string;
  readonly name: string;
}

export interface ClassWarning {
  readonly code: ClassWarningCode;
  readonly suggestedClassCode: string | null;
  readonly suggestedClassName: string | null;
  readonly zh: string;
  readonly en: string;
}

interface WordOfClass {
  readonly words: RegExp;
  readonly classCode: string;
}

/** Words by which offices call a thing, and its class in GB/T 14885-2022. The first that fits counts. */
const WORDS_OF_CLASSES: readonly WordOfClass[] = [
  { words: /笔记本电脑|笔记本计算机|便携式|手提电脑|手提计算机|移动工作站/, classCode: 'A02010108' },
  { words: /台式|一体机电脑|一体式计算机/, classCode: 'A02010105' },
  { words: /服务器(?!机柜|机架)/, classCode: 'A02010104' },
];

/** Classes that a name can suggest from any branch of the table. */
export const SUGGESTED_CLASS_CODES: readonly string[] = WORDS_OF_CLASSES.map(({ classCode }) => classCode);

/** What the code meant in the edition of 2010, in which registers of that time were kept. */
const OLD_EDITION: Readonly<Record<string, RegExp>> = {
  A02010104: /台式|电脑主机|微机|微型计算机/,
  A02010105: /笔记本|便携|手提/,
};

function warningOf(code: ClassWarningCode, name: string, own: ClassName, better: ClassName): ClassWarning {
  const isOld = code === 'CODE_OF_OLD_EDITION';
  return {
    code,
    suggestedClassCode: better.code,
    suggestedClassName: better.name,
    zh: isOld
      ? `「${name}」的分类代码 ${own.code} 疑为 2010 版代码，2022 版应为 ${better.code} ${better.name}，请核对。`
      : `「${name}」与分类 ${own.code} ${own.name} 不符，疑为 ${better.code} ${better.name}，请核对。`,
    en: isOld
      ? `The class ${own.code} of “${name}” looks like a code of the 2010 edition; in 2022 it is ${better.code} ${better.name}. Check it.`
      : `“${name}” does not fit the class ${own.code} ${own.name}; it rather is ${better.code} ${better.name}. Check it.`,
  };
}

/** What tells the class's name from others, without the words that many classes share. */
function tellingName(className: string): string {
  return className.replace(/设备|计算机|用具|其他|及|和|、|类$|（.*?）|\(.*?\)/g, '');
}

function branchOf(code: string): string {
  return code.replace(/(00)+$/, '');
}

/** One of the classes contains the other. */
function isSameBranch(a: string, b: string): boolean {
  return branchOf(a).startsWith(branchOf(b)) || branchOf(b).startsWith(branchOf(a));
}

/**
 * The warning for a card, or null. `candidates` are the classes around the card's own, and SUGGESTED_CLASS_CODES. A
 * word that names a class counts first; else the longest telling name with which the card's name ends, where that of
 * the own class does not stand in it: what a thing is comes last in Chinese (服务器机柜 is a cabinet).
 */
export function classWarningOf(
  name: string,
  own: ClassName,
  candidates: readonly ClassName[],
): ClassWarning | null {
  const text = name.normalize('NFKC');
  const known = WORDS_OF_CLASSES.find(({ words }) => words.test(text));
  if (known !== undefined) {
    const better = candidates.find(({ code }) => code === known.classCode);
    if (better === undefined || isSameBranch(own.code, better.code)) return null;
    const isOld = OLD_EDITION[own.code]?.test(text) === true;
    return warningOf(isOld ? 'CODE_OF_OLD_EDITION' : 'NAME_SUGGESTS_OTHER_CLASS', name, own, better);
  }
  const ownTelling = tellingName(own.name);
  if (ownTelling === '' || text.includes(ownTelling)) return null;
  const thing = text.replace(/[(（].*?[)）]/g, '').trim();
  const [best] = candidates
    .filter(({ code }) => !isSameBranch(own.code, code))
    .map((candidate) => ({ candidate, telling: tellingName(candidate.name) }))
    .filter(({ telling }) => telling.length >= 2 && thing.endsWith(telling))
    .sort((a, b) => b.telling.length - a.telling.length);
  return best === undefined ? null : warningOf('NAME_SUGGESTS_OTHER_CLASS', name, own, best.candidate);
}
