/** What a thread says: that it has room for so many blocks more, how far it is, and in the end its result. */
export type FromThread = { room: number } | { progress: number } | { result: unknown }

/** What a thread is told: a block, or that there are no more. */
export type ToThread = { block: readonly Float32Array[] } | { end: true }
