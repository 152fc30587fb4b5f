import type { MediaKind } from '@sharemyshows/contract/media'
import { newIdempotencyKey } from '@/lib/idempotency'
import { kindOf, refusalOf } from './upload-formats'

/**
 * Where a file is on its way. `finishing`: all bytes are there and the server looks at them. `preparing`: it has arrived,
 * and what plays is being made of it. `unread`: this browser does not hold its bytes (any more); they are asked for.
 */
export type UploadState =
  | 'waiting'
  | 'hashing'
  | 'sending'
  | 'paused'
  | 'finishing'
  | 'preparing'
  | 'done'
  | 'unread'
  | 'failed'

/** A file on its way, without its bytes: what is kept over a reload and shown in every tab. */
export type Upload = {
  key: string
  owner: string
  /** Null for a recording that belongs to no show. */
  showId: string | null
  /** Its place in the line. */
  order: number
  name: string
  type: string
  size: number
  lastModified: number
  kind?: MediaKind | undefined
  state: UploadState
  /** Bytes that have left, and how many of them the server has confirmed. */
  sent: number
  safe: number
  /** How far hashing or preparing is, 0–1. */
  share: number
  /** True once this browser holds the bytes by itself: nothing is lost when the page is closed. */
  kept: boolean
  /** The Idempotency-Key under which the server is asked to begin with it. */
  creation: string
  /** The server has been asked so, though the answer may have been lost. */
  begun: boolean
  /** Path of the upload at the server, once it is known. */
  address?: string | undefined
  /** Hex. */
  sha256?: string | undefined
  mediaId?: string | undefined
  /** It was there before. */
  duplicate?: boolean | undefined
  /** Why it failed or still waits, in words. */
  reason?: string | undefined
  /** A failure that ends the same way however often it is tried. */
  hopeless?: boolean | undefined
  /** It failed because the person's storage is full. */
  full?: boolean | undefined
}

const UNDER_WAY: ReadonlySet<UploadState> = new Set(['hashing', 'sending', 'finishing'])
const ENDED: ReadonlySet<UploadState> = new Set(['preparing', 'done', 'failed'])

/** True while something is being done about it here. */
export const isUnderWay = ({ state }: Upload): boolean => UNDER_WAY.has(state)

/** True for one that has not arrived and has not failed. */
export const isPending = ({ state }: Upload): boolean => !ENDED.has(state)

/** True for one whose bytes are all at the server's and good. */
export const hasArrived = ({ state }: Upload): boolean => state === 'preparing' || state === 'done'

/** True for one that would be lost with this page. */
export const isAtRisk = (upload: Upload): boolean =>
  isPending(upload) && !upload.kept && upload.state !== 'unread'

type Place = { owner: string; showId: string | null; order: number }

/** A file as the queue takes it; one that cannot be sent has failed already. */
export function newUpload({ owner, showId, order }: Place, file: File): Upload {
  const { name, type, size, lastModified } = file
  const reason = refusalOf(file)
  return {
    key: newIdempotencyKey(),
    creation: newIdempotencyKey(),
    begun: false,
    owner,
    showId,
    order,
    name,
    type,
    size,
    lastModified,
    kind: kindOf(file),
    sent: 0,
    safe: 0,
    share: 0,
    kept: false,
    ...(reason ? { state: 'failed', reason, hopeless: true } : { state: 'waiting' }),
  }
}

type Traits = Pick<File, 'name' | 'size' | 'lastModified'>

/** Whether two are the same file, as far as can be told without reading it. */
export const isSameFile = (one: Traits, other: Traits): boolean =>
  one.name === other.name && one.size === other.size && one.lastModified === other.lastModified

/** What becomes of one whose bytes the server no longer has: it begins anew. */
export const fromTheStart = (): Pick<Upload, 'creation' | 'begun' | 'address' | 'sent' | 'safe'> => ({
  creation: newIdempotencyKey(),
  begun: false,
  address: undefined,
  sent: 0,
  safe: 0,
})

/** One that goes back into the line, with all it has reached so far. */
export const again = (upload: Upload): Upload => ({
  ...upload,
  state: 'waiting',
  sent: upload.safe,
  share: 0,
  reason: undefined,
  hopeless: undefined,
  full: undefined,
})

/** What is left of one after a reload: nobody is doing anything about it now. */
export function restored(upload: Upload): Upload {
  if (!isPending(upload)) return upload
  if (!upload.kept) return { ...again(upload), state: 'unread' }
  return upload.state === 'paused' ? upload : again(upload)
}

/** What of an upload is worth writing down: not each byte that leaves. */
export const isWorthKeeping = (before: Upload | undefined, after: Upload): boolean =>
  before?.state !== after.state ||
  before.address !== after.address ||
  before.begun !== after.begun ||
  before.safe !== after.safe ||
  before.sha256 !== after.sha256 ||
  before.kept !== after.kept
