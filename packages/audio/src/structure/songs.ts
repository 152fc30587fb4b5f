import type { Segment, Song } from '../analysis.ts'
import { rounded } from '../estimates/estimate.ts'

/** Seconds of something else than music that a song may have within: people clap a solo, singers say a line. */
const WITHIN: Record<Segment['kind'], number> = { music: Infinity, speech: 8, applause: 3, silence: 3 }
/** Seconds a song lasts at the least, where there is more than one: what is shorter is tuning or a jingle. */
const SHORTEST = 20
/** How surely a border is one, by what is between. */
const BORDER: Record<Segment['kind'], number> = { music: 0, speech: 0.75, applause: 0.95, silence: 0.7 }

/**
 * Songs of a live recording: stretches of music between applause, speech or silence. Short ones of these do not end a song,
 * and songs that are played into each other are one.
 */
export function songsOf(segments: readonly Segment[]): Song[] {
  const pieces: { from: number; to: number }[] = []
  segments.forEach(({ kind }, index) => {
    if (kind !== 'music') return
    const last = pieces.at(-1)
    if (last && isWithin(segments.slice(last.to + 1, index))) last.to = index
    else pieces.push({ from: index, to: index })
  })
  const songs = pieces.map(({ from, to }) => ({
    start: segments[from]?.start ?? 0,
    end: segments[to]?.end ?? 0,
    confidence: rounded(
      surety(segments.slice(from, to + 1)) *
        Math.min(border(segments, from - 1, -1), border(segments, to + 1, 1)),
    ),
  }))
  const long = songs.filter(({ start, end }) => end - start >= SHORTEST)
  return long.length > 0 ? long : songs
}

const seconds = ({ start, end }: Segment) => end - start

/** Whether what lies between two stretches of music is too short to part them. */
const isWithin = (between: readonly Segment[]): boolean =>
  between.every((segment) => seconds(segment) < WITHIN[segment.kind]) &&
  between.reduce((sum, segment) => sum + seconds(segment), 0) < WITHIN.speech

function surety(song: readonly Segment[]): number {
  const all = song.reduce((sum, segment) => sum + seconds(segment), 0)
  return song.reduce((sum, segment) => sum + segment.confidence * (seconds(segment) / all), 0)
}

/** The surest of what lies from here to the next music; the recording's own ends are as sure as the song. */
function border(segments: readonly Segment[], from: number, step: 1 | -1): number {
  let [best, at] = [0, from]
  for (; segments[at] && segments[at]?.kind !== 'music'; at += step) {
    const { kind, confidence } = segments[at] as Segment
    best = Math.max(best, BORDER[kind] * (0.5 + confidence / 2))
  }
  return segments[at] || best > 0 ? best : 1
}
