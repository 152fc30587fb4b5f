/** How the days of a column are written, counted: ways of writing, and what day and month could be. */
export type DayTally = {
  /** Cells that say something. */
  all: number
  /** By the way of writing: those whose first number can only be a day, and those whose second one can. */
  shapes: Map<string, { all: number; dayFirst: number; monthFirst: number }>
  /** Rows that say they were in the United States, and those elsewhere. */
  american: number
  elsewhere: number
}

export const emptyTally = (): DayTally => ({ all: 0, shapes: new Map(), american: 0, elsewhere: 0 })

/** Counts a day whose numbers could come in either order. */
export function tallyNumbers(tally: DayTally, shape: string, first: number, second: number): void {
  const counts = tally.shapes.get(shape) ?? { all: 0, dayFirst: 0, monthFirst: 0 }
  counts.all++
  if (first > 12 && second <= 12) counts.dayFirst++
  else if (second > 12 && first <= 12) counts.monthFirst++
  tally.shapes.set(shape, counts)
}

/** The order in which day and month come, and of which way of writing that is proven; of others it is a guess. */
export type DayOrder = { order: 'DMY' | 'MDY'; proven: string | null }

const NEARLY_ALL = 0.9

/**
 * Where nearly all days of a column are written in one way, and some of them can be read in one order only and none in
 * the other, that is proof. Else most of them are followed, or the country of the row, or of most rows.
 */
export function dayOrderOf(tally: DayTally, american?: boolean): DayOrder {
  const shapes = [...tally.shapes]
  const sum = (count: 'dayFirst' | 'monthFirst') =>
    shapes.reduce((total, [, counts]) => total + counts[count], 0)
  const [dayFirst, monthFirst] = [sum('dayFirst'), sum('monthFirst')]
  const order = dayFirst > monthFirst ? 'DMY' : 'MDY'
  if ((dayFirst === 0) !== (monthFirst === 0)) {
    const [main] = shapes.find(([, { all }]) => all >= tally.all * NEARLY_ALL) ?? []
    return { order, proven: main ?? null }
  }
  if (dayFirst !== monthFirst) return { order, proven: null }
  const isAmerican = american ?? tally.american > tally.elsewhere
  return { order: isAmerican ? 'MDY' : 'DMY', proven: null }
}
