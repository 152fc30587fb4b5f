/** A fault of the embedded database that the operator can act on: its message is one or two plain sentences. */
export class EmbeddedPostgresError extends Error {
  override name = 'EmbeddedPostgresError'
}

export const USE_EXTERNAL = 'Set DATABASE_URL to use a PostgreSQL 15 or newer of your own.'
