import { copyFile, link, mkdir, open, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { checkKey } from './keys.ts'
import type { Storage } from './storage.ts'
import { createTemporary } from './temporary.ts'
import { isMissing, walk } from './walk.ts'

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
  const pathOf = (key: string) => path.join(root, checkKey(key))
  const temporary = createTemporary(root)
  const adopt = async (key: string, file: string) => {
    const target = pathOf(key)
    await Promise.all([sync(file), mkdirSafely(path.dirname(target))])
    await rename(file, target)
    await sync(path.dirname(target))
  }
  const put = async (key: string, fill: (file: string) => Promise<void>) => {
    const file = await temporary.fresh()
    try {
      await fill(file)
      await adopt(key, file)
    } finally {
      await rm(file, { force: true })
    }
  }
  return {
    adopt,
    temporary: temporary.fresh,
    write: (key, bytes) => put(key, (file) => writeFile(file, bytes, { flag: 'wx', mode: 0o600 })),
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
    async copy(from, to) {
      const [source, target] = [pathOf(from), pathOf(to)]
      await mkdirSafely(path.dirname(target))
      try {
        // the sweep asks how old a key is: never older than its name, not for a moment
        await utimes(source, new Date(), new Date())
        // a second name for the same bytes costs nothing
        await link(source, target)
        await sync(target)
        await sync(path.dirname(target))
      } catch (error) {
        if (isMissing(error)) throw error
        // some disks know no such thing
        await put(to, (file) => copyFile(source, file))
      }
    },
    size: async (key) => sizeOf(pathOf(key)),
    presign: async () => null,
    withFile: async (key, use) => use(pathOf(key)),
    remove: async (key) => rm(pathOf(key), { force: true }),
    sweepTemporary: temporary.sweep,
    list: (prefix) => walk(root, prefix),
    answers: async () => true,
  }
}
