import type { Waveform } from '@sharemyshows/contract/audio'

/** A bar this high at least, so that silence is a line and not a gap. */
const LEAST = 0.04

/**
 * The loudness of a recording as `count` bars, 0–1: the farthest sample of each stretch, with the loudest bar at 1, or
 * with a sample of `full`. Of a recording that has fewer pixels than that, neighbours share theirs.
 */
export function barsOf(
  { data, length }: Pick<Waveform, 'data' | 'length'>,
  count: number,
  full?: number,
): number[] {
  const pixels = Math.min(length, Math.floor(data.length / 2))
  const peaks = Array.from({ length: count }, (_, bar) => {
    const from = Math.floor((bar * pixels) / count)
    return farthest(data, from, Math.max(from + 1, Math.floor(((bar + 1) * pixels) / count)))
  })
  const loudest = full ?? peaks.reduce((most, peak) => Math.max(most, peak), 1)
  return peaks.map((peak) => Math.max(LEAST, peak / loudest))
}

/** The farthest sample of all, at least 1. */
export const loudestOf = ({ data, length }: Pick<Waveform, 'data' | 'length'>): number =>
  Math.max(1, farthest(data, 0, length))

function farthest(data: readonly number[], from: number, to: number): number {
  let most = 0
  for (let at = from * 2; at < to * 2; at++) most = Math.max(most, Math.abs(data[at] ?? 0))
  return most
}

/** Upright strokes for an SVG of `bars.length` by 100, for lines with round ends; of all bars, or of some. */
export function strokesOf(bars: readonly number[], isDrawn: (at: number) => boolean = () => true): string {
  return bars
    .map((bar, at) =>
      isDrawn(at) ? `M${at + 0.5} ${(50 - bar * 48).toFixed(1)}V${(50 + bar * 48).toFixed(1)}` : '',
    )
    .join('')
}
