import { randomUUID } from 'node:crypto'
import { mkdir, open, opendir, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Storage } from './storage.ts'

const PARTIAL = 'tmp'

const isMissing = (error: unknown) => (error as { code?: string }).code === 'ENOENT'

async function sync(target: string): Promise<void> {
  const handle = await open(target, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const sizeOf = (file: string): Promise<number | null> =>
  stat(file).then(
    ({ size }) => size,
    (error) => {
      if (isMissing(error)) return null
      throw error
    },
  )

/** A folder whose own name survives a power cut, too: a new entry is only safe once its parent is on the disk. */
async function mkdirSafely(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true })
  if (first === undefined) return
  for (let made = folder; made.length >= first.length; made = path.dirname(made)) {
    await sync(path.dirname(made))
  }
}

/** Files below one folder; a key is a relative path of ours such as `media/3f/….jpg`. */
export function createFolderStorage(root: string): Storage {
  const pathOf = (key: string) => {
    if (!/^[\w-]+(\/[\w-][\w.-]*)+$/.test(key)) throw new Error(`not a storage key: ${key}`)
    return path.join(root, key)
  }
  const temporary = async () => {
    await mkdir(path.join(root, PARTIAL), { recursive: true })
    return path.join(root, PARTIAL, randomUUID())
  }
  const adopt = async (key: string, file: string) => {
    const target = pathOf(key)
    await Promise.all([sync(file), mkdirSafely(path.dirname(target))])
    await rename(file, target)
    await sync(path.dirname(target))
  }
  return {
    adopt,
    temporary,
    async write(key, bytes) {
      const file = await temporary()
      try {
        await writeFile(file, bytes, { flag: 'wx', mode: 0o600 })
        await adopt(key, file)
      } finally {
        await rm(file, { force: true })
      }
    },
    async read(key, range) {
      const target = pathOf(key)
      try {
        const handle = await open(target, 'r')
        return handle.createReadStream(range)
      } catch (error) {
        if (isMissing(error)) return null
        throw error
      }
    },
    async move(from, to) {
      const [source, target] = [pathOf(from), pathOf(to)]
      await mkdirSafely(path.dirname(target))
      try {
        await rename(source, target)
      } catch (error) {
        // a run before this one came so far
        if (!isMissing(error) || (await sizeOf(target)) === null) throw error
      }
      await sync(target)
      await sync(path.dirname(target))
    },
    size: async (key) => sizeOf(pathOf(key)),
    presign: async () => null,
    withFile: async (key, use) => use(pathOf(key)),
    remove: async (key) => rm(pathOf(key), { force: true }),
    async sweepTemporary(age) {
      let swept = 0
      for await (const file of walk(root, PARTIAL)) {
        if (file.age < age) continue
        await rm(path.join(root, file.key), { force: true })
        swept++
      }
      return swept
    },
    list: (prefix) => walk(root, prefix),
  }
}

async function* walk(root: string, prefix: string): AsyncIterable<{ key: string; age: number }> {
  const found = await opendir(path.join(root, prefix)).catch((error) => {
    if (isMissing(error)) return null
    throw error
  })
  if (found === null) return
  for await (const entry of found) {
    const key = path.posix.join(prefix, entry.name)
    if (entry.isDirectory()) yield* walk(root, key)
    else {
      const info = await stat(path.join(root, key)).catch(() => null)
      if (info !== null) yield { key, age: Date.now() - info.mtimeMs }
    }
  }
}
