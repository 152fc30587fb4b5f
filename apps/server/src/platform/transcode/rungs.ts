import { MOST_FRAMES_A_SECOND } from './limits.ts'
import type { Rung } from './transcoder.ts'

/** The whole ladder, smallest first. */
export const RUNGS: readonly Rung[] = [
  { name: '360p', side: 360, videoBitrate: 800_000 },
  { name: '720p', side: 720, videoBitrate: 2_800_000 },
  { name: '1080p', side: 1080, videoBitrate: 5_500_000 },
]

type Size = { width: number; height: number }

/** A rung with the size this recording has on it, even in both directions as H.264 wants it. */
export type PlannedRung = Rung & Size

/** The rungs that a recording reaches, none enlarged; one smaller than all is a rung at its own size. Smallest first. */
export function planRungs(video: Size, rungs: readonly Rung[]): PlannedRung[] {
  const shorter = Math.min(video.width, video.height)
  const ascending = [...rungs].sort((a, b) => a.side - b.side)
  const reached = ascending.filter(({ side }) => side <= shorter)
  const taken = reached.length > 0 ? reached : ascending.slice(0, 1)
  return taken.map((rung) => ({ ...rung, ...shrink(video, Math.min(1, rung.side / shorter)) }))
}

/** The size that fits a square of `side`, never enlarged. */
export function fitted(video: Size, side: number): Size {
  return shrink(video, Math.min(1, side / Math.max(video.width, video.height)))
}

function shrink({ width, height }: Size, by: number): Size {
  const even = (length: number) => Math.max(2, Math.round((length * by) / 2) * 2)
  return { width: even(width), height: even(height) }
}

/** High dynamic range made fit for every screen: linear light, BT.709 primaries, the brightest parts rolled off. */
const TONE_MAP =
  'zscale=t=linear:npl=100,format=gbrpf32le,zscale=p=bt709,tonemap=hable:desat=0,zscale=t=bt709:m=bt709:r=tv'

/**
 * FFmpeg filters that make a decoded, upright picture one of this size as H.264 wants it: square pixels, standard
 * range, eight bits, no more frames than are kept. Tone mapping, for HDR, wants a tool with zscale.
 */
export function pictureFilters(size: Size, { toneMap }: { toneMap: boolean }): string {
  const slot = (time: string) => `floor(${time}*${MOST_FRAMES_A_SECOND}+0.5)`
  const spaced = `select='isnan(prev_selected_t)+gt(${slot('t')},${slot('prev_selected_t')})'`
  const scaled = `scale=${size.width}:${size.height}:flags=bicubic:out_range=tv`
  return [spaced, scaled, ...(toneMap ? [TONE_MAP] : []), 'format=yuv420p', 'setsar=1'].join(',')
}

/** A graph from the picture `from` to one output `[r0]`, `[r1]`… a rung, all from one decode. */
export function ladderGraph(from: string, rungs: readonly PlannedRung[], how: { toneMap: boolean }): string {
  const largest = rungs.at(-1)!
  const first = `${from}${pictureFilters(largest, how)}`
  if (rungs.length === 1) return `${first}[r0]`
  const copies = rungs
    .map((_, index) => (index === rungs.length - 1 ? `[r${index}]` : `[s${index}]`))
    .join('')
  const smaller = rungs
    .slice(0, -1)
    .map(
      ({ width, height }, index) => `[s${index}]scale=${width}:${height}:flags=bicubic,setsar=1[r${index}]`,
    )
  return [`${first},split=${rungs.length}${copies}`, ...smaller].join(';')
}
