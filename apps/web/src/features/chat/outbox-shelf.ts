import { openDB } from 'idb'
import type { Unsent } from './unsent'

/** Where messages outlive the page. Nothing here throws. */
export type Shelf = {
  load: (owner: string) => Promise<readonly Unsent[]>
  put: (one: Unsent) => Promise<void>
  remove: (clientIds: readonly string[]) => Promise<void>
  /** All tabs of this browser see the same; without storage, each has its own. */
  shared: boolean
}

/** What nobody has come back for is said no more after thirty days. */
const LONGEST_MS = 30 * 24 * 3_600_000

/** The shelf in IndexedDB; where there is none, in this page's memory. */
export async function openShelf(): Promise<Shelf> {
  try {
    return await openDatabase()
  } catch {
    return memoryShelf()
  }
}

async function openDatabase(): Promise<Shelf> {
  const database = await openDB<{ messages: { key: string; value: Unsent; indexes: { owner: string } } }>(
    'messages',
    1,
    {
      upgrade(made) {
        made.createObjectStore('messages', { keyPath: 'clientId' }).createIndex('owner', 'owner')
      },
    },
  )
  const remove = async (clientIds: readonly string[]) => {
    const all = database.transaction('messages', 'readwrite')
    await Promise.all([...clientIds.map((id) => all.store.delete(id)), all.done])
  }
  return {
    shared: true,
    async load(owner) {
      const found = await database.getAllFromIndex('messages', 'owner', owner).catch(() => [])
      const old = found.filter(({ order }) => order < Date.now() - LONGEST_MS)
      if (old.length > 0) await remove(old.map(({ clientId }) => clientId)).catch(nothing)
      return found.filter((one) => !old.includes(one))
    },
    put: (one) => database.put('messages', one).then(nothing, nothing),
    remove: (clientIds) => remove(clientIds).catch(nothing),
  }
}

const nothing = () => undefined

/** Lasts as long as the page. */
export function memoryShelf(): Shelf {
  const kept = new Map<string, Unsent>()
  return {
    shared: false,
    load: async (owner) => [...kept.values()].filter((one) => one.owner === owner),
    async put(one) {
      kept.set(one.clientId, one)
    },
    async remove(clientIds) {
      for (const id of clientIds) kept.delete(id)
    },
  }
}
