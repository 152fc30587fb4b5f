import type { MoodSample, MoodSampleDraft } from '@sharemyshows/contract/moods'
import type { Recommendation } from '@sharemyshows/contract/music'
import type { Judgement } from '@sharemyshows/mood/judge'
import type { Mood, Place, Scores } from '@sharemyshows/mood/moods'
import { isAbort } from '@/lib/problem'
import type { Answer, Ask } from './api'
import { MIDDLE, moodOf, placeOfMood } from './field'
import {
  begunIn,
  comingIn,
  NO_QUEUE,
  playingIn,
  type Queue,
  withMore,
  withOthers,
  without,
  withPlaying,
} from './queue'

/** What MoodDJ takes the mood to be, and what it answers. */
export type DjState = {
  mood: Mood | null
  place: Place
  /** What said so last; null while nothing has. */
  source: MoodSample['source'] | null
  /** As it is written down, so that it can be corrected. */
  sample: MoodSample | null
  queue: Queue
  list: 'none' | 'asking' | 'here' | 'failed'
  /** More is asked for. */
  asksMore: boolean
  /** Nothing more is left for this mood. */
  ended: boolean
  problem: unknown
  chosenFrom: number
}

export type DjHooks = {
  recommend: (ask: Ask, without: readonly string[], signal: AbortSignal) => Promise<Answer>
  write: (draft: MoodSampleDraft) => Promise<MoodSample>
  correct: (id: string, mood: Mood) => Promise<MoodSample>
  /** Has these come after what plays. */
  follow: (coming: readonly Recommendation[], mood: Mood | null) => void
}

const BEGINNING: DjState = {
  mood: null,
  place: MIDDLE,
  source: null,
  sample: null,
  queue: NO_QUEUE,
  list: 'none',
  asksMore: false,
  ended: false,
  problem: undefined,
  chosenFrom: 0,
}

/** With so few playable songs to come more are asked for. */
const FEW = 2

/** Goes from moods to songs. Lives as long as the tab, so that the queue goes on while pages change. */
export class Dj {
  readonly #hooks: DjHooks
  readonly #listeners = new Set<() => void>()
  #state = BEGINNING
  #ask: Ask | undefined
  #notNow: string[] = []
  #asking = new AbortController()
  /** Counts what was said, so that a late answer to something older changes nothing. */
  #said = 0
  /** What the camera saw last, and what of that was overruled by hand: as long as it sees the same, the hand is right. */
  #seen: Mood | null = null
  #overruled: Mood | null = null

  constructor(hooks: DjHooks) {
    this.#hooks = hooks
  }

  readonly read = (): DjState => this.#state
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** A place of the field was chosen. */
  readonly choosePlace = (place: Place): void => {
    const mood = moodOf(place)
    this.#say({ mood, place, source: 'pad' }, { source: 'pad', ...place })
    void this.#list({ ...place })
  }

  /** A mood was chosen by its name. */
  readonly chooseMood = (mood: Mood): void => {
    this.#say({ mood, place: placeOfMood(mood), source: 'button' }, { source: 'button', mood })
    void this.#list({ mood })
  }

