/**
 * Writes the row types of every table from a database that has just been migrated.
 * `npm run db:types` writes, `-- --check` fails when the file is not current.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { startEmbeddedPostgres } from '../apps/server/src/platform/db/embedded/index.ts'
import { migrate } from '../apps/server/src/platform/db/migrate.ts'

const target = path.join(import.meta.dirname, '../apps/server/src/platform/db/generated/rows.gen.ts')

const scalars: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  citext: 'string',
  inet: 'string',
  cube: 'string',
  date: 'string',
  time: 'string',
  timestamptz: 'string',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  float8: 'number',
  numeric: 'number',
  bool: 'boolean',
  bytea: 'Buffer',
  jsonb: 'unknown',
  point: '{ x: number; y: number }',
  _text: 'string[]',
}

type Column = {
  table: string
  name: string
  type: string
  nullable: boolean
  generated: boolean
  defaulted: boolean
}

async function columnsOf(url: string): Promise<{ columns: Column[]; enums: Map<string, string[]> }> {
  const client = new pg.Client(url)
  await client.connect()
  const columns = await client.query<Column>(`
    select table_name as "table", column_name as name, udt_name as type, is_nullable = 'YES' as nullable,
      is_generated = 'ALWAYS' as generated, column_default is not null as defaulted
    from information_schema.columns where table_schema = 'public' and table_name in
      (select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE')
    order by table_name, ordinal_position`)
  const enums = await client.query<{ name: string; labels: string[] }>(`
    select t.typname as name, array_agg(e.enumlabel::text order by e.enumsortorder) as labels
    from pg_type t join pg_enum e on e.enumtypid = t.oid group by t.typname`)
  await client.end()
  return { columns: columns.rows, enums: new Map(enums.rows.map((row) => [row.name, row.labels])) }
}

function typeOf(column: Column, enums: Map<string, string[]>): string {
  const labels = enums.get(column.type)
  const scalar = labels ? labels.map((label) => `'${label}'`).join(' | ') : scalars[column.type]
  if (scalar === undefined) throw new Error(`No row type for ${column.table}.${column.name}: ${column.type}`)
  const type = column.nullable ? `${scalar} | null` : scalar
  if (column.generated) return `ColumnType<${type}, never, never>`
  return column.defaulted ? `Generated<${type}>` : type
}

function render(columns: Column[], enums: Map<string, string[]>): string {
  const tables = Map.groupBy(columns, (column) => column.table)
  const bodies = [...tables].map(
    ([table, own]) =>
      `  ${table}: {\n${own.map((c) => `    ${c.name}: ${typeOf(c, enums)}`).join('\n')}\n  }`,
  )
  return `// Written by \`npm run db:types\` from the migrations; do not edit.
import type { ColumnType, Generated } from 'kysely'

export type Tables = {\n${bodies.join('\n')}\n}\n`
}

const dataDir = await mkdtemp(path.join(tmpdir(), 'sms-types-'))
const database = await startEmbeddedPostgres({ dataDir, fsync: false })
try {
  const pool = new pg.Pool({ connectionString: database.url, max: 1 })
  await migrate(pool)
  await pool.end()
  const { columns, enums } = await columnsOf(database.url)
  const text = render(columns, enums)
  if (process.argv.includes('--check')) {
    if ((await readFile(target, 'utf8')) !== text) {
      console.error('The row types are not those of the migrations: run `npm run db:types`.')
      process.exitCode = 1
    }
  } else {
    await mkdir(path.dirname(target), { recursive: true })
    await writeFile(target, text)
    console.log(`wrote ${path.relative(process.cwd(), target)}`)
  }
} finally {
  await database.stop()
  await rm(dataDir, { recursive: true, force: true })
}
