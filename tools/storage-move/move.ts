import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Storage } from '../../apps/server/src/platform/storage/storage.ts'
import type { Kept } from './kept.ts'

export type Move = {
  from: Storage
  to: Storage
  /** Takes each file away from where it was, once it is proven to be where it goes. */
  remove: boolean
  /** Looks and changes nothing. */
  dryRun: boolean
  onFile: (moved: Moved) => void
}

/** What became of a file. `there`: it was already; `copied` counts what would be, in a dry run. */
export type Moved = { key: string; bytes: number } & (
  | { outcome: 'copied' | 'there' }
  | { outcome: 'failed'; reason: string }
)

/** What is wrong with one file, in words. */
class Damaged extends Error {}

const AT_ONCE = 4

/** Brings each file to the other side, unless it is there, and reads it back; one that cannot be is told and passed by. */
export async function moveFiles(files: AsyncIterable<Kept>, move: Move): Promise<void> {
  const queue = files[Symbol.asyncIterator]()
  const work = async () => {
    for (let next = await queue.next(); !next.done; next = await queue.next()) {
      const { key } = next.value
      const moved = await moveFile(next.value, move).catch(
        (error: Error): Moved => ({ key, bytes: 0, outcome: 'failed', reason: error.message }),
      )
      move.onFile(moved)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
}

async function moveFile(kept: Kept, move: Move): Promise<Moved> {
  const { from, to, remove, dryRun } = move
  const { key } = kept
  const source = await from.size(key)
  const there = await to.size(key)
  if (source === null) {
    // an earlier run with --remove came so far
    if (there === null) throw new Damaged('is on neither side')
    if (!dryRun) check(kept, await fingerprint(await to.read(key)))
    return { key, bytes: there, outcome: 'there' }
  }
  if (dryRun) return { key, bytes: source, outcome: there === source ? 'there' : 'copied' }
  const original = await fingerprint(await from.read(key))
  check(kept, original)
  const known = there === source && (await fingerprint(await to.read(key))).sha256 === original.sha256
  if (!known) await copy(key, original.sha256, move)
  if (remove) await from.remove(key)
  return { key, bytes: source, outcome: known ? 'there' : 'copied' }
}

async function copy(key: string, sha256: string, { from, to }: Move): Promise<void> {
  const file = await to.temporary()
  try {
    const stream = await from.read(key)
    if (stream === null) throw new Damaged('went away meanwhile')
    await pipeline(stream, createWriteStream(file, { flags: 'wx', mode: 0o600 }))
    await to.adopt(key, file)
  } finally {
    await rm(file, { force: true })
  }
  const arrived = await fingerprint(await to.read(key))
  if (arrived.sha256 !== sha256) throw new Damaged('arrived with other bytes than were sent')
}

type Fingerprint = { size: number; sha256: string }

async function fingerprint(stream: Readable | null): Promise<Fingerprint> {
  if (stream === null) throw new Damaged('went away meanwhile')
  const hash = createHash('sha256')
  let size = 0
  for await (const chunk of stream) {
    hash.update(chunk)
    size += chunk.length
  }
  return { size, sha256: hash.digest('hex') }
}

function check({ size, sha256 }: Kept, found: Fingerprint): void {
  if (size !== null && size !== found.size) throw new Damaged(`has ${found.size} bytes, not ${size}`)
  if (sha256 !== null && sha256 !== found.sha256) throw new Damaged('has other bytes than were added')
}
