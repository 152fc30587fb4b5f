import { constants } from 'node:fs'
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises'
import path from 'node:path'
import { type Appended, keyOf, type PartStore, UPLOADS } from './parts.ts'

const missing = (error: unknown) => {
  if ((error as { code?: string }).code === 'ENOENT') return null
  throw error
}

/** One growing file for each upload, below the folder where the storage will find it whole. */
export function createFolderParts(root: string): PartStore {
  const pathOf = (id: string) => path.join(root, keyOf(id))
  return {
    begin: async () => null,
    async size({ id }) {
      const handle = await open(pathOf(id), 'r').catch(missing)
      if (handle === null) return 0
      try {
        return await safeSize(handle)
      } finally {
        await handle.close()
      }
    },
    async append({ id }, offset, bytes) {
      await mkdir(path.join(root, UPLOADS), { recursive: true })
      const handle = await open(pathOf(id), constants.O_RDWR | constants.O_CREAT, 0o600)
      try {
        const fault = await writeAll(handle, offset, bytes)
        const size = await safeSize(handle)
        // the first bytes are only safe once the folder knows the file
        if (offset === 0) await syncFolder(path.join(root, UPLOADS))
        return { size, fault }
      } finally {
        await handle.close()
      }
    },
    seal: async () => {},
    remove: ({ id }) => rm(pathOf(id), { force: true }),
    sweep: async () => 0,
  }
}

/** Writes what comes until it ends; gives what ended it, undefined for a good end. */
async function writeAll(
  handle: FileHandle,
  offset: number,
  bytes: AsyncIterable<Buffer>,
): Promise<Appended['fault']> {
  let at = offset
  try {
    for await (const chunk of bytes) {
      for (let done = 0; done < chunk.length; ) {
        const { bytesWritten } = await handle.write(chunk, done, chunk.length - done, at)
        done += bytesWritten
        at += bytesWritten
      }
    }
    return undefined
  } catch (fault) {
    return fault
  }
}

async function safeSize(handle: FileHandle): Promise<number> {
  await handle.sync()
  return (await handle.stat()).size
}

async function syncFolder(folder: string): Promise<void> {
  for (const one of [folder, path.dirname(folder)]) {
    const handle = await open(one, 'r')
    await handle.sync().finally(() => handle.close())
  }
}
