/** The sentences of what can be wrong with a label. They tell the person what to do. */
import type { LabelProblem } from './label-content.ts';

type Told = Omit<LabelProblem, 'path'>;

const refused = (code: LabelProblem['code'], zh: string, en: string): Told => ({
  code,
  severity: 'refused',
  zh,
  en,
});
const warned = (code: LabelProblem['code'], zh: string, en: string): Told => ({
  code,
  severity: 'warning',
  zh,
  en,
});

export const SYMBOLOGY_NAMES = { qr: '二维码', datamatrix: 'Data Matrix 码', code128: '条形码' } as const;
export type Symbology = keyof typeof SYMBOLOGY_NAMES;

const inMillimetres = (value: number) => (Math.ceil(value * 10 - 1e-6) / 10).toString();

/** `needed`: size of the whole area with its quiet zone, in millimetres. */
export function codeTooSmall(
  symbology: Symbology,
  facts: { dots: number; neededDots: number; dpi: number; neededMm: { width: number; height: number } },
): Told {
  const size = `${inMillimetres(facts.neededMm.width)} × ${inMillimetres(facts.neededMm.height)}`;
  return refused(
    'CODE_TOO_SMALL',
    `${SYMBOLOGY_NAMES[symbology]}在 ${facts.dpi} dpi 下每个模块只有 ${facts.dots} 点，至少 ${facts.neededDots} 点才能扫出，请把区域放大到至少 ${size} 毫米。`,
    `At ${facts.dpi} dpi a module of the ${symbology} has ${facts.dots} dots; it scans from ${facts.neededDots}. Make its area at least ${size} mm.`,
  );
}

export function contentTooLong(symbology: Symbology): Told {
  return refused(
    'CONTENT_TOO_LONG',
    `内容过长，${SYMBOLOGY_NAMES[symbology]}放不下，请改用编码或缩短系统地址。`,
    `The content is too long for a ${symbology}. Use the code, or a shorter public address.`,
  );
}

export function linkMissing(): Told {
  return refused(
    'LINK_MISSING',
    '模板使用链接，但系统未设置访问地址，请设置 PUBLIC_URL，或让模板改用编码。',
    'The template uses a link, and the system has no public address. Set PUBLIC_URL, or use the code.',
  );
}

export function linkNotAscii(): Told {
  return refused(
    'LINK_NOT_ASCII',
    '链接中有不能印入条码的字符，请检查 PUBLIC_URL。',
    'The link contains characters that a code cannot carry. Check PUBLIC_URL.',
  );
}

export function quietZoneTouched(symbology: Symbology, other: { zh: string; en: string }): Told {
  return refused(
    'QUIET_ZONE_TOUCHED',
    `${other.zh}压到了${SYMBOLOGY_NAMES[symbology]}四周的空白区，将无法扫描，请移开。`,
    `${other.en} touches the quiet zone of the ${symbology}, which would not scan. Move it away.`,
  );
}

export function identityNumber(): Told {
  return refused(
    'IDENTITY_NUMBER',
    '标签文字中有身份证号，涉案财物标签不得印身份证号，请从名称或说明中删除。',
    'The text contains the number of an identity card, which labels of seized property must not show. Remove it.',
  );
}

export function pictureUnreadable(): Told {
  return refused(
    'PICTURE_UNREADABLE',
    '图片不是可用的 PNG 文件（不支持隔行扫描），请重新导出后再插入。',
    'The picture is not a usable PNG file (not interlaced). Export it again.',
  );
}

export function textCut(text: string, shown: string): Told {
  return warned(
    'TEXT_CUT',
    `文字放不下，只印出「${shown}」，全文为「${text}」。`,
    `The text does not fit; “${shown}” is printed of “${text}”.`,
  );
}

export function characterNotInFont(codePoints: readonly number[]): Told {
  const names = codePoints.map((point) => {
    const character = String.fromCodePoint(point);
    const name = `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
    return /[\p{C}\p{Z}]/u.test(character) ? name : `${character}（${name}）`;
  });
  return warned(
    'CHARACTER_NOT_IN_FONT',
    `字库没有这些字：${names.join('、')}，标签上以码位代替，请核对名称。`,
    `The typeface lacks: ${names.join(', ')}. The label shows the code point instead. Check the name.`,
  );
}
