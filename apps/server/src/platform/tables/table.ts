import { stat } from 'node:fs/promises'
import { guessDelimiter, toldDelimiter } from './delimiter.ts'
import { decodeFile, detectEncoding } from './encoding.ts'
import { type Line, linesOf } from './lines.ts'
import { createAssembler, type TableRecord } from './records.ts'

/** Lines by which the delimiter is guessed, and records that are there to guess the rest by. */
const SAMPLE_LINES = 300
const SAMPLE_RECORDS = 100

export type Table = {
  /** Its first records. */
  sample: TableRecord[]
  /** All of them from the first, some at a time; `read` is told how much of the file is behind them. */
  records(read?: (share: number) => void): AsyncGenerator<TableRecord[]>
}

/** Opens a file of delimited values, however it is written; null when it is no text. */
export async function openTable(path: string, signal: AbortSignal): Promise<Table | null> {
  const encoding = await detectEncoding(path)
  if (encoding === null) return null
  const { size } = await stat(path)
  const lines = (read?: (bytes: number) => void) => linesOf(decodeFile(path, encoding, signal, read))
  const first = await firstLines(lines())
  const told = toldDelimiter(first[0]?.text ?? '')
  const delimiter = told ?? guessDelimiter(first)
  const isTold = ({ number }: Line) => told !== undefined && number === 1

  async function* records(read: (share: number) => void = () => {}): AsyncGenerator<TableRecord[]> {
    const assembler = createAssembler(delimiter)
    let bytes = 0
    const behind = (more: number) => {
      bytes += more
    }
    for await (const some of lines(behind)) {
      signal.throwIfAborted()
      yield assembler.take(some.filter((line) => !isTold(line)))
      read(bytes / size)
    }
    yield assembler.end()
  }

  const sample: TableRecord[] = []
  for await (const some of records()) {
    sample.push(...some)
    if (sample.length >= SAMPLE_RECORDS) break
  }
  return { sample: sample.slice(0, SAMPLE_RECORDS), records }
}

async function firstLines(lines: AsyncIterable<Line[]>): Promise<Line[]> {
  const first: Line[] = []
  for await (const some of lines) {
    first.push(...some.slice(0, SAMPLE_LINES))
    if (first.length >= SAMPLE_LINES) break
  }
  return first.slice(0, SAMPLE_LINES)
}