  /** The camera's window has passed; resolves to what it is taken for, null for "not sure". */
  async see(seen: Judgement & { scores: Scores }): Promise<Mood | null> {
    const before = ++this.#said
    const sample = await this.#hooks.write({ source: 'camera', ...seen }).catch(() => null)
    const mood = sample ? sample.mood : seen.mood
    // somebody has said it by hand meanwhile
    if (before !== this.#said) return mood
    if (mood === null) return null
    this.#seen = mood
    if (mood === this.#overruled) return mood
    this.#overruled = null
    const moved = mood !== this.#state.mood
    const place = sample ? { valence: sample.valence, energy: sample.energy } : placeOfMood(mood)
    this.#tell({ mood, place, source: 'camera', sample })
    if (moved || this.#state.list === 'none' || this.#state.list === 'failed') void this.#list({ mood })
    return mood
  }

  /** It was another mood: remembered, and other songs come. */
  readonly correct = async (mood: Mood): Promise<void> => {
    const { sample } = this.#state
    if (sample === null) return this.chooseMood(mood)
    const said = ++this.#said
    this.#overruled = this.#seen
    this.#tell({ mood, place: placeOfMood(mood), source: 'corrected', sample: null })
    const [corrected] = await Promise.all([
      this.#hooks.correct(sample.id, mood).catch(() => null),
      this.#list({ mood }),
    ])
    if (said === this.#said && corrected) this.#tell({ sample: corrected })
  }

  /** Asks again for what could not be had. */
  readonly again = (): void => {
    if (this.#ask) void this.#list(this.#ask)
  }

  /** Puts more songs after those that come. */
  readonly more = async (): Promise<void> => {
    const { list, asksMore, queue } = this.#state
    if (this.#ask === undefined || list !== 'here' || asksMore) return
    const { signal } = this.#asking
    this.#tell({ asksMore: true })
    try {
      const { items } = await this.#hooks.recommend(this.#ask, this.#known(queue.items), signal)
      const next = withMore(this.#state.queue, items)
      this.#tell({
        asksMore: false,
        ended: next.items.length === this.#state.queue.items.length,
        queue: next,
      })
      this.#follow()
    } catch (problem) {
      if (!isAbort(problem)) this.#tell({ asksMore: false, problem })
    }
  }

  /** A song that comes is not wanted for now. */
  readonly leaveOut = (trackId: string): void => {
    this.#notNow.push(trackId)
    this.#tell({ queue: without(this.#state.queue, trackId) })
    this.#follow()
    this.#refill()
  }

  /** The player plays a recording, or nothing. */
  hear(audioId: string | null): void {
    const queue = withPlaying(this.#state.queue, audioId)
    if (queue === this.#state.queue) return
    this.#tell({ queue })
    if (playingIn(queue)) this.#refill()
  }

  /** The camera is off: what it saw does not count any more. */
  readonly stopSeeing = (): void => {
    this.#seen = null
    this.#overruled = null
  }

  /** Somebody else may come. */
  forget(): void {
    this.stopSeeing()
    this.#asking.abort()
    this.#ask = undefined
    this.#notNow = []
    this.#said += 1
    this.#tell(BEGINNING)
  }

  #say(change: Partial<DjState>, draft: MoodSampleDraft): void {
    const said = ++this.#said
    this.#overruled = this.#seen
    this.#tell({ ...change, sample: null })
    void this.#hooks.write(draft).then(
      (sample) => {
        if (said !== this.#said) return
        const { mood, valence, energy } = sample
        this.#tell({ sample, mood, place: { valence, energy } })
      },
      // What could not be written down cannot be corrected; the songs come all the same.
      () => undefined,
    )
  }

  async #list(ask: Ask): Promise<void> {
    this.#ask = ask
    this.#asking.abort()
    this.#asking = new AbortController()
    const { signal } = this.#asking
    this.#tell({ list: 'asking', asksMore: false, ended: false, problem: undefined })
    try {
      const { items, chosen_from } = await this.#hooks.recommend(
        ask,
        this.#known(begunIn(this.#state.queue)),
        signal,
      )
      if (signal.aborted) return
      this.#tell({ list: 'here', queue: withOthers(this.#state.queue, items), chosenFrom: chosen_from })
      this.#follow()
    } catch (problem) {
      if (!signal.aborted) this.#tell({ list: 'failed', problem })
    }
  }

  #known(songs: readonly Recommendation[]): string[] {
    return [...this.#notNow, ...songs.map(({ track_id }) => track_id)]
  }

  #refill(): void {
    const playable = comingIn(this.#state.queue).filter(({ track }) => track.stream_url !== null)
    if (playable.length < FEW && !this.#state.ended) void this.more()
  }

  #follow(): void {
    if (playingIn(this.#state.queue)) this.#hooks.follow(comingIn(this.#state.queue), this.#state.mood)
  }

  #tell(change: Partial<DjState>): void {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }
}
