import { readFileSync } from 'node:fs'
import path from 'node:path'

/** The product's own, as its root package has it. */
export const version: string = JSON.parse(
  readFileSync(path.join(import.meta.dirname, '../../../../../package.json'), 'utf8'),
).version
