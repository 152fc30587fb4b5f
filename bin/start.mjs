// The one command: builds what is stale, then becomes the server.
// package.json runs it by `exec`: npm hands signals to its shell only, and a shell left between would keep SIGTERM
// from us. What follows the `||` is for Windows, which has no exec. The heap is bounded because V8 else grows it by the
// size of the machine: under load 350 MB became 210 MB at the same rate.
import { existsSync } from 'node:fs'
import module from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureNode, root } from './ensure-node.mjs'

await ensureNode()
if (!existsSync(join(root, 'node_modules'))) {
  process.stderr.write('The packages are not installed yet: run "npm ci" first, then "npm start".\n')
  process.exit(1)
}
module.enableCompileCache(join(root, '.cache', 'compile'))
const { buildWebIfStale } = await import('./build-web.mjs')
if (!(await buildWebIfStale())) process.exit(1)
// In this very process, so that signals reach the server and its exit code is ours.
await import(pathToFileURL(join(root, 'apps/server/src/main.ts')).href)
