import type { Recommendation } from '@sharemyshows/contract/music'
import type { Place } from './field'

/** Songs in the order of their playing; `at` is the one that plays, -1 while none of them does. */
export type Queue = { items: readonly Recommendation[]; at: number }

export const NO_QUEUE: Queue = { items: [], at: -1 }

export const comingIn = ({ items, at }: Queue): readonly Recommendation[] => items.slice(at + 1)
export const playingIn = ({ items, at }: Queue): Recommendation | undefined => items[at]

/** What was heard of it, with what plays. */
export const begunIn = ({ items, at }: Queue): readonly Recommendation[] => items.slice(0, at + 1)

/** Other songs come; what plays goes on. */
export const withOthers = (queue: Queue, others: readonly Recommendation[]): Queue => {
  const begun = begunIn(queue)
  return { items: [...begun, ...unknownTo(begun, others)], at: queue.at }
}

/** More songs after those that come. */
export const withMore = (queue: Queue, more: readonly Recommendation[]): Queue => ({
  ...queue,
  items: [...queue.items, ...unknownTo(queue.items, more)],
})

/** A song that comes is not wanted now. */
export const without = (queue: Queue, trackId: string): Queue => ({
  ...queue,
  items: queue.items.filter((one, n) => n <= queue.at || one.track_id !== trackId),
})

/** A recording plays: the songs before it have passed by. One that is not in it, or none, ends what was heard of it. */
export function withPlaying(queue: Queue, audioId: string | null): Queue {
  const at = queue.items.findIndex(({ track }) => track.audio_id === audioId)
  if (audioId !== null && at >= 0) return at === queue.at ? queue : { ...queue, at }
  return queue.at < 0 ? queue : { items: comingIn(queue), at: -1 }
}

const unknownTo = (known: readonly Recommendation[], songs: readonly Recommendation[]) => {
  const ids = new Set(known.map(({ track_id }) => track_id))
  return songs.filter(({ track_id }) => !ids.has(track_id))
}

/** A song in the field. */
export type Star = { id: string; place: Place; playing: boolean; lit: boolean }

/** What plays and what comes, where it lies in the field; `pointed` is the one that is pointed at in the list. */
export const starsOf = (queue: Queue, pointed?: string): Star[] =>
  queue.items
    .slice(Math.max(0, queue.at))
    .flatMap(({ track_id: id, valence, energy }, n) =>
      valence === null || energy === null
        ? []
        : [{ id, place: { valence, energy }, playing: queue.at >= 0 && n === 0, lit: id === pointed }],
    )
