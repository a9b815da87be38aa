import pg from 'pg';

/** Lets the planner know what the tables hold, where much was written at once. As the owner of the database. */
export async function refreshStatistics(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('analyze');
  } finally {
    await client.end();
  }
}
