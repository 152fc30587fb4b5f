import { after, type Playback, type PlayerEvent, type Track, trackOf } from './player-state'

/** What there is to see of the player. `rate` is a speed, 1 as recorded; `volume` 0–1. */
export type Hearing = { now: Playback | undefined; rate: number; volume: number }

type Hooks = {
  audio: HTMLAudioElement
  isOnline: () => boolean
  /** Renews what a request may have been refused for. */
  makeReady: () => Promise<unknown>
  /** It is about to sound: whatever else does is to be quiet. */
  takeTurn: () => void
  /** Where one stopped in a recording, in seconds. */
  placeOf: (id: string) => number
  keepPlace: (id: string, seconds: number, length: number) => void
}

/** What has the element go elsewhere in the same bytes. */
const MOVES = new Set<PlayerEvent['type']>(['moved', 'stepped', 'ended'])

const MOST_TRIES = 4
const FIRST_WAIT_MS = 500
/** Seconds between two looks at where it is, for coming back after the tab has gone. */
const KEEP_EVERY = 5

/** Plays one recording after the other in one audio element. Nothing here knows of pages: they come and go. */
export class Player {
  readonly #hooks: Hooks
  readonly #audio: HTMLAudioElement
  readonly #listeners = new Set<() => void>()
  #hearing: Hearing = { now: undefined, rate: 1, volume: 1 }
  #tries = 0
  #retry: ReturnType<typeof setTimeout> | undefined
  #keptAt = 0

  constructor(hooks: Hooks) {
    this.#hooks = hooks
    this.#audio = hooks.audio
    this.#audio.preload = 'auto'
    this.#follow()
  }

  readonly read = (): Hearing => this.#hearing

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Plays one of a list, from a moment in seconds or from where one stopped; the rest of the list follows it. */
  start(tracks: readonly Track[], id: string, from?: number): void {
    const { now } = this.#hearing
    if (now && trackOf(now)?.id === id) {
      if (from !== undefined) this.seek(from)
      this.play()
    } else {
      this.#go({ type: 'started', tracks, id, from: from ?? this.#hooks.placeOf(id) })
    }
  }

  /** Has these come after what plays, instead of what would have. */
  follow(tracks: readonly Track[]): void {
    this.#go({ type: 'followed', tracks })
  }

  readonly play = (): void => this.#go({ type: 'wanted', wanted: true })
  readonly pause = (): void => this.#go({ type: 'wanted', wanted: false })
  readonly toggle = (): void => (this.#hearing.now?.wanted ? this.pause() : this.play())
  readonly next = (): void => this.#go({ type: 'stepped', by: 1 })
  readonly previous = (): void => this.#go({ type: 'stepped', by: -1 })
  readonly close = (): void => this.#go({ type: 'closed' })
  readonly drop = (ids: readonly string[]): void => this.#go({ type: 'dropped', ids })

  readonly seek = (seconds: number): void => this.#go({ type: 'moved', to: seconds })
  readonly skip = (seconds: number): void => this.seek((this.#hearing.now?.position ?? 0) + seconds)

  setRate(rate: number): void {
    this.#audio.defaultPlaybackRate = rate
    this.#audio.playbackRate = rate
    this.#tell({ ...this.#hearing, rate })
  }

  setVolume(volume: number): void {
    this.#audio.volume = volume
    this.#tell({ ...this.#hearing, volume })
  }

  /** The network is back. */
  readonly revive = (): void => {
    const { now } = this.#hearing
    if (now === undefined || now.sound === 'sounding' || now.sound === 'failed') return
    this.#tries = 0
    this.#load(now)
  }

  /** Takes a step, and has the element follow. */
  #go(event: PlayerEvent): void {
    const before = this.#hearing.now
    const now = after(before, event)
    if (now === before) return
    const track = now && trackOf(now)
    const left = before && trackOf(before)
    if (before && left && (left.id !== track?.id || !now?.wanted)) this.#keep(left, before)
    this.#tell({ ...this.#hearing, now })
    if (now === undefined || track === undefined) {
      this.#unload()
    } else if (left?.id !== track.id || (event.type === 'wanted' && before?.sound === 'failed')) {
      this.#tries = 0
      this.#load(now)
    } else {
      if (MOVES.has(event.type)) this.#audio.currentTime = now.position
      if (now.wanted !== before?.wanted) this.#obey(now)
    }
  }

  #tell(hearing: Hearing): void {
    this.#hearing = hearing
    for (const listener of this.#listeners) listener()
  }

  #load(now: Playback): void {
    clearTimeout(this.#retry)
    this.#audio.src = trackOf(now)?.src ?? ''
    this.#audio.load()
    this.#audio.currentTime = now.position
    this.#obey(now)
  }

  #unload(): void {
    clearTimeout(this.#retry)
    this.#audio.pause()
    this.#audio.removeAttribute('src')
    this.#audio.load()
  }

  #obey({ wanted }: Playback): void {
    if (!wanted) {
      this.#audio.pause()
      return
    }
    this.#hooks.takeTurn()
    this.#audio.play().catch((refusal: unknown) => {
      // Browsers want a touch first. Another load is under way, or the file is broken: other events tell of that.
      if (refusal instanceof DOMException && refusal.name === 'NotAllowedError') this.pause()
    })
  }

  #follow(): void {
    const on = (type: string, listener: () => void) => this.#audio.addEventListener(type, listener)
    const hear = (sound: Playback['sound']) => () => this.#go({ type: 'sound', sound })
    on('playing', () => {
      this.#tries = 0
      hear('sounding')()
    })
    on('waiting', hear('waiting'))
    on('durationchange', () => {
      const { duration } = this.#audio
      if (Number.isFinite(duration) && duration > 0) this.#go({ type: 'measured', length: duration })
    })
    on('timeupdate', () => this.#moved())
    on('ended', () => this.#go({ type: 'ended' }))
    // By the system: a call, a headphone that was pulled out.
    on('pause', () => {
      if (!this.#audio.ended && this.#audio.getAttribute('src')) this.pause()
    })
    on('play', () => this.play())
    on('error', () => this.#broken())
  }

  #moved(): void {
    const { now: before } = this.#hearing
    // While it is being opened it stands at its beginning, which is not where it is wanted.
    if (before === undefined || this.#audio.readyState === 0 || this.#audio.seeking) return
    const now = { ...before, position: this.#audio.currentTime }
    const track = trackOf(now)
    this.#tell({ ...this.#hearing, now })
    if (track && Math.abs(now.position - this.#keptAt) >= KEEP_EVERY) this.#keep(track, now)
  }

  #keep({ id }: Track, { position, length }: Playback): void {
    this.#keptAt = position
    this.#hooks.keepPlace(id, position, length)
  }

  #broken(): void {
    if (!this.#audio.getAttribute('src')) return
    this.#tries += 1
    const online = this.#hooks.isOnline()
    const hope = online && this.#tries <= MOST_TRIES
    this.#go({ type: 'sound', sound: hope ? 'waiting' : online ? 'failed' : 'lost' })
    clearTimeout(this.#retry)
    if (hope) this.#retry = setTimeout(() => void this.#again(), FIRST_WAIT_MS * 2 ** (this.#tries - 1))
  }

  async #again(): Promise<void> {
    const broken = this.#hearing.now && trackOf(this.#hearing.now)
    await this.#hooks.makeReady().catch(() => undefined)
    const { now } = this.#hearing
    if (now && trackOf(now) === broken) this.#load(now)
  }
}
