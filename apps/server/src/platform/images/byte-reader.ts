import type { FileHandle } from 'node:fs/promises'

const CHUNK = 65_536

/** Reads an open file forwards in small pieces, so that skipping through 50 MB needs 64 KB of memory. */
export class ByteReader {
  readonly #file: FileHandle
  readonly #chunk = Buffer.alloc(CHUNK)
  #chunkStart = 0
  #chunkLength = 0
  #position = 0

  constructor(file: FileHandle) {
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
