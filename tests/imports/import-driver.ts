/** Drives imports through HTTP as the page does: upload, wait, check, import, list. */
import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { build } from 'esbuild';
import type { z } from 'zod';
import { FIELD_NAMES } from '../../src/modules/imports/layouts/field-names.ts';
import type { AssetField } from '../../src/modules/imports/asset-fields.ts';
import {
  importRun,
  nameFinding,
  rowProblem,
  type ImportRunAnswer,
} from '../../src/modules/imports/answers.contract.ts';
import { isBusy } from '../../src/modules/imports/rules.ts';
import type { TestPerson } from '../support/people.ts';

const WORKER = 'dist/workers/read-table.js';
const PATIENCE_MS = 55_000;
const POLL_MS = 25;

/** `npm test` builds it; a single test file may run before anything was built. */
export async function ensureReaderWorker(): Promise<void> {
  if (existsSync(WORKER)) return;
  await build({
    entryPoints: ['src/modules/imports/reading/read-table-worker.ts'],
    outfile: WORKER,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    logLevel: 'silent',
  });
}

type Row = Partial<Record<AssetField, string | number>>;

/** A file in the layout of our template with these columns, in the order of the first row's keys. */
export function templateCsv(rows: readonly Row[], language: 'zh' | 'en' = 'zh'): string {
  // why: the keys of a row are fields.
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))] as AssetField[];
  const quote = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = rows.map((row) => fields.map((field) => quote(String(row[field] ?? ''))).join(','));
  return [fields.map((field) => FIELD_NAMES[field][language]).join(','), ...lines].join('\r\n');
}

/** What a new card needs, with what is given. */
export function newAsset(row: Row = {}): Row {
  return {
    name: '办公椅',
    classCode: 'A05010301',
    acquisitionMethod: '购置',
    acquiredOn: '2024-03-05',
    originalValueFen: '650.00',
    ...row,
  };
}

export class ImportDriver {
  constructor(
    private readonly person: TestPerson,
    private readonly pollMs = POLL_MS,
  ) {}

  async upload(content: string | Uint8Array, fileName = '资产.csv'): Promise<ImportRunAnswer> {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : Buffer.from(content);
    const response = await this.person.agent.post('/api/imports').attach('file', bytes, fileName);
    if (response.status !== 200) throw new Error(`upload: ${response.status} ${response.text}`);
    return this.settle(importRun.parse(response.body).id);
  }

  /** Waits until nothing is at work. */
  async settle(importId: string): Promise<ImportRunAnswer> {
    for (let waitedMs = 0; waitedMs < PATIENCE_MS; waitedMs += this.pollMs) {
      const run = await this.find(importId);
      if (!isBusy(run.state)) return run;
      await pause(this.pollMs);
    }
    throw new Error('the import did not come to an end');
  }

  async find(importId: string): Promise<ImportRunAnswer> {
    const response = await this.person.agent.get(`/api/imports/${importId}`);
    if (response.status !== 200) throw new Error(`find: ${response.status} ${response.text}`);
    return importRun.parse(response.body);
  }

  /** Sends a step and answers the response as it is. */
  send(importId: string, step: 'read' | 'check' | 'import' | 'cancel', body: object = {}, version?: number) {
    const call = this.person.agent.post(`/api/imports/${importId}/${step}`);
    return (version === undefined ? call : call.set('If-Match', `"${version}"`)).send(body);
  }

  async step(
    run: ImportRunAnswer,
    step: 'read' | 'check' | 'import',
    body: object = {},
  ): Promise<ImportRunAnswer> {
    const response = await this.send(run.id, step, body, run.version);
    if (response.status !== 200) throw new Error(`${step}: ${response.status} ${response.text}`);
    return this.settle(run.id);
  }

  /** Uploads and imports what the check allows. */
  async importAll(content: string | Uint8Array, body: object = {}, fileName?: string) {
    return this.step(await this.upload(content, fileName), 'import', body);
  }

  async problems(run: ImportRunAnswer, query = ''): Promise<z.output<typeof rowProblem>[]> {
    return this.pages(`/api/imports/${run.id}/problems?limit=200${query}`, rowProblem);
  }

  async names(run: ImportRunAnswer): Promise<z.output<typeof nameFinding>[]> {
    return this.pages(`/api/imports/${run.id}/names?limit=100`, nameFinding);
  }

  private async pages<S extends z.ZodType>(path: string, item: S): Promise<z.output<S>[]> {
    const all: z.output<S>[] = [];
    for (let after = ''; ;) {
      const response = await this.person.agent.get(`${path}${after}`);
      // why: a page of the contract has these two properties.
      const page = response.body as { items: unknown[]; nextCursor: string | null };
      all.push(...page.items.map((each) => item.parse(each)));
      if (page.nextCursor === null) return all;
      after = `&after=${page.nextCursor}`;
    }
  }

  async download(path: string): Promise<Buffer> {
    const response = await this.person.agent
      .get(path)
      .buffer(true)
      .parse((incoming, done) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('end', () => done(null, Buffer.concat(chunks)));
      });
    if (response.status !== 200) throw new Error(`download: ${response.status}`);
    // why: the parser above makes a buffer of it.
    return response.body as Buffer;
  }
}

/** The codes of the problems of each row: `3 NUMBER_TWICE_IN_FILE`. */
export function told(problems: readonly { rowNumber: number; code: string }[]): string[] {
  return problems.map(({ rowNumber, code }) => `${rowNumber} ${code}`);
}
