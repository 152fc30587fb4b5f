import { open, rm } from 'node:fs/promises'

/** Bytes on their way to a store that takes them by the part, on this machine's disk so that slow senders cost no memory. */
export type Spool = {
  /** Bytes it holds; at most a part. */
  held(): number
  /** Takes what fits of a chunk, and gives what does not. */
  add(chunk: Buffer): Promise<Buffer>
  /** All it holds. */
  bytes(): Promise<Buffer>
  clear(): void
  close(): Promise<void>
}

export async function createSpool(file: string, partBytes: number): Promise<Spool> {
  const handle = await open(file, 'wx+', 0o600)
  let held = 0
  return {
    held: () => held,
    async add(chunk) {
      const fits = chunk.subarray(0, partBytes - held)
      for (let done = 0; done < fits.length; ) {
        const { bytesWritten } = await handle.write(fits, done, fits.length - done, held)
        done += bytesWritten
        held += bytesWritten
      }
      return chunk.subarray(fits.length)
    },
    async bytes() {
      const { buffer } = await handle.read(Buffer.allocUnsafe(held), 0, held, 0)
      return buffer
    },
    clear() {
      held = 0
    },
    async close() {
      await handle.close()
      await rm(file, { force: true })
    },
  }
}
