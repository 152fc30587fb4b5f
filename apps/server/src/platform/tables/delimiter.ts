import type { Line } from './lines.ts'
import { createAssembler } from './records.ts'

const DELIMITERS = [',', ';', '\t', '|'] as const

/** `sep=;`, by which Excel is told. */
const told = /^"?sep=(.)"?\s*$/i

/** A first line that is no record but tells the delimiter. */
export const toldDelimiter = (line: string): string | undefined => told.exec(line)?.[1]

/** What parts the cells: whatever gives most lines the same number of them, and more than one. */
export function guessDelimiter(lines: readonly Line[]): string {
  const scores = DELIMITERS.map((delimiter) => {
    const assembler = createAssembler(delimiter)
    const records = [...assembler.take(lines), ...assembler.end()].filter(({ fault }) => fault === null)
    const counts = new Map<number, number>()
    for (const { cells } of records) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
    const [cells = 1, times = 0] = [...counts].toSorted(([, a], [, b]) => b - a)[0] ?? []
    return { delimiter, score: cells < 2 ? 0 : (times / Math.max(1, records.length)) * Math.log(cells + 1) }
  })
  const [best] = scores.toSorted((a, b) => b.score - a.score)
  return best !== undefined && best.score > 0 ? best.delimiter : ','
}
