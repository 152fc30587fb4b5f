import { AV_PKT_DATA_DISPLAYMATRIX, AVCOL_TRC_ARIB_STD_B67, AVCOL_TRC_SMPTE2084 } from 'node-av/constants'
import type { Stream } from 'node-av/lib'

export type Size = { width: number; height: number }

/** How a picture comes upright: filters, and whether its sides change places. */
export type Turn = { filters: readonly string[]; swaps: boolean }

/** Reads the display matrix: 16.16 numbers a, b, u, c, d, … with x' = ax + cy and y' = bx + dy, y pointing down. */
export function turnOf(stream: Stream): Turn {
  const matrix = stream.codecpar.getCodedSideData(AV_PKT_DATA_DISPLAYMATRIX)
  if (!matrix || matrix.length < 36) return { filters: [], swaps: false }
  const [a, b, c, d] = [0, 1, 3, 4].map((index) => matrix.readInt32LE(index * 4)) as [
    number,
    number,
    number,
    number,
  ]
  if (Math.abs(b) + Math.abs(c) > Math.abs(a) + Math.abs(d)) {
    return { filters: [`transpose=${transpose(b > 0, c > 0)}`], swaps: true }
  }
  return { filters: [...(a < 0 ? ['hflip'] : []), ...(d < 0 ? ['vflip'] : [])], swaps: false }
}

function transpose(right: boolean, down: boolean): string {
  if (right) return down ? 'cclock_flip' : 'clock'
  return down ? 'cclock' : 'clock_flip'
}

/** Pixels wider than high, or higher than wide, by more than this are a mistake. */
const ODDEST_PIXEL = 8

/** The size as displayed: upright, and with square pixels. */
export function displayed(stream: Stream): Size {
  const { width, height } = stream.codecpar
  const aspect =
    stream.sampleAspectRatio.num > 0 ? stream.sampleAspectRatio : stream.codecpar.sampleAspectRatio
  const ratio = aspect.num > 0 && aspect.den > 0 ? aspect.num / aspect.den : 1
  const sane = ratio > 1 / ODDEST_PIXEL && ratio < ODDEST_PIXEL ? ratio : 1
  const lying = { width: Math.max(1, Math.round(width * sane)), height }
  return turnOf(stream).swaps ? { width: lying.height, height: lying.width } : lying
}

/** Whether its light is coded for screens brighter than ordinary ones: PQ or HLG. */
export function isHdr({ codecpar: { colorTrc } }: Stream): boolean {
  return colorTrc === AVCOL_TRC_SMPTE2084 || colorTrc === AVCOL_TRC_ARIB_STD_B67
}
