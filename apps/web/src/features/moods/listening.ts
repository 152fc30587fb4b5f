import type { Listen } from '@sharemyshows/contract/listens'
import type { Mood } from '@sharemyshows/contract/moods'

type Outcome = Listen['outcome']
type Known = { trackId: string; mood: Mood | null }

/** What the player does at a moment, in seconds. */
export type Moment = { id: string; position: number; length: number; sounding: boolean }

type Hooks = {
  /** A track begins to be heard; resolves to the listen's id. */
  begin: (trackId: string, mood: Mood | null) => Promise<string>
  tell: (listenId: string, seconds: number, outcome: Outcome) => Promise<unknown>
}

/** A jump of more seconds than this was a jump, and was not heard. */
const STEP = 3
/** So near its end it was heard to its end. */
const NEARLY = 2
/** How often the server is told how far it is, in seconds of it. */
const TELL_EVERY = 30

type Open = {
  audioId: string
  listen: Promise<string | undefined>
  seconds: number
  told: number
  last: Moment
}

/** Writes down which tracks are heard, and how far. */
export class Listening {
  readonly #hooks: Hooks
  readonly #known = new Map<string, Known>()
  #open: Open | undefined

  constructor(hooks: Hooks) {
    this.#hooks = hooks
  }

  /** These recordings are tracks of mine, played in this mood. */
  know(tracks: readonly { id: string; audio_id: string | null }[], mood: Mood | null): void {
    for (const { id, audio_id } of tracks)
      if (audio_id !== null) this.#known.set(audio_id, { trackId: id, mood })
  }

  /** The player has moved; `undefined` when nothing is in it. */
  hear(moment: Moment | undefined): void {
    const open = this.#open
    if (open && moment?.id === open.audioId) this.#goOn(open, moment)
    else {
      if (open) this.#close(open, isAtEnd(open.last) ? 'finished' : moment ? 'skipped' : 'stopped')
      if (moment?.sounding) this.#begin(moment)
    }
  }

  /** The page may be gone in a moment. */
  leave(): void {
    if (this.#open) this.#tell(this.#open, 'stopped')
  }

  #begin(moment: Moment): void {
    const known = this.#known.get(moment.id)
    if (known === undefined) return
    const listen = this.#hooks.begin(known.trackId, known.mood).catch(() => undefined)
    this.#open = { audioId: moment.id, listen, seconds: 0, told: 0, last: moment }
  }

  #goOn(open: Open, moment: Moment): void {
    const step = moment.position - open.last.position
    if (step > 0 && step < STEP) open.seconds += step
    // the last of a list stands at its beginning again
    const over = isAtEnd(open.last) && moment.position < STEP && step < 0
    open.last = moment
    if (over) this.#close(open, 'finished')
    else if (open.seconds - open.told >= TELL_EVERY) this.#tell(open, 'playing')
  }

  #close(open: Open, outcome: Outcome): void {
    this.#open = undefined
    this.#tell(open, outcome)
  }

  #tell(open: Open, outcome: Outcome): void {
    const { seconds } = open
    open.told = seconds
    // what cannot be told is no loss to what is heard
    void open.listen.then((id) => id && this.#hooks.tell(id, seconds, outcome)).catch(() => undefined)
  }
}

const isAtEnd = ({ position, length }: Moment): boolean => length > 0 && position >= length - NEARLY
