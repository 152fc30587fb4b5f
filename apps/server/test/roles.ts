import type { Client } from './client.ts'
import type { TestServer } from './server.ts'

/** Gives people a role behind the server's back, before they have asked it anything. */
export async function appoint(server: TestServer, role: string, ...people: Client[]): Promise<void> {
  const ids = people.map(({ id }) => id)
  await server.app.pool.query('update users set role = $1::role where id = any($2::uuid[])', [role, ids])
}

/** Makes a server one that nobody has an account on. */
export const empty = async (server: TestServer): Promise<void> => {
  await server.app.pool.query('delete from users')
}
