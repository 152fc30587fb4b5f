import type { Line } from './lines.ts'

/** A record of a table; `row` is the line where it begins. `fault` says why it cannot be read. */
export type TableRecord = { row: number; cells: string[]; fault: string | null }

/** Most cells of a record, and most lines that one may go over. */
const MOST_CELLS = 500
const MOST_LINES = 2000
const MOST_CHARACTERS = 200_000

export const TOO_LONG = 'This row is longer than a row may be.'
export const TOO_MANY_CELLS = `This row has more than ${MOST_CELLS} cells.`
export const NEVER_CLOSED = 'A quotation mark in this row is never closed.'

/** A record that is being read; `stray`: a quotation mark stands where none should. */
type Open = { cells: string[]; cell: string; quoted: boolean; stray: boolean }

const fresh = (): Open => ({ cells: [], cell: '', quoted: false, stray: false })

/**
 * Reads on in a record (RFC 4180). A quotation mark opens a cell only at its beginning; within one, two mean one, and one
 * that nothing ends after is taken as it stands.
 */
function readOn(open: Open, text: string, delimiter: string): void {
  let at = 0
  let { cell } = open
  let begins = !open.quoted
  for (;;) {
    if (open.quoted) {
      const close = text.indexOf('"', at)
      if (close < 0) {
        cell += text.slice(at)
        break
      }
      cell += text.slice(at, close)
      const next = text[close + 1]
      if (next === '"') {
        cell += '"'
        at = close + 2
      } else if (next === undefined || next === delimiter) {
        open.quoted = false
        at = close + 1
      } else {
        open.stray = true
        cell += '"'
        at = close + 1
      }
    } else if (begins && text[at] === '"') {
      open.quoted = true
      begins = false
      at++
    } else {
      const end = text.indexOf(delimiter, at)
      cell += end < 0 ? text.slice(at) : text.slice(at, end)
      if (end < 0) break
      open.cells.push(cell)
      cell = ''
      at = end + 1
      begins = true
      if (open.cells.length > MOST_CELLS) break
    }
  }
  open.cell = cell
}

const closed = (row: number, { cells, cell }: Open): TableRecord =>
  cells.length >= MOST_CELLS
    ? { row, cells: [], fault: TOO_MANY_CELLS }
    : { row, cells: [...cells, cell], fault: null }

const isBlank = ({ cells }: TableRecord): boolean => cells.every((cell) => cell.trim() === '')

/**
 * Puts lines together to records. One whose quotation mark is never closed is a fault of its first line alone: what stood
 * after it is read anew. No line is looked at more than twice. Blank ones are left out.
 */
export function createAssembler(delimiter: string): {
  take(lines: readonly Line[]): TableRecord[]
  end(): TableRecord[]
} {
  let open = fresh()
  /** Lines of the record that goes on. */
  let held: Line[] = []
  let characters = 0

  const giveUp = (records: TableRecord[]): Line[] => {
    const [first, ...again] = held
    records.push({ row: first?.number ?? 0, cells: [], fault: NEVER_CLOSED })
    held = []
    open = fresh()
    return again
  }

  /** Takes a line; gives those that are to be taken anew. */
  const takeOne = (line: Line, records: TableRecord[]): Line[] => {
    const continues = held.length > 0
    if (line.cut) {
      if (continues) return [...giveUp(records), line]
      records.push({ row: line.number, cells: [], fault: TOO_LONG })
      return []
    }
    if (continues) open.cell += '\n'
    else characters = 0
    held.push(line)
    characters += line.text.length
    readOn(open, line.text, delimiter)
    if (!open.quoted) {
      records.push(closed(held[0]?.number ?? line.number, open))
      held = []
      open = fresh()
      return []
    }
    const hopeless = open.stray || held.length > MOST_LINES || characters > MOST_CHARACTERS
    return hopeless ? giveUp(records) : []
  }

  const takeAll = (lines: readonly Line[], records: TableRecord[]) => {
    const waiting = lines.toReversed()
    for (let line = waiting.pop(); line !== undefined; line = waiting.pop()) {
      waiting.push(...takeOne(line, records).toReversed())
    }
    return records.filter((record) => record.fault !== null || !isBlank(record))
  }

  return {
    take: (lines) => takeAll(lines, []),
    end() {
      const records: TableRecord[] = []
      while (held.length > 0) records.push(...takeAll(giveUp(records), []))
      return records
    },
  }
}
