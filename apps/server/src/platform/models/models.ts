import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Log } from '../log/log.ts'
import { type ModelFile, YAMNET } from './catalog.ts'
import { download, type Patience } from './download.ts'

/** After a failure nobody is asked again for so long, and twice as long after the next, up to half a day. */
const RETRY_MS = 5 * 60_000
const RETRY_MOST_MS = 12 * 60 * 60_000

export type ModelSettings = {
  /** Where models may lie already; they are only read there. */
  modelsDir: string
  /** Where they are kept once fetched: `models` in it. */
  dataDir: string
  /** Folder on a server, or the file itself, to fetch from; null fetches nothing. */
  modelsUrl: string | null
}

export type Models = {
  /**
   * The weights of the tagging model: found, or fetched, which is waited for `wait` milliseconds at most; null while there is
   * none. Analyses do without it until then.
   */
  tagging(options?: { wait?: number; onProgress?: (share: number) => void }): Promise<Uint8Array | null>
}

type Stands = { file?: ModelFile; now?: () => number; patience?: Patience }

/** Models of the engines: files that are named by their checksum, read from where they are or fetched once. */
export function createModels(
  { modelsDir, dataDir, modelsUrl }: ModelSettings,
  log: Log,
  { file = YAMNET, now = Date.now, patience }: Stands = {},
): Models {
  const kept = path.join(dataDir, 'models')
  const listeners = new Set<(share: number) => void>()
  let weights: Uint8Array | null = null
  let fetching: Promise<Uint8Array | null> | null = null
  let pause = RETRY_MS
  let notBefore = 0

  const fetchOnce = async (from: string) => {
    log.info({ model: file.name, from: new URL(from).origin }, 'fetching a model')
    try {
      const tell = (share: number) => {
        for (const listener of listeners) listener(share)
      }
      await download(file, from, kept, tell, patience)
      pause = RETRY_MS
      log.info({ model: file.name }, 'the model is here')
      return await read(file, kept, log)
    } catch (error) {
      notBefore = now() + pause
      log.warn({ model: file.name, reason: (error as Error).message, againIn: pause }, 'no model came')
      pause = Math.min(RETRY_MOST_MS, pause * 2)
      return null
    } finally {
      fetching = null
    }
  }
  const find = async () => {
    for (const folder of new Set([path.resolve(modelsDir), path.resolve(kept)])) {
      const found = await read(file, folder, log)
      if (found) return found
    }
    return null
  }
  const fetched = () => {
    if (modelsUrl === null || now() < notBefore) return null
    fetching ??= fetchOnce(addressOf(file, modelsUrl))
    return fetching
  }

  return {
    async tagging({ wait = Number.POSITIVE_INFINITY, onProgress } = {}) {
      weights ??= fetching ? null : await find()
      if (weights) return weights
      const coming = fetched()
      if (!coming) return null
      if (onProgress) listeners.add(onProgress)
      try {
        const came = await patiently(coming, wait)
        weights ??= came
        return came
      } finally {
        if (onProgress) listeners.delete(onProgress)
      }
    },
  }
}

/** The file of that name if its checksum is right. */
async function read(file: ModelFile, folder: string, log: Log): Promise<Uint8Array | null> {
  const bytes = await readFile(path.join(folder, file.name)).catch(() => null)
  if (!bytes) return null
  if (createHash('sha256').update(bytes).digest('hex') === file.sha256) return bytes
  log.warn({ model: file.name, folder }, 'a model has another checksum and is not used')
  return null
}

/** `base` is a folder on a server, or the file itself when it ends in its name's ending. */
function addressOf(file: ModelFile, base: string): string {
  const isFile = new URL(base).pathname.endsWith(path.extname(file.name))
  return isFile ? base : new URL(file.name, base.endsWith('/') ? base : `${base}/`).href
}

async function patiently<Value>(coming: Promise<Value>, wait: number): Promise<Value | null> {
  if (!Number.isFinite(wait)) return coming
  let clock: NodeJS.Timeout | undefined
  const enough = new Promise<null>((resolve) => {
    clock = setTimeout(() => resolve(null), wait)
  })
  return Promise.race([coming, enough]).finally(() => clearTimeout(clock))
}
