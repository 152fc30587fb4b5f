import { randomUUID } from 'node:crypto'
import { mkdir, rm, utimes } from 'node:fs/promises'
import path from 'node:path'
import { walk } from './walk.ts'

const FOLDER = 'tmp'
/** How often a file in use says so; well below the age at which it would be swept. */
const ALIVE_MS = 10 * 60_000

export type Temporary = {
  fresh(): Promise<string>
  sweep(age: number): Promise<number>
}

/** Files that are being written, in a folder of their own below `root`. */
export function createTemporary(root: string): Temporary {
  return {
    async fresh() {
      await mkdir(path.join(root, FOLDER), { recursive: true })
      return path.join(root, FOLDER, randomUUID())
    },
    async sweep(age) {
      let swept = 0
      for await (const file of walk(root, FOLDER)) {
        if (file.age < age) continue
        await rm(path.join(root, file.key), { force: true })
        swept++
      }
      return swept
    },
  }
}

/** Keeps a temporary file from being swept for as long as `use` runs, which may be hours. */
export async function keptAlive<T>(file: string, use: () => Promise<T>): Promise<T> {
  const beat = setInterval(() => {
    const now = new Date()
    utimes(file, now, now).catch(() => {})
  }, ALIVE_MS).unref()
  try {
    return await use()
  } finally {
    clearInterval(beat)
  }
}
