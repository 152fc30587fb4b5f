const CHUNK = 65_536

/** What can be read from anywhere in it, as an open file can. */
export type ReadableBytes = {
  read(into: Buffer, at: number, length: number, position: number): Promise<{ bytesRead: number }>
}

/** Bytes in memory, read as a file is. */
export const inMemory = (bytes: Buffer): ReadableBytes => ({
  read: async (into, at, length, position) => ({
    bytesRead: bytes.copy(into, at, position, position + length),
  }),
})

/** Reads an open file forwards in small pieces, so that skipping through 50 MB needs 64 KB of memory. */
export class ByteReader {
  readonly #file: ReadableBytes
  readonly #chunk = Buffer.alloc(CHUNK)
  #chunkStart = 0
  #chunkLength = 0
  #position = 0

  constructor(file: ReadableBytes) {
    this.#file = file
  }

  skip(bytes: number): void {
    this.#position += bytes
  }

  /** The next bytes (at most 65,536), valid until the next call; null when the file ends before them. */
  async take(bytes: number): Promise<Buffer | null> {
    const from = this.#position - this.#chunkStart
    const inChunk = from >= 0 && from + bytes <= this.#chunkLength
    if (!inChunk) await this.#load()
    const start = this.#position - this.#chunkStart
    if (start + bytes > this.#chunkLength) return null
    this.#position += bytes
    return this.#chunk.subarray(start, start + bytes)
  }

  async #load(): Promise<void> {
    this.#chunkStart = this.#position
    this.#chunkLength = (await this.#file.read(this.#chunk, 0, CHUNK, this.#position)).bytesRead
  }
}
