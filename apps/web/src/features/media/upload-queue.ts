import type { Progress } from '@sharemyshows/contract/live'
import type { Arrived, Sending } from './sending'
import type { Command, Snapshot } from './upload-commands'
import {
  again,
  hasArrived,
  isPending,
  isSameFile,
  isUnderWay,
  isWorthKeeping,
  type Upload,
} from './upload-item'
import { startable } from './upload-line'
import type { Shelf } from './upload-shelf'
import { SpeedMeter } from './upload-speed'
import { judge } from './upload-verdict'

export type Hooks = {
  send: (sending: Sending) => Promise<Arrived>
  /** Tells the server that an upload is given up. */
  giveUp: (address: string) => Promise<void>
  shelf: Shelf
  onArrived: (upload: Upload) => void
}

/** Bytes that leave are told this often (ms); everything else at once. */
const TELL_MS = 200
/** Ends of preparing that came before their upload was known to have arrived. */
const MOST_HEARD = 200

/** Brings files to the server's, in order, each for itself. Nothing here knows of pages: they come and go. */
export class UploadQueue {
  readonly #hooks: Hooks
  readonly #listeners = new Set<() => void>()
  readonly #files = new Map<string, Blob>()
  readonly #running = new Map<string, AbortController>()
  /** Those that wait before another try. */
  readonly #resting = new Map<string, ReturnType<typeof setTimeout>>()
  readonly #tries = new Map<string, number>()
  readonly #heard = new Map<string, Progress>()
  readonly #speed = new SpeedMeter()
  #keeping: Promise<unknown> = Promise.resolve()
  #telling: ReturnType<typeof setTimeout> | undefined
  #snapshot: Snapshot

  /** Goes on with what is on the shelf. */
  constructor(hooks: Hooks, uploads: readonly Upload[]) {
    this.#hooks = hooks
    this.#snapshot = { uploads }
    this.pump()
  }

  readonly read = (): Snapshot => this.#snapshot

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The bytes of an upload, while somebody has them. */
  readonly file = async (key: string): Promise<Blob | undefined> =>
    this.#files.get(key) ?? (await this.#hooks.shelf.file(key))

  obey(command: Command): void {
    if (command.do === 'add') this.#add(command.uploads, command.files)
    else if (command.do === 'give') this.#give(command.key, command.file)
    else if (command.do === 'fold') this.#drop(this.#find(hasArrived))
    else {
      const { keys } = command
      const meant = this.#find(({ key }) => keys?.includes(key) ?? true)
      if (command.do === 'pause') this.#halt(meant.filter(isPending), { state: 'paused', reason: undefined })
      else if (command.do === 'remove') this.#remove(meant)
      else this.#again(meant, command.do === 'go' ? 'paused' : 'failed')
    }
    this.pump()
  }

  /** The network or the server is back: what waits for either tries at once. */
  readonly wake = (): void => {
    for (const timer of this.#resting.values()) clearTimeout(timer)
    this.#resting.clear()
    this.pump()
  }

  /** The network has gone; nothing is lost but the parts that were half sent. */
  readonly sleep = (): void =>
    this.#halt(this.#find(isUnderWay), { state: 'waiting', reason: 'Waits for the network' })

  /** Stops, and forgets nothing. */
  stop(): void {
    for (const timer of this.#resting.values()) clearTimeout(timer)
    clearTimeout(this.#telling)
    this.#listeners.clear()
    for (const abort of this.#running.values()) abort.abort()
  }

  /** Hears how far the server is with preparing a medium. */
  readonly hear = (progress: Progress): void => {
    const upload = this.#snapshot.uploads.find(
      ({ mediaId, state }) => mediaId === progress.id && state === 'preparing',
    )
    if (upload) this.#prepare(upload.key, progress)
    else this.#remember(progress)
  }

  /** Begins what can begin. */
  readonly pump = (): void => {
    if (!navigator.onLine) return
    for (const upload of startable(this.#snapshot.uploads, (key) => this.#isBusy(key))) {
      void this.#start(upload)
    }
  }

  // One that was just halted may still be letting go.
  #isBusy = (key: string): boolean => this.#resting.has(key) || this.#running.has(key)

  #find(wanted: (upload: Upload) => boolean): Upload[] {
    return this.#snapshot.uploads.filter(wanted)
  }

  #add(uploads: readonly Upload[], files: ReadonlyMap<string, Blob>): void {
    const known = this.#find(isPending)
    const isSame = (one: Upload, other: Upload) => one.showId === other.showId && isSameFile(one, other)
    const taken = uploads.filter((upload) => {
      const file = files.get(upload.key)
      const same = known.find((other) => isSame(upload, other))
      if (same?.state === 'unread' && file) this.#give(same.key, file)
      return same === undefined
    })
    this.#set([...this.#snapshot.uploads, ...taken])
    void this.#hooks.shelf.put(...taken)
    for (const upload of taken) {
      const file = files.get(upload.key)
      if (file && isPending(upload)) this.#hold(upload.key, file)
    }
  }

  #give(key: string, file: Blob): void {
    this.#hold(key, file)
    this.#again(
      this.#find((upload) => upload.key === key),
      'unread',
    )
  }

