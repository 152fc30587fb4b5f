import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { restored, type Upload } from './upload-item'

/** Where uploads outlive the page. Nothing here throws: what cannot be kept is missing later. */
export type Shelf = {
  /** Those of a person, as they stand after a reload, in the order of the line. */
  load: (owner: string) => Promise<Upload[]>
  put: (...uploads: readonly Upload[]) => Promise<void>
  remove: (keys: readonly string[]) => Promise<void>
  /** False when this browser has no room for the bytes. */
  keepFile: (key: string, file: Blob) => Promise<boolean>
  dropFile: (key: string) => Promise<void>
  file: (key: string) => Promise<Blob | undefined>
}

interface Schema extends DBSchema {
  uploads: { key: string; value: Upload; indexes: { owner: string } }
  files: { key: string; value: Blob }
}

/** Bytes on a device that nobody comes back for go after thirty days. */
const LONGEST_MS = 30 * 24 * 3_600_000
/** Of what the browser would give, this share stays free for everything else on the device. */
const SPARE = 0.2

/** The shelf in IndexedDB; where there is none, everything is forgotten at once. */
export async function openShelf(): Promise<Shelf> {
  try {
    return shelfIn(await openDatabase())
  } catch {
    return NO_SHELF
  }
}

const openDatabase = (): Promise<IDBPDatabase<Schema>> =>
  openDB<Schema>('uploads', 1, {
    upgrade(database) {
      database.createObjectStore('uploads', { keyPath: 'key' }).createIndex('owner', 'owner')
      database.createObjectStore('files')
    },
  })

function shelfIn(database: IDBPDatabase<Schema>): Shelf {
  const remove = async (keys: readonly string[]) => {
    const both = database.transaction(['uploads', 'files'], 'readwrite')
    for (const key of keys) {
      void both.objectStore('uploads').delete(key)
      void both.objectStore('files').delete(key)
    }
    await both.done
  }
  const sweep = async () => {
    const all = await database.getAll('uploads')
    await remove(all.filter(({ order }) => order < Date.now() - LONGEST_MS).map(({ key }) => key))
  }
  return {
    async load(owner) {
      await sweep().catch(() => undefined)
      const uploads = await database.getAllFromIndex('uploads', 'owner', owner).catch(() => [])
      return uploads.map(restored).toSorted((one, other) => one.order - other.order)
    },
    async put(...uploads) {
      const all = database.transaction('uploads', 'readwrite')
      for (const upload of uploads) all.store.put(upload).catch(nothing)
      await all.done.catch(nothing)
    },
    remove: (keys) => remove(keys).catch(nothing),
    dropFile: (key) => database.delete('files', key).catch(nothing),
    file: (key) => database.get('files', key).catch(() => undefined),
    async keepFile(key, file) {
      try {
        if (!(await hasRoomFor(file.size))) return false
        await database.put('files', file, key)
        return true
      } catch {
        return false
      }
    },
  }
}

const nothing = () => undefined

/** Asked before, because filling a phone to its last byte is no kindness. */
async function hasRoomFor(bytes: number): Promise<boolean> {
  const { quota = Number.POSITIVE_INFINITY, usage = 0 } = (await navigator.storage?.estimate()) ?? {}
  return bytes < (quota - usage) * (1 - SPARE)
}

const NO_SHELF: Shelf = {
  load: async () => [],
  put: async () => undefined,
  remove: async () => undefined,
  keepFile: async () => false,
  dropFile: async () => undefined,
  file: async () => undefined,
}
