import { describe, expect, it } from 'vitest'
import { justify, shareIn } from './justify'

const WIDTH = 900
const HEIGHT = 200
const GAP = 4
const sizes = (ratios: number[]) => justify(ratios, WIDTH, HEIGHT, GAP).map(({ from, to }) => to - from)
const heightOf = ({ sum, from, to }: { sum: number; from: number; to: number }) =>
  (WIDTH - GAP * (to - from - 1)) / sum

/** A believable evening: portraits, landscapes and a panorama now and then, by a fixed rule. */
const evening = Array.from(
  { length: 200 },
  (_, i) => [1.5, 0.75, 1.33, 0.67, 1.78, 1, 3][(i * i + 3 * i) % 7] ?? 1,
)

describe('rows of photos', () => {
  it('hold every photo once, in order', () => {
    const rows = justify(evening, WIDTH, HEIGHT, GAP)
    expect(rows[0]?.from).toBe(0)
    expect(rows.at(-1)?.to).toBe(evening.length)
    expect(rows.slice(1).map(({ from }) => from)).toEqual(rows.slice(0, -1).map(({ to }) => to))
  })

  it('are all near the height wished for', () => {
    const rows = justify(evening, WIDTH, HEIGHT, GAP).slice(0, -1)
    for (const row of rows) {
      expect(heightOf(row)).toBeGreaterThan(HEIGHT * 0.65)
      expect(heightOf(row)).toBeLessThan(HEIGHT * 1.5)
    }
  })

  it('leave no photo alone and huge before a panorama', () => {
    expect(sizes([1.5, 1.5, 1.5, 1.5, 3, 1.5])[0]).toBe(3)
    expect(sizes([1.33, 1.5, 3, 1.33])).toEqual([3, 1])
  })

  it('are none when there is nothing', () => {
    expect(justify([], WIDTH, HEIGHT, GAP)).toEqual([])
  })

  it('fill the width, but a short last one keeps its height', () => {
    const fill = { isLast: false, width: WIDTH, height: HEIGHT, gap: GAP }
    const row = { from: 0, to: 2, sum: 3 }
    expect(shareIn(row, 1.5, fill)).toEqual({ share: 0.5, gaps: 1 })
    const { share, gaps } = shareIn(row, 1.5, { ...fill, isLast: true })
    expect((share * (WIDTH - GAP * gaps)) / 1.5).toBeCloseTo(HEIGHT)
  })
})
