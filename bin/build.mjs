// npm run build: the pages ahead of the first start, for an image or a slow machine.
import { buildWebIfStale } from './build-web.mjs'
import { ensureNode } from './ensure-node.mjs'

await ensureNode()
if (!(await buildWebIfStale())) process.exitCode = 1
