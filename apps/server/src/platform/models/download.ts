import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
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
  const signal = AbortSignal.any([silence.signal, AbortSignal.timeout(patience.whole)])
  const late = () => silence.abort(new DownloadError('nothing came for too long'))
  let clock = setTimeout(late, patience.silence)
  try {
    const body = await ask(from, signal)
    const hash = createHash('sha256')
    await using target = await open(part, 'wx')
    let received = 0
    for await (const chunk of body) {
      clearTimeout(clock)
      clock = setTimeout(late, patience.silence)
      received += chunk.length
      if (received > file.bytes) throw new DownloadError(`it is larger than ${file.bytes} bytes`)
      hash.update(chunk)
      await target.writeFile(chunk)
      onProgress(received / file.bytes)
    }
    if (received < file.bytes) throw new DownloadError(`only ${received} of ${file.bytes} bytes came`)
    if (hash.digest('hex') !== file.sha256) throw new DownloadError('its checksum is another')
    await target.sync()
  } catch (error) {
    throw signal.aborted ? signal.reason : error
  } finally {
    clearTimeout(clock)
    silence.abort()
  }
}

/**
 * Follows redirects by hand: to the same origin, or to another over https; nowhere else. Not with `fetch`: in Node 24 one
 * that reads slower than a server sends, which then closes, ends the process (an assertion of undici's).
 */
async function ask(address: string, signal: AbortSignal): Promise<IncomingMessage> {
  let url = new URL(address)
  for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
    const answer = await get(url, signal)
    const { statusCode: status = 0, headers } = answer
    if (status === 200) return answer
    answer.destroy()
    if (status < 300 || status >= 400 || headers.location === undefined)
      throw new DownloadError(`${url.origin} answered ${status}`)
    const next = new URL(headers.location, url)
    if (next.origin !== url.origin && next.protocol !== 'https:')
      throw new DownloadError(`${url.origin} leads elsewhere without https`)
    url = next
  }
  throw new DownloadError('it leads from one address to the next')
}

const get = (url: URL, signal: AbortSignal) =>
  new Promise<IncomingMessage>((resolve, reject) => {
    const { request } = url.protocol === 'https:' ? https : http
    const headers = { 'accept-encoding': 'identity', 'user-agent': 'ShareMyShows' }
    request(url, { signal, headers, agent: false }, resolve).on('error', reject).end()
  })

const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'TimeoutError') return 'it took too long'
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message
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
