import { createWriteStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'

export type ZipEntry = { mtime?: Date; compress: boolean }

/** A zip that is written entry by entry, so that its size does not matter to memory. */
export type Zip = {
  /** Resolves when all of `bytes` has been read. */
  add(name: string, bytes: Readable, entry: ZipEntry): Promise<void>
  /** Writes the end; then the file is whole. */
  end(): Promise<void>
  /** Lets go of a file that will not be finished. */
  abandon(): void
}

/** Begins a zip at `path`, where there must be nothing. */
export function createZip(path: string): Zip {
  const zip = new ZipFile()
  const output = zip.outputStream as Readable
  const written = pipeline(output, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
  // whoever adds or ends hears of it; nobody else has to
  written.catch(() => {})
  zip.on('error', (error) => output.destroy(error))
  return {
    async add(name, bytes, entry) {
      zip.addReadStream(bytes, name, entry)
      await Promise.race([finished(bytes, { writable: false }), written])
    },
    async end() {
      zip.end()
      await written
    },
    abandon: () => void output.destroy(),
  }
}
