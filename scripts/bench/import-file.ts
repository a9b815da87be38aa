/** The register of a court as an office keeps it: one xlsx workbook in the columns of our template, as Excel writes it. */
import ExcelJS from 'exceljs';
import type pg from 'pg';
import { FIELD_NAMES } from '../../src/modules/imports/layouts/field-names.ts';
import type { AssetField } from '../../src/modules/imports/asset-fields.ts';
import type { AssetCard } from '../../src/modules/fixed-assets/asset-card.ts';
import { SAMPLE_KINDS } from '../../src/sample/catalogue.ts';
import { drawCard } from '../../src/sample/draw-card.ts';
import { seededRandom, type Random } from '../../src/sample/random.ts';

const SEED = 20_261_125;
const NOW = new Date('2026-11-20T02:00:00Z');
const FEN_A_YUAN = 100;
const IN_STOCK_SHARE = 0.1;

/** Whose hands and which rooms the rows name: those of the court, each by the name that a person would type. */
export interface ImportNames {
  readonly holders: readonly {
    readonly username: string;
    readonly name: string;
    readonly department: string;
  }[];
  readonly places: readonly string[];
}

/** `owner` connects as the owner of the database. */
export async function readImportNames(owner: pg.Pool, courtId: number): Promise<ImportNames> {
  const holders = await owner.query<ImportNames['holders'][number]>(
    `select people.username, people.full_name as name, department.name as department from people
     join departments department on department.court_id = people.court_id and department.id = people.department_id
     where people.court_id = $1 and people.closed_at is null order by people.username`,
    [courtId],
  );
  const places = await owner.query<{ path: string }>(
    `select path from places where court_id = $1 and kind = 'room' and closed_on is null order by path`,
    [courtId],
  );
  return { holders: holders.rows, places: places.rows.map(({ path }) => path) };
}

type Cell = string | number | Date | null;

interface Row {
  readonly card: AssetCard;
  readonly number: number;
  /** null: in stock. */
  readonly holder: ImportNames['holders'][number] | null;
  readonly placePath: string;
}

const yuan = (fen: number): number => fen / FEN_A_YUAN;
const dateOf = (day: string | null): Date | null => (day === null ? null : new Date(`${day}T00:00:00Z`));

const COLUMNS: readonly (readonly [AssetField, (row: Row) => Cell])[] = [
  ['name', ({ card }) => card.name],
  ['classCode', ({ card }) => card.classCode],
  ['specification', ({ card }) => card.specification],
  ['brand', ({ card }) => card.brand],
  ['model', ({ card }) => card.model],
  ['serialNumber', ({ card }) => card.serialNumber],
  ['oldNumber1', ({ number }) => `DR${number}`],
  ['unit', ({ card }) => card.unit],
  ['quantity', ({ card }) => Number(card.quantity)],
  ['acquisitionMethod', ({ card }) => (card.acquisitionMethod === 'purchase' ? '购置' : '调拨')],
  ['acquiredOn', ({ card }) => dateOf(card.acquiredOn)],
  ['inUseOn', ({ card }) => dateOf(card.inUseOn)],
  ['originalValueFen', ({ card }) => yuan(card.originalValueFen)],
  ['fiscalFundsFen', ({ card }) => yuan(card.originalValueFen)],
  ['openingDepreciationFen', ({ card }) => yuan(card.openingDepreciationFen)],
  ['voucherNumber', ({ card }) => card.voucherNumber],
  ['supplier', ({ card }) => card.supplier],
  ['contractNumber', ({ card }) => card.contractNumber],
  ['invoiceNumber', ({ card }) => card.invoiceNumber],
  ['warrantyUntil', ({ card }) => dateOf(card.warrantyUntil)],
  ['status', ({ holder }) => (holder === null ? '在库' : '在用')],
  ['departmentName', ({ holder }) => holder?.department ?? null],
  ['holderName', ({ holder }) => holder?.name ?? null],
  ['holderUsername', ({ holder }) => holder?.username ?? null],
  ['placePath', ({ placePath }) => placePath],
  ['procurementForm', ({ card }) => card.procurementForm],
  ['notes', ({ card }) => card.notes],
];

function drawRow(random: Random, number: number, { holders, places }: ImportNames): Row {
  const kind = random.pickWeighted(SAMPLE_KINDS);
  const plan = { now: NOW, registerSince: NOW, number, managingDepartmentId: '', lifeYears: 6 };
  return {
    card: drawCard(random, kind, plan),
    number,
    holder: random.chance(IN_STOCK_SHARE) ? null : random.pick(holders),
    placePath: random.pick(places),
  };
}

/** A workbook of so many new assets; the same on every machine but for the names. */
export async function writeImportFile(rowCount: number, names: ImportNames): Promise<Buffer> {
  const random = seededRandom(SEED);
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('资产');
  sheet.addRow(COLUMNS.map(([field]) => FIELD_NAMES[field].zh));
  for (let number = 1; number <= rowCount; number += 1) {
    const row = drawRow(random, number, names);
    sheet.addRow(COLUMNS.map(([, cellOf]) => cellOf(row)));
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
