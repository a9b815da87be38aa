/** The parts of a workbook around its sheets (ECMA-376 part 1; part 2 for the package). */
import { escapeSheetText } from './sheet-text.ts';

/** Indexes into `cellXfs` of the style sheet below. */
export const CELL_STYLES = {
  general: 0,
  text: 1,
  textLines: 2,
  money: 3,
  integer: 4,
  quantity: 5,
  date: 6,
  instant: 7,
  header: 8,
  heading: 9,
  note: 10,
} as const;

export type SheetEntry = { readonly name: string; readonly filterRange: string; readonly headerRows: string };

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_ML = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Every part but the sheets, by name. Sheets are `xl/worksheets/sheet1.xml` and so on, in the order given. */
export function workbookParts(sheets: readonly SheetEntry[]): { name: string; content: string[] }[] {
  return [
    { name: '[Content_Types].xml', content: [contentTypes(sheets.length)] },
    { name: '_rels/.rels', content: [relationships([['officeDocument', 'xl/workbook.xml']])] },
    { name: 'xl/workbook.xml', content: [workbook(sheets)] },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: [
        relationships([
          ...sheets.map((_, index): [string, string] => ['worksheet', `worksheets/sheet${index + 1}.xml`]),
          ['styles', 'styles.xml'],
        ]),
      ],
    },
    { name: 'xl/styles.xml', content: [STYLES] },
  ];
}

function contentTypes(sheetCount: number): string {
  const sheets = Array.from(
    { length: sheetCount },
    (_, index) =>
      `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${SHEET_ML}.worksheet+xml"/>`,
  );
  return (
    `${DECLARATION}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${SHEET_ML}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${SHEET_ML}.styles+xml"/>${sheets.join('')}</Types>`
  );
}

function relationships(targets: readonly (readonly [type: string, target: string])[]): string {
  const items = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
}

function workbook(sheets: readonly SheetEntry[]): string {
  const list = sheets.map(
    ({ name }, index) =>
      `<sheet name="${escapeSheetText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const names = sheets.flatMap(({ name, filterRange, headerRows }, index) => {
    const quoted = escapeSheetText(`'${name.replaceAll("'", "''")}'`);
    return [
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${quoted}!${filterRange}</definedName>`,
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${quoted}!${headerRows}</definedName>`,
    ];
  });
  return (
    `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews>` +
    `<sheets>${list.join('')}</sheets><definedNames>${names.join('')}</definedNames></workbook>`
  );
}

const BORDER = ['left', 'right', 'top', 'bottom']
  .map((side) => `<${side} style="thin"><color rgb="FFBFBFBF"/></${side}>`)
  .join('');

function cellFormat(
  numberFormat: number,
  more: { font?: number; fill?: number; border?: number; align?: string },
) {
  return (
    `<xf numFmtId="${numberFormat}" fontId="${more.font ?? 0}" fillId="${more.fill ?? 0}" ` +
    `borderId="${more.border ?? 1}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" ` +
    `applyAlignment="1"><alignment vertical="center" ${more.align ?? ''}/></xf>`
  );
}

/** Built-in number formats: 0 general, 1 `0`, 4 `#,##0.00`, 49 text; 164 and up are ours. */
const CELL_FORMATS = [
  cellFormat(0, { border: 0 }),
  cellFormat(49, {}),
  cellFormat(49, { align: 'wrapText="1"' }),
  cellFormat(4, {}),
  cellFormat(1, {}),
  cellFormat(0, {}),
  cellFormat(164, { align: 'horizontal="center"' }),
  cellFormat(165, { align: 'horizontal="center"' }),
  cellFormat(49, { font: 1, fill: 2, align: 'horizontal="center" wrapText="1"' }),
  cellFormat(49, { font: 2, border: 0, align: 'horizontal="center"' }),
  cellFormat(49, { font: 3, border: 0 }),
];

const STYLES =
  `${DECLARATION}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>` +
  '<numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>' +
  '<fonts count="4"><font><sz val="10"/><name val="宋体"/><family val="3"/><charset val="134"/></font>' +
  '<font><b/><sz val="10"/><name val="宋体"/><family val="3"/><charset val="134"/></font>' +
  '<font><b/><sz val="14"/><name val="宋体"/><family val="3"/><charset val="134"/></font>' +
  '<font><sz val="9"/><color rgb="FF595959"/><name val="宋体"/><family val="3"/><charset val="134"/></font></fonts>' +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FFE7ECF3"/><bgColor indexed="64"/></patternFill></fill></fills>' +
  '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>' +
  `<border>${BORDER}<diagonal/></border></borders>` +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="${CELL_FORMATS.length}">${CELL_FORMATS.join('')}</cellXfs>` +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';
