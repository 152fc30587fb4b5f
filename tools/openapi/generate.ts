/**
 * Writes the API's public documents: from the routes as registered `docs/openapi.json`, whose difference is reviewed, and
 * the types of the web client; and the schema of an exported account, as it is served. `-- --check` writes nothing and
 * fails when they are not current.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import openapiTypescript, { astToString, type OpenAPI3 } from 'openapi-typescript'
import { createApp } from '../../apps/server/src/app.ts'
import { readConfig } from '../../apps/server/src/platform/config/config.ts'
import { createLog } from '../../apps/server/src/platform/log/log.ts'

const root = path.join(import.meta.dirname, '../..')
const documentFile = path.join(root, 'docs/openapi.json')
const accountFile = path.join(root, 'docs/schemas/account-export.schema.json')
const typesFile = path.join(root, 'apps/web/src/lib/generated/api.gen.ts')

/** The documents of an app that never connects anywhere. */
async function readDocuments(): Promise<{ document: OpenAPI3; accountSchema: unknown }> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'sms-openapi-'))
  const app = await createApp(
    readConfig({ DATA_DIR: dataDir }),
    'postgresql://nobody@127.0.0.1:1/none',
    createLog('silent'),
  )
  await app.http.ready()
  const document = app.http.swagger() as unknown as OpenAPI3
  const accountSchema = (await app.http.inject('/api/v1/exports/schema')).json()
  await app.close()
  await rm(dataDir, { recursive: true, force: true })
  return { document, accountSchema }
}

const { document, accountSchema } = await readDocuments()
const outputs = new Map([
  [documentFile, `${JSON.stringify(document, null, 2)}\n`],
  [accountFile, `${JSON.stringify(accountSchema, null, 2)}\n`],
  [
    typesFile,
    `// Written by \`npm run openapi\`; do not edit.\n${astToString(await openapiTypescript(document))}`,
  ],
])
for (const [file, text] of outputs) {
  const name = path.relative(root, file)
  if (!process.argv.includes('--check')) {
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, text)
    console.log(`wrote ${name}`)
  } else if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
    console.error(`${name} is not current: run \`npm run openapi\` and review the difference.`)
    process.exitCode = 1
  }
}
