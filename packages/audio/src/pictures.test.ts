import { describe, expect, it } from 'vitest'
import { chromagram, type Picture, spectrogram, tempogram } from './pictures.ts'

const RATE = 22_050
const sine = (hertz: number, seconds: number) =>
  Float32Array.from({ length: RATE * seconds }, (_, i) => Math.sin((2 * Math.PI * hertz * i) / RATE))

/** Short noises at a tempo, the same each time. */
const clicks = (bpm: number, seconds: number) =>
  Float32Array.from({ length: RATE * seconds }, (_, i) => {
    const since = i % Math.round((60 / bpm) * RATE)
    return since < 400 ? 0.8 * Math.sin(since * since) * (1 - since / 400) : 0
  })

/** The row in which a column is strongest. */
function strongest({ values, height, rows }: Picture, column: number): number {
  const all = values.subarray(column * height, (column + 1) * height)
  return rows[all.indexOf(Math.max(...all))] ?? Number.NaN
}

const middle = ({ width }: Picture) => Math.floor(width / 2)

describe('pictures of a sound', () => {
  it('show a tone where it is, as strong as it is', async () => {
    const picture = await spectrogram([sine(1000, 2)], RATE)
    expect(Math.abs(strongest(picture, middle(picture)) - 1000)).toBeLessThan(40)
    expect(Math.max(...picture.values)).toBeGreaterThan(-3)
    expect(picture.width * picture.step).toBeCloseTo(2, 0)
  })

  it('are never wider than a screen', async () => {
    const picture = await spectrogram([sine(440, 90)], RATE)
    expect(picture.width).toBeLessThanOrEqual(1600)
    expect(picture.width * picture.step).toBeCloseTo(90, 0)
    expect(picture.values).toHaveLength(picture.width * picture.height)
    expect(Math.abs(strongest(picture, middle(picture)) - 440)).toBeLessThan(40)
  })

  it('show pitch classes', async () => {
    const picture = await chromagram([sine(440, 4)], RATE)
    expect(strongest(picture, middle(picture))).toBe(9)
  })

  it('show the tempo', async () => {
    const picture = await tempogram([clicks(120, 12)], RATE)
    const heard = strongest(picture, middle(picture))
    const ratios = [1, 2].map((multiple) => Math.abs(heard / (120 * multiple) - 1))
    expect(Math.min(...ratios)).toBeLessThan(0.02)
  })

  it.each([spectrogram, chromagram, tempogram])(
    'are of finite values for silence, a single sample and nothing',
    async (draw) => {
      for (const sound of [new Float32Array(RATE), Float32Array.of(1), new Float32Array(0)]) {
        const { values, width, height, rows } = await draw([sound], RATE)
        expect(values).toHaveLength(width * height)
        expect(rows).toHaveLength(height)
        expect(values.every(Number.isFinite)).toBe(true)
      }
    },
  )

  it('end when they are no longer wanted', async () => {
    const signal = AbortSignal.abort(new Error('enough'))
    await expect(spectrogram([sine(440, 1)], RATE, { signal })).rejects.toThrow('enough')
  })
})
