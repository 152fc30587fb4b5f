import type { Place, Rule } from './moods.ts'
import { artistsApart, shuffleOf } from './rank/order.ts'
import type { Reason } from './rank/reasons.ts'

export { type Reason, wordsOf } from './rank/reasons.ts'

/** A track as it is judged. Times in milliseconds since 1970. */
export type Candidate = Place & {
  id: string
  artist: string | null
  /** Beats a minute; null where nothing pulses or nobody knows. */
  tempo: number | null
  plays: number
  lastPlayed: number | null
  /** How often it was heard to its end, and given up, in the mood that is asked for. */
  finished: number
  skipped: number
}

export type Wish = {
  place: Place
  /** What fits the mood; null where only a place is asked for. */
  rule: Rule | null
  /** The same seed and candidates give the same list. */
  seed: number
  now: number
  limit: number
}

export type Ranked = { id: string; fit: number; reasons: Reason[] }

const HOUR = 3_600_000
/** So near to a place a track fits it where no rule says what does; the diagonal of the field is 1.41. */
const NEAR = 0.25
/** Heard within so many hours it comes after all that was not. */
const REST_HOURS = 2
/** What was played counts against a track by half as much with each so many hours. */
const HALF_LIFE_HOURS = 72
/** Every so many-eth of a list was never played, where there are such. */
const NEW_SHARE = 0.4
/** Below this a track is so far from what was asked for that silence is better, unless there is next to nothing. */
const LEAST_FIT = 0.25
const LEAST_LIST = 3

const outside = (value: number, [from, to]: readonly [number, number]) =>
  Math.max(0, from - value, value - to)

/** By how many octaves a tempo lies outside of a range; 0 where it is unknown. */
const octavesOutside = (tempo: number | null, [from, to]: readonly [number, number]) =>
  tempo === null ? 0 : Math.max(0, Math.log2(from / tempo), Math.log2(tempo / to))

/**
 * How well a track fits, 0 to 1: exp(-d²/(2·0.35²)) for its distance d from the place in the field, times exp(-o/0.15) for
 * its distance o from the rule's ranges of valence and energy, times exp(-t/0.4) for the t octaves by which its tempo lies
 * outside of the rule's.
 */
export function fitOf(
  track: Place & { tempo: number | null },
  { place, rule }: Pick<Wish, 'place' | 'rule'>,
) {
  const apart = Math.hypot(track.valence - place.valence, track.energy - place.energy)
  const near = Math.exp(-(apart ** 2) / (2 * 0.35 ** 2))
  if (rule === null) return near
  const off = Math.hypot(outside(track.valence, rule.valence), outside(track.energy, rule.energy))
  return near * Math.exp(-off / 0.15) * Math.exp(-octavesOutside(track.tempo, rule.tempo) / 0.4)
}

/** In what a track differs from what was asked for; empty where it fits. */
function misfits(track: Candidate, { place, rule }: Wish): ('valence' | 'energy' | 'tempo')[] {
  if (rule !== null) {
    return [
      ...(outside(track.valence, rule.valence) > 0 ? (['valence'] as const) : []),
      ...(outside(track.energy, rule.energy) > 0 ? (['energy'] as const) : []),
      ...(octavesOutside(track.tempo, rule.tempo) > 0 ? (['tempo'] as const) : []),
    ]
  }
  const off = (of: 'valence' | 'energy') => Math.abs(track[of] - place[of])
  if (Math.hypot(off('valence'), off('energy')) <= NEAR) return []
  return off('valence') >= off('energy') ? ['valence'] : ['energy']
}

type Judged = { track: Candidate; fit: number; score: number; tier: 0 | 1 | 2; reasons: Reason[] }

/**
 * A track's score is its fit, less up to 0.7 of it for having been played lately, more or less 0.05 for each time it was heard
 * to its end or given up in this mood (at most three times), plus up to 0.25 drawn by the seed, so that equals take turns.
 */
function judge(track: Candidate, wish: Wish, drawn: number): Judged {
  const fit = fitOf(track, wish)
  const hours = track.lastPlayed === null ? null : Math.max(0, wish.now - track.lastPlayed) / HOUR
  const lately = hours === null ? 0 : 0.5 ** (hours / HALF_LIFE_HOURS)
  const liked = 0.05 * Math.max(-3, Math.min(3, track.finished - track.skipped))
  const off = misfits(track, wish)
  const rests = hours !== null && hours < REST_HOURS
  return {
    track,
    fit,
    score: fit * (1 - 0.7 * lately) + liked + 0.25 * drawn,
    tier: rests ? 2 : off.length > 0 ? 1 : 0,
    reasons: [
      { kind: 'sound', valence: track.valence, energy: track.energy, tempo: track.tempo },
      ...(track.plays === 0 ? ([{ kind: 'new' }] as const) : []),
      ...(track.finished > 0 ? ([{ kind: 'finished', times: track.finished }] as const) : []),
      ...(rests ? ([{ kind: 'lately' }] as const) : []),
      ...(off.length > 0 ? ([{ kind: 'weak', off }] as const) : []),
    ],
  }
}

/**
 * Orders tracks to be played: those that fit, then those that do not quite, then those that were played in the last two
 * hours. Within each, tracks that were never played and others are mixed, and no artist comes twice in a row while there is
 * another. What is far from the wish is left out, unless fewer than three would be left.
 */
export function rank(candidates: readonly Candidate[], wish: Wish): Ranked[] {
  const draw = shuffleOf(wish.seed)
  const judged = candidates
    .map((track) => judge(track, wish, draw(track.id)))
    .sort((a, b) => b.score - a.score || (a.track.id < b.track.id ? -1 : 1))
  const fitting = judged.filter(({ fit, tier }) => tier === 0 || fit >= LEAST_FIT)
  const chosen =
    fitting.length >= LEAST_LIST ? fitting : judged.toSorted((a, b) => b.fit - a.fit).slice(0, LEAST_LIST)
  const list: Judged[] = []
  for (const tier of [0, 1, 2] as const) {
    if (list.length >= wish.limit) break
    artistsApart(
      list,
      chosen.filter((each) => each.tier === tier),
      { share: NEW_SHARE, limit: wish.limit },
    )
  }
  return list.map(({ track: { id }, fit, reasons }) => ({ id, fit, reasons }))
}
