/**
 * Writes the API's public documents from the routes as registered: `docs/openapi.json`, whose difference is reviewed,
 * and the types of the web client. `-- --check` writes nothing and fails when they are not current.
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
const typesFile = path.join(root, 'apps/web/src/lib/generated/api.gen.ts')

/** The document of an app that never connects anywhere. */
async function readDocument(): Promise<OpenAPI3> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'sms-openapi-'))
  const app = await createApp(
    readConfig({ DATA_DIR: dataDir }),
    'postgresql://nobody@127.0.0.1:1/none',
    createLog('silent'),
  )
  await app.http.ready()
  const document = app.http.swagger() as unknown as OpenAPI3
  await app.close()
  await rm(dataDir, { recursive: true, force: true })
  return document
}

const document = await readDocument()
const outputs = new Map([
  [documentFile, `${JSON.stringify(document, null, 2)}\n`],
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
