import type { Photo } from '@sharemyshows/contract/photos'
import { newIdempotencyKey } from '@/lib/idempotency'
import { isAbort } from '@/lib/problem'
import { MOST_BYTES } from './model'
import type { Sending } from './send-photo'
import { judge } from './upload-verdict'

/** A file on its way. `sent` is 0–1; a failed one says why, and whether another try can help. */
export type Upload = {
  key: string
  showId: string
  file: File
  state: 'waiting' | 'sending' | 'done' | 'failed'
  sent: number
  reason?: string
  hopeless?: boolean
}

type Hooks = {
  send: (sending: Sending) => Promise<Photo>
  onAdded: (photo: Photo) => void
  /** All files of a show have ended, `added` of them well. */
  onSettled: (showId: string, added: number) => void
}

const AT_ONCE = 3

/** Sends files, three at a time; each succeeds or fails alone. Nothing here knows of pages: they come and go. */
export class UploadQueue {
  readonly #hooks: Hooks
  readonly #listeners = new Set<() => void>()
  readonly #running = new Map<string, AbortController>()
  /** Files that wait before their next try. */
  readonly #resting = new Set<string>()
  readonly #tries = new Map<string, number>()
  #items: readonly Upload[] = []

  constructor(hooks: Hooks) {
    this.#hooks = hooks
  }

  /** All files, a new array whenever something changed. */
  readonly read = (): readonly Upload[] => this.#items

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Takes files for a show; one that is on its way already is not taken twice. */
  add(showId: string, files: readonly File[]): void {
    const isNew = (file: File) =>
      !this.#items.some((item) => item.showId === showId && isPending(item) && isSame(item.file, file))
    this.#set([...this.#items, ...files.filter(isNew).map((file) => newUpload(showId, file))])
    this.pump()
  }

  /** Tries a failed file again, under the key of its first try. */
  retry(key: string): void {
    this.#tries.delete(key)
    this.#set(this.#items.map((item) => (item.key === key ? again(item) : item)))
    this.pump()
  }

  /** Cancels a file that is on its way, or takes a failed one off the list. */
  remove(key: string): void {
    const showId = this.#items.find((item) => item.key === key)?.showId
    this.#set(this.#items.filter((item) => item.key !== key))
    this.#running.get(key)?.abort()
    if (showId !== undefined) this.#settle(showId)
  }

  /** Stops everything and forgets it. */
  readonly clear = (): void => {
    this.#set([])
    for (const abort of this.#running.values()) abort.abort()
  }

  /** Begins what can begin, for instance when the network is back. */
  readonly pump = (): void => {
    for (const item of this.#items) {
      if (this.#running.size >= AT_ONCE || !navigator.onLine) return
      if (item.state === 'waiting' && !this.#resting.has(item.key)) void this.#start(item)
    }
  }

  async #start({ key, showId, file }: Upload): Promise<void> {
    const abort = new AbortController()
    this.#running.set(key, abort)
    this.#change(key, { state: 'sending', sent: 0 })
    try {
      const onProgress = (sent: number) => this.#change(key, { sent })
      const photo = await this.#hooks.send({ key, showId, file, onProgress, signal: abort.signal })
      this.#hooks.onAdded(photo)
      this.#change(key, { state: 'done', sent: 1 })
    } catch (error) {
      if (!isAbort(error)) this.#endBadly(key, error)
    } finally {
      this.#running.delete(key)
      this.#settle(showId)
      this.pump()
    }
  }

  #endBadly(key: string, error: unknown): void {
    const count = (this.#tries.get(key) ?? 0) + 1
    this.#tries.set(key, count)
    const { waitMs, ...end } = judge(error, count)
    this.#change(key, { ...end, sent: 0 })
    if (waitMs === undefined) return
    this.#resting.add(key)
    setTimeout(() => {
      this.#resting.delete(key)
      this.pump()
    }, waitMs)
  }

  #settle(showId: string): void {
    const ofShow = this.#items.filter((item) => item.showId === showId)
    const added = ofShow.filter(({ state }) => state === 'done').length
    if (added === 0 || ofShow.some(isPending)) return
    this.#set(this.#items.filter((item) => item.showId !== showId || item.state !== 'done'))
    this.#hooks.onSettled(showId, added)
  }

  #change(key: string, part: Partial<Upload>): void {
    this.#set(this.#items.map((item) => (item.key === key ? { ...item, ...part } : item)))
  }

  #set(items: readonly Upload[]): void {
    this.#items = items
    for (const listener of this.#listeners) listener()
  }
}

/** True for a file that has not ended yet. */
export const isPending = ({ state }: Upload): boolean => state === 'waiting' || state === 'sending'

function newUpload(showId: string, file: File): Upload {
  const upload = { key: newIdempotencyKey(), showId, file, sent: 0 }
  const reason = refuse(file)
  return reason ? { ...upload, state: 'failed', reason, hopeless: true } : { ...upload, state: 'waiting' }
}

function refuse({ size }: File): string | undefined {
  if (size === 0) return 'This file is empty.'
  return size > MOST_BYTES ? 'A photo may have up to 50 MB; this one has more.' : undefined
}

const again = ({ reason: _reason, ...item }: Upload): Upload => ({ ...item, state: 'waiting', sent: 0 })

const isSame = (one: File, other: File) =>
  one.name === other.name && one.size === other.size && one.lastModified === other.lastModified
