import { sayNumber } from './model'
import type { Picture } from './pictures'
import { PITCHES } from './timeline'

const MARKS: Record<Picture['unit'], readonly number[]> = {
  Hz: [100, 200, 500, 1000, 2000, 5000, 10_000],
  BPM: [30, 40, 60, 80, 120, 160, 240],
  'pitch class': PITCHES.map((_, pitch) => pitch),
}

/** Where a value of the upright axis lies, from 0 at the bottom to 1 on top: rows are where their middle is. */
export function heightOf(picture: Pick<Picture, 'rows' | 'height'>, value: number): number | undefined {
  const { rows, height } = picture
  const above = rows.findIndex((row) => row >= value)
  if (above < 0) return undefined
  const [low, high] = [rows[above - 1], rows[above] ?? value]
  const within = low === undefined || high === low ? 1 : (value - low) / (high - low)
  if (low === undefined && high > value) return undefined
  return (above - 1 + within + 0.5) / height
}

/** The values of the upright axis that are written beside it, from the bottom up. */
export const marksOf = (
  picture: Pick<Picture, 'rows' | 'height' | 'unit'>,
): { words: string; height: number }[] =>
  MARKS[picture.unit].flatMap((value) => {
    const height = heightOf(picture, value)
    return height === undefined ? [] : [{ words: sayMark(picture.unit, value), height }]
  })

function sayMark(unit: Picture['unit'], value: number): string {
  if (unit === 'pitch class') return PITCHES[value] ?? ''
  return unit === 'Hz' && value >= 1000 ? `${value / 1000}k` : String(value)
}

/** "440 Hz", "118 bpm", "A": what a row stands for. */
function sayRow({ rows, unit }: Pick<Picture, 'rows' | 'unit'>, row: number): string {
  const value = rows[row] ?? 0
  if (unit === 'pitch class') return PITCHES[value] ?? ''
  return unit === 'Hz' ? `${Math.round(value)} Hz` : `${sayNumber(value)} bpm`
}

/** What the picture shows at a moment (in seconds) and a height (0–1 from the bottom): "440 Hz, −32 dB". */
export function sayPoint(picture: Picture, moment: number, height: number): string | undefined {
  const column = Math.floor(moment / picture.step)
  const row = Math.min(picture.height - 1, Math.max(0, Math.floor(height * picture.height)))
  const value = picture.values[column * picture.height + row]
  if (column < 0 || column >= picture.width || value === undefined) return undefined
  const strength = picture.range.unit === 'dB' ? `${sayNumber(value)} dB` : `strength ${value.toFixed(2)}`
  return `${sayRow(picture, row)}, ${strength}`
}
