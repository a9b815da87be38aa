/** Text as a worksheet may hold it: every character survives, nothing is markup, nothing is a formula. */

/** Excel's limit of a cell, in UTF-16 units. */
const CELL_LIMIT = 32_767;

/** Characters that XML 1.0 cannot hold. */
const NOT_IN_XML =
  // oxlint-disable-next-line no-control-regex -- these are exactly the characters that are escaped
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const LOOKS_ESCAPED = /_(?=x[0-9a-f]{4}_)/gi;

/**
 * The text as it goes between two XML tags. What XML cannot hold is written as `_xHHHH_` (ECMA-376 part 1, ST_Xstring),
 * which spreadsheet programs turn back; a text that already looks so is escaped once more. CR LF and CR become LF, the
 * line break of a cell.
 */
export function escapeSheetText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(LOOKS_ESCAPED, '_x005F_')
    .replace(NOT_IN_XML, (unit) => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/**
 * The text, where it exceeds what a cell can hold cut between two characters with a visible remark of how much is
 * left out, so that a long text never makes the file unreadable and is never cut in silence.
 */
export function fitCell(text: string): string {
  if (text.length <= CELL_LIMIT) return text;
  const room = CELL_LIMIT - 60;
  const end = /[\ud800-\udbff]/.test(text.charAt(room - 1)) ? room - 1 : room;
  return `${text.slice(0, end)}〔超出单元格上限，余 ${text.length - end} 字未列 / ${text.length - end} more characters〕`;
}

/** A name that a spreadsheet program accepts for a sheet: 31 characters, none of `: \ / ? * [ ]`, no outer apostrophe. */
export function sheetName(wanted: string, number: number): string {
  const suffix = number === 1 ? '' : ` (${number})`;
  const clean = wanted
    // oxlint-disable-next-line no-control-regex -- control characters are refused in sheet names
    .replace(/[:\\/?*[\]\u0000-\u001f]/g, ' ')
    .replace(/^'+|'+$/g, '')
    .trim();
  const usable = clean === '' || clean.toLowerCase() === 'history' ? 'Sheet' : clean;
  return (
    usable
      .toWellFormed()
      .slice(0, 31 - suffix.length)
      .toWellFormed() + suffix
  );
}
