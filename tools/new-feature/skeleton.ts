import type { Names } from './names.ts'

const contract = ({ folder, Thing, thing, Sentence }: Names) => `import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Id, Timestamp } from './fields.ts'

const tag = '${Sentence}'

export const ${Thing} = z.object({ id: Id, created_at: Timestamp, updated_at: Timestamp }).meta({
  id: '${Thing}',
  example: {
    id: Id.meta()?.example,
    created_at: '2024-12-01T19:00:00.000Z',
    updated_at: '2024-12-01T19:00:00.000Z',
  },
})
export type ${Thing} = z.infer<typeof ${Thing}>

export const create${Thing} = endpoint({
  id: 'create${Thing}',
  method: 'POST',
  path: '/${folder}',
  tag,
  summary: 'Create one ${thing}',
  security: 'required',
  limit: 'write',
  idempotent: true,
  body: z.strictObject({}).meta({ id: '${Thing}Create', example: {} }),
  answers: { 201: ${Thing} },
  problems: ['idempotency_conflict'],
})

export const read${Thing} = endpoint({
  id: 'read${Thing}',
  method: 'GET',
  path: '/${folder}/{id}',
  tag,
  summary: 'Read one ${thing} of mine',
  security: 'required',
  params: z.object({ id: Id }),
  answers: { 200: ${Thing} },
  problems: ['not_found'],
})
`

const migration = ({ table }: Names) => `create table ${table} (
  id uuid primary key,
  owner_id uuid not null references users on delete cascade,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index ${table}_owner on ${table} (owner_id, id desc);
`

const feature = ({ Things, Sentence }: Names) => `import type { Db } from '../../platform/db/connect.ts'
import type { Routes } from '../../platform/http/route.ts'
import { register${Things} } from './routes.ts'

export type ${Things}Options = { db: Db }

/** ${Sentence}: say in one line what this feature is for. */
export function create${Things}({ db }: ${Things}Options) {
  return {
    routes: (routes: Routes) => register${Things}(routes, db),
  }
}
`

const routes = ({
  folder,
  Thing,
  Things,
}: Names) => `import * as contract from '@sharemyshows/contract/${folder}'
import { refuse } from '@sharemyshows/contract/errors'
import type { Db } from '../../platform/db/connect.ts'
import type { Routes } from '../../platform/http/route.ts'
import { create${Thing} } from './actions.ts'
import { read${Thing} } from './views.ts'

export function register${Things}(routes: Routes, db: Db): void {
  routes(contract.create${Thing}, async ({ actor, write }) => write((tx) => create${Thing}(tx, actor)))
  routes(
    contract.read${Thing},
    async ({ actor, params }) => (await read${Thing}(db, actor.id, params.id)) ?? refuse('not_found'),
  )
}
`

const actions = ({
  folder,
  Thing,
  thing,
}: Names) => `import type { ${Thing} } from '@sharemyshows/contract/${folder}'
import type { Tx } from '../../platform/db/connect.ts'
import { newId } from '../../platform/db/ids.ts'
import type { Actor } from '../../platform/http/actor.ts'
import { insert${Thing} } from './store.ts'

/** Makes one ${thing} that belongs to the actor. */
export async function create${Thing}(tx: Tx, actor: Actor): Promise<${Thing}> {
  return insert${Thing}(tx, { id: newId(), owner_id: actor.id })
}
`

const views = ({
  folder,
  table,
  Thing,
  thing,
}: Names) => `import type { ${Thing} } from '@sharemyshows/contract/${folder}'
import type { Db } from '../../platform/db/connect.ts'
import { row } from '../../platform/db/read.ts'
import type { Viewer } from '../../platform/http/actor.ts'

/** One ${thing} as this viewer sees it: her own, or nothing. */
export async function read${Thing}(db: Db, viewer: Viewer, id: string): Promise<${Thing} | undefined> {
  return row<${Thing}>(
    db,
    'select id, created_at, updated_at from ${table} where owner_id = $1 and id = $2',
    [viewer, id],
  )
}
`

const store = ({ table, Thing }: Names) => `import type { Insertable } from 'kysely'
import type { Tx } from '../../platform/db/connect.ts'
import type { Tables } from '../../platform/db/generated/rows.gen.ts'

export const insert${Thing} = (tx: Tx, row: Insertable<Tables['${table}']>) =>
  tx
    .insertInto('${table}')
    .values(row)
    .returning(['id', 'created_at', 'updated_at'])
    .executeTakeFirstOrThrow()
`

const test = ({
  folder,
  Sentence,
  thing,
}: Names) => `import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../../test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

describe('${Sentence}', () => {
  it('gives one ${thing} to its owner and to nobody else', async () => {
    const [ana, bo] = await server.people('ana', 'bo')
    const made = await ana.post('/${folder}', {})
    expect(made.status).toBe(201)
    expect((await ana.get(\`/${folder}/\${made.body.id}\`)).body).toEqual(made.body)
    expect((await bo.get(\`/${folder}/\${made.body.id}\`)).status).toBe(404)
  })
})
`

/**
 * The files of a new feature by their path in the repository: a thing that belongs to its maker, from table to
 * endpoint. `number` is that of the migration, four digits.
 */
export function skeleton(names: Names, number: string): Record<string, string> {
  const folder = `apps/server/src/features/${names.folder}`
  return {
    [`packages/contract/src/${names.folder}.ts`]: contract(names),
    [`apps/server/migrations/${number}_${names.table}.sql`]: migration(names),
    [`${folder}/feature.ts`]: feature(names),
    [`${folder}/routes.ts`]: routes(names),
    [`${folder}/routes.test.ts`]: test(names),
    [`${folder}/actions.ts`]: actions(names),
    [`${folder}/views.ts`]: views(names),
    [`${folder}/store.ts`]: store(names),
  }
}
