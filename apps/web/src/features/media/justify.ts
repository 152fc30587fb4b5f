/** A row of the wall: where it begins, where the next one does, and the sum of its ratios. */
export type Row = { from: number; to: number; sum: number }

/** A last row this much higher than wished is not filled but keeps to the left. */
const LAST_ROW_STRETCH = 1.3
/** No row of more than this many is worth a thought. */
const MOST_IN_A_ROW = 24

/**
 * Breaks photos of these ratios (width through height) into rows that fill `width`, as close as can be to the height
 * wished for, all rows together; the order stays. `width`, `height` and `gap` are in the same unit.
 */
export function justify(ratios: readonly number[], width: number, height: number, gap: number): Row[] {
  const best: { cost: number; from: number }[] = [{ cost: 0, from: 0 }]
  for (let to = 1; to <= ratios.length; to++) {
    best[to] = bestEnd(ratios, to, best, (sum, count) => {
      const high = (width - gap * (count - 1)) / sum
      if (high <= 0) return Number.POSITIVE_INFINITY
      const unfilled = to === ratios.length && high > height
      // A row twice as high is as bad as one half as high; an unfilled last row is no worse than a little of either.
      return unfilled ? 0.1 : Math.log(high / height) ** 2
    })
  }
  return rowsBefore(ratios, best)
}

type Choice = { cost: number; from: number }

function bestEnd(
  ratios: readonly number[],
  to: number,
  best: readonly Choice[],
  costOf: (sum: number, count: number) => number,
): Choice {
  let choice: Choice = { cost: Number.POSITIVE_INFINITY, from: to - 1 }
  let sum = 0
  for (let from = to - 1; from >= Math.max(0, to - MOST_IN_A_ROW); from--) {
    sum += ratios[from] ?? 0
    const cost = (best[from]?.cost ?? Number.POSITIVE_INFINITY) + costOf(sum, to - from)
    if (cost < choice.cost) choice = { cost, from }
  }
  return choice
}

function rowsBefore(ratios: readonly number[], best: readonly Choice[]): Row[] {
  const rows: Row[] = []
  for (let to = ratios.length; to > 0; ) {
    const from = best[to]?.from ?? to - 1
    const sum = ratios.slice(from, to).reduce((total, ratio) => total + ratio, 0)
    rows.unshift({ from, to, sum })
    to = from
  }
  return rows
}

/**
 * How wide a photo of this ratio is in its row: a share of what the gaps leave (0–1), and how many gaps there are.
 * The last row counts as wide as a row of the wished height would be, unless it nearly fills the width anyway.
 */
export function shareIn(
  row: Row,
  ratio: number,
  fill: { isLast: boolean; width: number; height: number; gap: number },
) {
  const gaps = row.to - row.from - 1
  const full = (fill.width - fill.gap * gaps) / fill.height
  const sum = fill.isLast && row.sum * LAST_ROW_STRETCH < full ? full : row.sum
  return { share: ratio / sum, gaps }
}
