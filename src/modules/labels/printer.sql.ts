/** Rows of printers and of the templates bound to them. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../platform/database.ts';
import type { Dpi } from './drawing/display-list.ts';
import type { PrinterInput } from './printers.contract.ts';

export interface PrinterRow {
  readonly id: string;
  readonly name: string;
  readonly language: PrinterInput['language'];
  readonly host: string | null;
  readonly port: number | null;
  readonly dpi: Dpi;
  readonly stockMm: { readonly width: number; readonly height: number; readonly gap: number };
  readonly offsetMm: { readonly x: number; readonly y: number };
  readonly darkness: number | null;
  readonly speedMmPerSecond: number | null;
  readonly placeId: string | null;
  readonly placePath: string | null;
  readonly templateKeys: readonly string[];
  readonly jobsAtWork: number;
  readonly closedAt: Date | null;
  readonly version: number;
}

const COLUMNS = sql.raw(`printer.id, printer.name, printer.language, printer.host, printer.port, printer.dpi,
  json_build_object('width', printer.stock_width_mm, 'height', printer.stock_height_mm, 'gap', printer.stock_gap_mm)
    as "stockMm",
  json_build_object('x', printer.offset_x_mm, 'y', printer.offset_y_mm) as "offsetMm", printer.darkness,
  printer.speed_mm_per_second as "speedMmPerSecond", printer.place_id as "placeId", place.path as "placePath",
  array(select bound.template_key from printer_templates bound
    where bound.court_id = printer.court_id and bound.printer_id = printer.id order by bound.template_key)
    as "templateKeys",
  (select count(*)::integer from print_jobs job where job.court_id = printer.court_id
    and job.printer_id = printer.id and job.state in ('queued', 'sending')) as "jobsAtWork",
  printer.closed_at as "closedAt", printer.version`);

const FROM = sql.raw(`from printers printer
  left join places place on place.court_id = printer.court_id and place.id = printer.place_id`);

export async function listPrinterRows(
  reader: TenantReader,
  courtId: number,
  includeClosed: boolean,
): Promise<PrinterRow[]> {
  const { rows } = await sql<PrinterRow>`select ${COLUMNS} ${FROM}
    where printer.court_id = ${courtId} and (${includeClosed} or printer.closed_at is null)
    order by printer.closed_at is not null, printer.name, printer.id`.execute(reader);
  return rows;
}

export async function findPrinter(
  reader: TenantReader,
  courtId: number,
  printerId: string,
): Promise<PrinterRow | undefined> {
  const { rows } = await sql<PrinterRow>`select ${COLUMNS} ${FROM}
    where printer.court_id = ${courtId} and printer.id = ${printerId}`.execute(reader);
  return rows[0];
}

export async function lockPrinter(
  trx: TenantTransaction,
  courtId: number,
  printerId: string,
): Promise<PrinterRow | undefined> {
  await sql`select from printers where court_id = ${courtId} and id = ${printerId} for update`.execute(trx);
  return findPrinter(trx, courtId, printerId);
}

/** Open printers of a court that may print the template. */
export async function listPrintersOfTemplate(
  reader: TenantReader,
  courtId: number,
  templateKey: string,
): Promise<PrinterRow[]> {
  const { rows } = await sql<PrinterRow>`select ${COLUMNS} ${FROM}
    where printer.court_id = ${courtId} and printer.closed_at is null
      and exists (select from printer_templates bound where bound.court_id = printer.court_id
        and bound.printer_id = printer.id and bound.template_key = ${templateKey})
    order by printer.name`.execute(reader);
  return rows;
}

export async function isPlaceThere(reader: TenantReader, courtId: number, placeId: string): Promise<boolean> {
  const { rows } = await sql`select from places where court_id = ${courtId} and id = ${placeId}`.execute(
    reader,
  );
  return rows.length > 0;
}

function columnsOf(input: PrinterInput, now: Date) {
  return {
    name: input.name,
    language: input.language,
    host: input.address?.host ?? null,
    port: input.address?.port ?? null,
    dpi: input.dpi,
    stock_width_mm: input.stockMm.width,
    stock_height_mm: input.stockMm.height,
    stock_gap_mm: input.stockMm.gap,
    offset_x_mm: input.offsetMm.x,
    offset_y_mm: input.offsetMm.y,
    darkness: input.darkness,
    speed_mm_per_second: input.speedMmPerSecond,
    place_id: input.placeId,
    updated_at: now,
  };
}

export async function insertPrinter(
  trx: TenantTransaction,
  courtId: number,
  printerId: string,
  input: PrinterInput,
  now: Date,
): Promise<void> {
  await trx
    .insertInto('printers')
    .values({ court_id: courtId, id: printerId, created_at: now, ...columnsOf(input, now) })
    .execute();
  await replaceTemplates(trx, courtId, printerId, input.templateKeys);
}

export async function updatePrinter(
  trx: TenantTransaction,
  courtId: number,
  printerId: string,
  input: PrinterInput,
  now: Date,
): Promise<void> {
  await trx
    .updateTable('printers')
    .set({ ...columnsOf(input, now), version: sql<number>`version + 1` })
    .where('court_id', '=', courtId)
    .where('id', '=', printerId)
    .execute();
  await replaceTemplates(trx, courtId, printerId, input.templateKeys);
}

export async function updatePrinterClosed(
  trx: TenantTransaction,
  courtId: number,
  printerId: string,
  now: Date,
): Promise<void> {
  await trx
    .updateTable('printers')
    .set({ closed_at: now, updated_at: now, version: sql<number>`version + 1` })
    .where('court_id', '=', courtId)
    .where('id', '=', printerId)
    .execute();
}

async function replaceTemplates(
  trx: TenantTransaction,
  courtId: number,
  printerId: string,
  keys: readonly string[],
): Promise<void> {
  await sql`delete from printer_templates where court_id = ${courtId} and printer_id = ${printerId}`.execute(
    trx,
  );
  await sql`insert into printer_templates (court_id, printer_id, template_key)
    select distinct ${courtId}::integer, ${printerId}::uuid, key from unnest(${[...keys]}::text[]) key`.execute(
    trx,
  );
}
