import { createReadStream } from 'node:fs'
import { ACCOUNT_EXPORT_VERSION } from '@sharemyshows/contract/account-export'
import { NotJson, splitJson } from '../../../../platform/files/split-json.ts'
import { BadZip, isZip, listZip, type Packed, unpack } from '../../../../platform/files/unzip.ts'
import type { Found, Reader } from '../../kinds.ts'
import {
  AVATAR,
  DOCUMENT,
  isOurs,
  MOST_DOCUMENT_BYTES,
  MOST_ENTRIES,
  MOST_RATIO,
  placesIn,
} from '../rules/archive.ts'
import { EXTRAS, type Extra, readExtra } from '../rules/extras.ts'
import { type Head, headOf, leftBehind, notOurs } from '../rules/head.ts'
import { foundAvatar, readProfile } from '../rules/profile.ts'
import { readShow } from '../rules/shows.ts'

/** What one item, a show with all its songs for one, may have; of an analysis there may be much. */
const MOST_ITEM_BYTES = 8 * 1_048_576
const A_TIME = 500

/**
 * An export, opened: its document, as often as it is asked for, and its files by the names the document has for them; null
 * where it is alone.
 */
type Opened = {
  bytes(): AsyncIterable<Buffer>
  packedAt: ((name: string) => Packed | undefined) | null
}

/** Reads what this or another server wrote of an account: the document alone, or in its archive with all originals. */
export const readAccount: Reader = async ({ path, signal }) => {
  if (path === null) throw new Error('an account without a file')
  try {
    const opened = await open(path)
    const whole = counted(opened.bytes())
    const head = await readHead(whole.bytes, signal)
    const failure = notOurs(head, ACCOUNT_EXPORT_VERSION)
    if (failure !== null) return { failure }
    const again = counted(opened.bytes())
    const found = foundIn(again.bytes, opened.packedAt, head)
    const share = () => again.read() / whole.read()
    return { columns: [], mapping: {}, missing: [], dateFormat: null, found, share }
  } catch (error) {
    if (error instanceof BadZip || error instanceof NotJson) return { failure: error.message }
    throw error
  }
}

async function open(path: string): Promise<Opened> {
  if (!(await isZip(path))) return { bytes: () => createReadStream(path), packedAt: null }
  const files = await listZip(path, isOurs, { entries: MOST_ENTRIES, ratio: MOST_RATIO })
  const places = placesIn(files)
  const document = places.get(DOCUMENT)
  if (document === undefined) throw new BadZip(`There is no ${DOCUMENT} in this archive.`)
  return { bytes: () => unpack(path, document), packedAt: (name) => places.get(name) }
}

const TOO_LONG = `The document of an account may have up to ${MOST_DOCUMENT_BYTES / 1_048_576} MB.`

/** Bytes of a document, and how many of them have been read. */
function counted(source: AsyncIterable<Buffer>) {
  let read = 0
  const bytes = async function* () {
    for await (const chunk of source) {
      read += chunk.length
      if (read > MOST_DOCUMENT_BYTES) throw new NotJson(TOO_LONG)
      yield chunk
    }
  }
  return { bytes: bytes(), read: () => read }
}

/** Goes through the whole document once, so that one that breaks off is known before anything is offered. */
async function readHead(bytes: AsyncIterable<Buffer>, signal: AbortSignal): Promise<Head> {
  const head = headOf()
  for await (const parts of splitJson(bytes, MOST_ITEM_BYTES)) {
    signal.throwIfAborted()
    for (const { name, item, bytes: written } of parts) head.hear(name, item, () => parsed(written))
  }
  return head
}

async function* foundIn(
  bytes: AsyncIterable<Buffer>,
  packedAt: Opened['packedAt'],
  head: Head,
): AsyncGenerator<Found[]> {
  const avatar = packedAt?.(AVATAR)
  yield [
    readProfile(head.values.profile, head.values.settings, leftBehind(head, packedAt === null)),
    ...(avatar === undefined ? [] : [foundAvatar(avatar)]),
  ]
  const rows = new Map<string, number>()
  let found: Found[] = []
  for await (const parts of splitJson(bytes, MOST_ITEM_BYTES)) {
    for (const { name, item, bytes: written } of parts) {
      if (!item || !isBrought(name)) continue
      const row = (rows.get(name) ?? 0) + 1
      rows.set(name, row)
      const value = parsed(written)
      found.push(name === 'shows' ? readShow(row, value) : readExtra(name, row, value, packedAt))
      if (found.length < A_TIME) continue
      yield found
      found = []
    }
  }
  if (found.length > 0) yield found
}

const isBrought = (name: string): name is 'shows' | Extra => name === 'shows' || Object.hasOwn(EXTRAS, name)

/** What was written; undefined where that was no JSON, or more than we look at. */
function parsed(written: Buffer | null): unknown {
  try {
    return written === null ? undefined : JSON.parse(strict.decode(written))
  } catch {
    return undefined
  }
}
const strict = new TextDecoder('utf-8', { fatal: true })
