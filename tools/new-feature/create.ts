import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { namesOf } from './names.ts'
import { skeleton } from './skeleton.ts'

function nextMigration(root: string): string {
  const folder = join(root, 'apps/server/migrations')
  const numbers = existsSync(folder) ? readdirSync(folder).map((name) => Number.parseInt(name, 10) || 0) : []
  return String(Math.max(0, ...numbers) + 1).padStart(4, '0')
}

/**
 * Writes the skeleton of a feature below `root` and returns the paths written.
 * @throws Error when the noun cannot be a folder, or when one of the files is there already; nothing is written then.
 */
export function createFeature(root: string, noun: string): string[] {
  const files = skeleton(namesOf(noun), nextMigration(root))
  const taken = Object.keys(files).find((path) => existsSync(join(root, path)))
  if (taken) throw new Error(`${taken} is there already: choose another noun, or work on that feature.`)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return Object.keys(files)
}
