import pg from 'pg'

/** The one database of the embedded server. */
export const DATABASE = 'sharemyshows'

/**
 * Creates the database `name` if the server lacks it.
 * @param maintenanceUrl a database of the same server that always exists
 */
export async function ensureDatabase(name: string, maintenanceUrl: string): Promise<void> {
  await withClient(maintenanceUrl, async (client) => {
    const found = await client.query('select from pg_database where datname = $1', [name])
    if (found.rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(name)}`)
  })
}

/** Runs `work` on a connection of its own, to be had within 10 s, and closes it. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  // A connection that breaks fails the query too; without a listener it would end the process as well.
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
