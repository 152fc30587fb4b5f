// Runs a TypeScript file of this repository: node bin/run.mjs tools/test.ts [arguments…]
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureNode, root } from './ensure-node.mjs'

await ensureNode()
process.argv.splice(1, 2, resolve(root, process.argv[2]))
await import(pathToFileURL(process.argv[1]).href)
