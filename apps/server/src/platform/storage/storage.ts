import type { Readable } from 'node:stream'

/**
 * Where files live: a folder, or a bucket of an S3-compatible store; both behave alike. Keys are made by us, never by
 * users, and never used twice.
 */
export type Storage = {
  /** Moves a finished temporary file under `key`; when it resolves the bytes survive a power cut. */
  adopt(key: string, temporaryFile: string): Promise<void>
  /** Puts a small file under `key`, as safely. */
  write(key: string, bytes: Uint8Array): Promise<void>
  /**
   * Puts the same bytes under a second key, as safely, and replaces nothing half; either may then be removed without the
   * other. Nothing under `from` throws.
   */
  copy(from: string, to: string): Promise<void>
  /** A stream of the bytes from `start` to `end` inclusive; null when there is nothing under `key`. */
  read(key: string, range?: { start: number; end: number }): Promise<Readable | null>
  /** Bytes of what lies under `key`; null when there is nothing. */
  size(key: string): Promise<number | null>
  /** A path a tool may read from, for as long as `use` runs. */
  withFile<T>(key: string, use: (path: string) => Promise<T>): Promise<T>
  /**
   * An address at which a client may read the file itself for `seconds`, answered with these headers; null where the
   * store has none or clients are to read through us.
   */
  presign(key: string, answer: { seconds: number; mime: string; disposition: string }): Promise<string | null>
  /** Removes what is there; nothing there is fine. */
  remove(key: string): Promise<void>
  /** A fresh path for a file being written, on the same disk as the rest where there is one. */
  temporary(): Promise<string>
  /** Removes temporary files untouched for `age` milliseconds, which only a crash leaves behind; gives their number. */
  sweepTemporary(age: number): Promise<number>
  /** Every key below `prefix` with its age in milliseconds. */
  list(prefix: string): AsyncIterable<{ key: string; age: number }>
  /** True when it can be reached now. */
  answers(): Promise<boolean>
}