  /** Has the browser keep the bytes, one file after the other; sending does not wait for that. */
  #hold(key: string, file: Blob): void {
    this.#files.set(key, file)
    this.#keeping = this.#keeping.then(async () => {
      if (!this.#files.has(key)) return
      const kept = await this.#hooks.shelf.keepFile(key, file)
      if (this.#files.has(key)) this.#change(key, { kept })
      else await this.#hooks.shelf.dropFile(key)
    })
  }

  #again(uploads: readonly Upload[], state: Upload['state']): void {
    for (const upload of uploads) {
      if (upload.state !== state || upload.hopeless) continue
      this.#tries.delete(upload.key)
      this.#rouse(upload.key)
      this.#change(upload.key, again(upload))
    }
  }

  #rouse(key: string): void {
    clearTimeout(this.#resting.get(key))
    this.#resting.delete(key)
  }

  #halt(uploads: readonly Upload[], part: Partial<Upload>): void {
    for (const { key, safe } of uploads) {
      this.#change(key, { ...part, sent: safe })
      this.#running.get(key)?.abort()
    }
    if (this.#running.size > 0) this.#speed.reset()
  }

  #remove(uploads: readonly Upload[]): void {
    this.#drop(uploads)
    for (const { key, address } of uploads) {
      this.#running.get(key)?.abort()
      if (address !== undefined) void this.#hooks.giveUp(address)
    }
  }

  #drop(uploads: readonly Upload[]): void {
    const gone = new Set(uploads.map(({ key }) => key))
    this.#set(this.#find(({ key }) => !gone.has(key)))
    for (const key of gone) {
      this.#files.delete(key)
      this.#rouse(key)
    }
    void this.#hooks.shelf.remove([...gone])
  }

  async #start(upload: Upload): Promise<void> {
    const { key } = upload
    const abort = new AbortController()
    this.#running.set(key, abort)
    this.#change(key, { state: upload.sha256 === undefined ? 'hashing' : 'sending', reason: undefined })
    let last: number | undefined
    const onKnown = (known: Partial<Upload>) => {
      if (abort.signal.aborted) return
      if (known.safe !== undefined) this.#tries.delete(key)
      if (known.sent !== undefined && last !== undefined && known.sent > last) {
        this.#speed.add(Date.now(), known.sent - last)
      }
      last = known.sent ?? last
      this.#change(key, known)
      if (known.state === 'finishing') this.pump()
    }
    try {
      const file = await this.file(key)
      if (file === undefined) this.#change(key, { state: 'unread', kept: false })
      else this.#arrive(key, await this.#hooks.send({ upload, file, signal: abort.signal, onKnown }))
    } catch (error) {
      if (!abort.signal.aborted) this.#endBadly(key, error)
    } finally {
      this.#running.delete(key)
      this.pump()
    }
  }

  #arrive(key: string, { mediaId, kind, duplicate }: Arrived): void {
    const upload = this.#change(key, (known) => {
      const plays = (kind ?? known.kind) !== 'photo'
      const state = plays && !duplicate && mediaId !== undefined ? 'preparing' : 'done'
      return { state, mediaId, kind: kind ?? known.kind, duplicate, sent: known.size, share: 0 }
    })
    this.#files.delete(key)
    if (upload === undefined) return
    void this.#hooks.shelf.remove([key])
    this.#hooks.onArrived(upload)
    const heard = this.#heard.get(mediaId ?? '')
    if (heard && upload.state === 'preparing') this.#prepare(key, heard)
  }

  #remember(progress: Progress): void {
    this.#heard.set(progress.id, progress)
    const [oldest] = this.#heard.keys()
    if (this.#heard.size > MOST_HEARD && oldest !== undefined) this.#heard.delete(oldest)
  }

  #prepare(key: string, { state, progress, message }: Progress): void {
    if (state === 'ready') this.#change(key, { state: 'done' })
    else if (state === 'failed') {
      const reason = message ?? 'It has arrived, but could not be prepared for playing.'
      this.#change(key, { state: 'failed', reason, hopeless: true })
    } else this.#change(key, { share: progress })
  }

  #endBadly(key: string, error: unknown): void {
    const count = (this.#tries.get(key) ?? 0) + 1
    this.#tries.set(key, count)
    const verdict = judge(error, count, Math.random())
    this.#change(key, (known) => ({ ...endOf(verdict), sent: known.safe, share: 0 }))
    if (verdict.state === 'unread') {
      this.#files.delete(key)
      this.#change(key, { kept: false })
    }
    if (verdict.state !== 'waiting' || verdict.waitMs === undefined) return
    const rest = setTimeout(() => {
      this.#resting.delete(key)
      this.pump()
    }, verdict.waitMs)
    this.#resting.set(key, rest)
  }

  #change(key: string, part: Partial<Upload> | ((known: Upload) => Partial<Upload>)): Upload | undefined {
    const { uploads } = this.#snapshot
    const before = uploads.find((upload) => upload.key === key)
    if (before === undefined) return undefined
    const after = { ...before, ...(typeof part === 'function' ? part(before) : part) }
    const worthKeeping = isWorthKeeping(before, after)
    if (worthKeeping && !hasArrived(after)) void this.#hooks.shelf.put(after)
    this.#set(
      uploads.map((upload) => (upload === before ? after : upload)),
      before.state === after.state,
    )
    return after
  }

  #set(uploads: readonly Upload[], later = false): void {
    this.#snapshot = { uploads, speed: this.#speed.read(Date.now()) }
    if (!later) this.#tell()
    else this.#telling ??= setTimeout(() => this.#tell(), TELL_MS)
  }

  #tell(): void {
    clearTimeout(this.#telling)
    this.#telling = undefined
    for (const listener of this.#listeners) listener()
  }
}

function endOf(verdict: ReturnType<typeof judge>): Partial<Upload> {
  if (verdict.state !== 'failed') return { state: verdict.state, reason: verdict.reason }
  return verdict
}
