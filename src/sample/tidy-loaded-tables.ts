import pg from 'pg';

/**
 * Gives the planner its figures at once and the room of old row versions back: two years of depreciation in one
 * transaction leave two dozen versions of every card. As the owner, outside any transaction.
 */
export async function tidyLoadedTables(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query('vacuum (full) assets');
    await owner.query('vacuum (analyze)');
  } finally {
    await owner.end();
  }
}
