import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { ModelFile } from './catalog.ts'

/** Why a model could not be fetched, in words for the log. */
class DownloadError extends Error {}

export type Patience = {
  /** Milliseconds for all of it, and without a byte. */
  whole: number
  silence: number
}
const PATIENCE: Patience = { whole: 10 * 60_000, silence: 30_000 }
const MOST_REDIRECTS = 5
const PART = '.part'
/** What a process that was killed left behind is removed when it cannot be another's that still runs. */
const ABANDONED_MS = 60 * 60_000

/**
 * Fetches a model into `folder`: into a file of its own first, which takes the model's name when it is whole, of the right
 * checksum and on the disk. Throws with the reason for it.
 */
export async function download(
  file: ModelFile,
  from: string,
  folder: string,
  onProgress: (share: number) => void = () => {},
  patience: Patience = PATIENCE,
): Promise<void> {
  await mkdir(folder, { recursive: true })
  await removeAbandoned(folder)
  const part = path.join(folder, `${file.name}.${randomUUID()}${PART}`)
  try {
    await receive(file, from, part, onProgress, patience)
    await rename(part, path.join(folder, file.name))
    await synced(folder)
  } catch (error) {
    throw error instanceof DownloadError ? error : new DownloadError(reasonOf(error), { cause: error })
  } finally {
    await rm(part, { force: true })
  }
}

async function receive(
  file: ModelFile,
  from: string,
  part: string,
  onProgress: (share: number) => void,
  patience: Patience,
): Promise<void> {
  const silence = new AbortController()
  const whole = AbortSignal.timeout(patience.whole)
  const late = () => silence.abort(new DownloadError('nothing came for too long'))
  let clock = setTimeout(late, patience.silence)
  try {
    const body = await ask(from, AbortSignal.any([silence.signal, whole]))
    const hash = createHash('sha256')
    await using target = await open(part, 'wx')
    let received = 0
    for await (const chunk of body) {
      clearTimeout(clock)
      clock = setTimeout(late, patience.silence)
      received += chunk.length
      if (received > file.bytes) throw new DownloadError(`it is larger than ${file.bytes} bytes`)
      hash.update(chunk)
      await target.write(chunk)
      onProgress(received / file.bytes)
    }
    if (received < file.bytes) throw new DownloadError(`only ${received} of ${file.bytes} bytes came`)
    if (hash.digest('hex') !== file.sha256) throw new DownloadError('its checksum is another')
    await target.sync()
  } finally {
    clearTimeout(clock)
    silence.abort()
  }
}

/** Follows redirects by hand: to the same origin, or to another over https; nowhere else. */
async function ask(address: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
  let url = new URL(address)
  for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
    const answer = await fetch(url, {
      signal,
      redirect: 'manual',
      headers: { 'accept-encoding': 'identity' },
    })
    const location = answer.headers.get('location')
    if (answer.status < 300 || answer.status >= 400 || location === null) {
      if (answer.status === 200 && answer.body) return answer.body
      await answer.body?.cancel()
      throw new DownloadError(`${url.origin} answered ${answer.status}`)
    }
    await answer.body?.cancel()
    const next = new URL(location, url)
    if (next.origin !== url.origin && next.protocol !== 'https:')
      throw new DownloadError(`${url.origin} leads elsewhere without https`)
    url = next
  }
  throw new DownloadError('it leads from one address to the next')
}

/** Of `fetch`, the reason is in the cause. */
const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'TimeoutError') return 'it took too long'
  const { cause } = error
  if (!(cause instanceof Error)) return error.message
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message
}

async function removeAbandoned(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.endsWith(PART)) continue
    const file = path.join(folder, name)
    const found = await stat(file).catch(() => null)
    if (found && Date.now() - found.mtimeMs > ABANDONED_MS) await rm(file, { force: true })
  }
}

/** The name is on the disk, too. Not every system can sync a folder, and there the rename has to do. */
async function synced(folder: string): Promise<void> {
  const handle = await open(folder).catch(() => null)
  await handle?.sync().catch(() => {})
  await handle?.close()
}
