import { refuseFile } from '../refusals.ts';
import { numberFormatOf, type NumberFormat } from './number-format.ts';
import { parseXml, type Attributes } from './parse-xml.ts';
import type { ZipArchive } from './zip-archive.ts';

export interface WorkbookSheet {
  readonly name: string;
  readonly visible: boolean;
  /** Name of the part in the archive. */
  readonly part: string;
}

export interface Workbook {
  readonly sheets: readonly WorkbookSheet[];
  readonly date1904: boolean;
  readonly sharedStringsPart: string | null;
  readonly stylesPart: string | null;
}

interface Relation {
  readonly kind: string;
  readonly target: string;
}

/** A part that must be there. Throws IMPORT_FILE_DAMAGED. */
export function requirePart(archive: ZipArchive, part: string): Buffer {
  const content = archive.read(part);
  if (content === null) throw refuseFile('IMPORT_FILE_DAMAGED', { part });
  return content;
}

/** Sheets in their order with the parts they lie in, found through the relations and not by guessing names. */
export function readWorkbook(archive: ZipArchive): Workbook {
  const root = [...readRelations(archive, '_rels/.rels', '').values()];
  const part = root.find((relation) => relation.kind === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const relations = readRelations(archive, `${folder}_rels/${part.slice(folder.length)}.rels`, folder);
  const sheets: WorkbookSheet[] = [];
  let date1904 = false;
  parseXml(requirePart(archive, part), part, {
    open(name, attributes) {
      if (name === 'workbookPr') date1904 = isTrue(attributes['date1904']);
      if (name !== 'sheet') return;
      const relation = relations.get(relationId(attributes));
      if (relation?.kind !== 'worksheet') return;
      const visible = (attributes['state'] ?? 'visible') === 'visible';
      sheets.push({ name: attributes['name'] ?? '', visible, part: relation.target });
    },
  });
  const partOf = (kind: string) =>
    [...relations.values()].find((relation) => relation.kind === kind)?.target ?? null;
  return { sheets, date1904, sharedStringsPart: partOf('sharedStrings'), stylesPart: partOf('styles') };
}

/** The sheet of that name, or the first visible one. Throws IMPORT_SHEET_NOT_FOUND. */
export function chooseSheet(workbook: Workbook, name: string | undefined): WorkbookSheet {
  const sheet = workbook.sheets.find((each) => (name === undefined ? each.visible : each.name === name));
  if (sheet !== undefined) return sheet;
  const sheets = workbook.sheets.map((each) => each.name).join('、');
  throw refuseFile('IMPORT_SHEET_NOT_FOUND', { sheet: name ?? '', sheets });
}

/** Texts by index; phonetic readings are left out, runs of formatted text are joined. */
export function readSharedStrings(archive: ZipArchive, workbook: Workbook): readonly string[] {
  const part = workbook.sharedStringsPart;
  const xml = part === null ? null : archive.read(part);
  if (part === null || xml === null) return [];
  const texts: string[] = [];
  let text = '';
  let inText = false;
  let phonetic = 0;
  parseXml(xml, part, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic += 1;
      else if (name === 't') inText = phonetic === 0;
    },
    text(piece) {
      if (inText) text += piece;
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic -= 1;
      else if (name === 'si') texts.push(unescapeText(text));
    },
  });
  return texts;
}

/** The number format of each cell style by its index. */
export function readStyles(archive: ZipArchive, workbook: Workbook): readonly NumberFormat[] {
  const part = workbook.stylesPart;
  const xml = part === null ? null : archive.read(part);
  if (part === null || xml === null) return [];
  const codes = new Map<number, string>();
  const formats: NumberFormat[] = [];
  let inCellFormats = false;
  parseXml(xml, part, {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      else if (name === 'cellXfs') inCellFormats = true;
      else if (name === 'xf' && inCellFormats) {
        const id = Number(attributes['numFmtId'] ?? 0);
        formats.push(numberFormatOf(id, codes.get(id)));
      }
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return formats;
}

/** `_x000D_` stands for a character that XML cannot hold (ECMA-376 part 1, 22.9.2.19). */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

function relationId(attributes: Attributes): string {
  const key = Object.keys(attributes).find((name) => name.endsWith(':id'));
  return key === undefined ? '' : (attributes[key] ?? '');
}

function readRelations(archive: ZipArchive, part: string, folder: string): Map<string, Relation> {
  const relations = new Map<string, Relation>();
  const xml = archive.read(part);
  if (xml === null) return relations;
  parseXml(xml, part, {
    open(name, attributes) {
      if (name !== 'Relationship' || attributes['TargetMode'] === 'External') return;
      const kind = (attributes['Type'] ?? '').split('/').at(-1) ?? '';
      const target = attributes['Target'] ?? '';
      relations.set(attributes['Id'] ?? '', { kind, target: resolvePart(folder, target) });
    },
  });
  return relations;
}

function resolvePart(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
