import { readFileSync } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { v7 } from 'uuid'
import { hashToken, mintToken } from '../src/features/accounts/actions/tokens.ts'
import { type Client, createClient, type Person } from './client.ts'
import type { TestServer } from './server.ts'

/** Signs many people in without a password each, whose hashing would take the most of a test's time. */
export async function signInMany(
  pool: pg.Pool,
  dataDir: string,
  prefix: string,
  count: number,
): Promise<Person[]> {
  const secret = readFileSync(path.join(dataDir, 'session-secret'), 'utf8').trim()
  const people = Array.from({ length: count }, (_, n) => ({
    id: v7(),
    username: `${prefix}${n}`,
    token: mintToken('at'),
  }))
  await pool.query(
    `with made as (insert into users (id, username, email, password_hash)
        select id, name, name || '@example.org', '' from unnest($1::uuid[], $2::text[]) as given (id, name)),
      begun as (insert into sessions (id, user_id, expires_at)
        select id, id, now() + interval '1 day' from unnest($1::uuid[]) as given (id))
    insert into access_tokens (hash, session_id, expires_at)
      select hash, id, now() + interval '1 hour' from unnest($1::uuid[], $3::bytea[]) as given (id, hash)`,
    [
      people.map(({ id }) => id),
      people.map(({ username }) => username),
      people.map(({ token }) => hashToken(secret, token)),
    ],
  )
  return people
}

/** A client for each of many people who were not there before. */
export async function crowd(server: TestServer, prefix: string, count: number): Promise<Client[]> {
  const people = await signInMany(server.app.pool, server.dataDir, prefix, count)
  return people.map((person) => createClient(server.url, person))
}
