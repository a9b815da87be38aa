import type { Kysely } from 'kysely';
import type { DB } from '../../platform/database.ts';
import type { Sentence } from '../../platform/errors.ts';
import { hashContent, paperContent } from './paper-content.ts';
import { findMissingSerial, listKeptPapers, type KeptPaperRow } from './paper-verification.sql.ts';

const PAGE_SIZE = 200;

function isIntact({ content, contentSha256 }: KeptPaperRow): boolean {
  const read = paperContent.safeParse(content);
  return read.success && hashContent(read.data) === contentSha256;
}

/** The first paper that does not say what was issued, or the first number without a paper; undefined when all is well. */
export async function verifyPapers(db: Kysely<DB>): Promise<Sentence | undefined> {
  for (let after: KeptPaperRow | null = null; ;) {
    const page: KeptPaperRow[] = await listKeptPapers(db, after, PAGE_SIZE);
    const damaged = page.find((row) => !isIntact(row));
    if (damaged)
      return {
        zh: `法院 ${damaged.courtId} 文书 ${damaged.number}：存档内容与出具时的校验值不符`,
        en: `court ${damaged.courtId}, paper ${damaged.number}: what is kept differs from what was issued`,
      };
    after = page.at(-1) ?? null;
    if (page.length < PAGE_SIZE) break;
  }
  const missing = await findMissingSerial(db);
  if (!missing) return undefined;
  const { courtId, year, form, serial } = missing;
  return {
    zh: `法院 ${courtId} ${year} 年文书 ${form}：缺第 ${serial} 号`,
    en: `court ${courtId}, papers ${form} of ${year}: number ${serial} is missing`,
  };
}
