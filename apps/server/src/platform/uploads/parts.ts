/** An upload as the store of parts knows it: `ref` is the store's own name for it, null while it has none. */
export type PartsOf = { id: string; length: number; ref: string | null }

/** How far an append came. `fault` is what ended the bytes before their time; what came before it is kept. */
export type Appended = { size: number; fault: unknown }

/**
 * Where the bytes of an upload lie until it is whole; then they are the file `keyOf(id)` of the storage. A store counts
 * on there being one writer at a time, and on nothing else: whatever moment the process dies at, `size` tells how many
 * bytes are safe, and they are never fewer than were acknowledged.
 */
export type PartStore = {
  /** Makes ready for bytes; gives the store's name for the upload, which is to be kept, or null where it needs none. */
  begin(id: string): Promise<string | null>
  /** Bytes that survive a power cut. */
  size(upload: PartsOf): Promise<number>
  /** Adds bytes from `offset`, which must be the size, on. Faults of the store are thrown, those of `bytes` are told. */
  append(upload: PartsOf, offset: number, bytes: AsyncIterable<Buffer>): Promise<Appended>
  /** Makes one file of an upload whose bytes are all here; again is fine. */
  seal(upload: PartsOf): Promise<void>
  /** Removes everything of an upload; nothing there is fine. */
  remove(upload: PartsOf): Promise<void>
  /** Ends what the store itself began more than `age` milliseconds ago for uploads that `findGone` says are gone. */
  sweep(age: number, findGone: (ids: readonly string[]) => Promise<string[]>): Promise<number>
}

/** The folder of uploads, and the key of one in the storage. */
export const UPLOADS = 'uploads'
export const keyOf = (id: string): string => `${UPLOADS}/${id}`

/** The upload that a key below `UPLOADS` belongs to: what follows the id is the store's own affair. */
export const idOf = (key: string): string => key.slice(UPLOADS.length + 1).split('.', 1)[0] ?? ''
