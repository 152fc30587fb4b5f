import type { Storage } from '../../../platform/storage/storage.ts'

/** A file of the storage that is fetched once somebody asks for it, and let go of at the end. */
export function fileOnDemand(
  storage: Storage,
  key: string | null,
): { path(): Promise<string>; release(): Promise<void> } {
  const released = Promise.withResolvers<void>()
  let held: Promise<void> | undefined
  let fetched: Promise<string> | undefined
  const fetch = () => {
    const there = Promise.withResolvers<string>()
    if (key === null) throw new Error('an import without a file was asked for one')
    held = storage.withFile(key, async (path) => {
      there.resolve(path)
      await released.promise
    })
    held.catch(there.reject)
    return there.promise
  }
  return {
    path: () => {
      fetched ??= fetch()
      return fetched
    },
    async release() {
      released.resolve()
      // whoever asked has heard of its failure
      await held?.catch(() => {})
    },
  }
}
