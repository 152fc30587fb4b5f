import { type ImportColumn, MOST_ROWS } from '@sharemyshows/contract/imports'
import { countries } from 'countries-list'
import { orderOf, readDay } from '../../../../platform/tables/days.ts'
import type { TableRecord } from '../../../../platform/tables/records.ts'
import { openTable, type Table } from '../../../../platform/tables/table.ts'
import { readTime } from '../../../../platform/tables/times.ts'
import type { Found, Reader, ReadWish } from '../../kinds.ts'
import { missingOf, TOO_MANY_ROWS } from '../../rules.ts'
import { unguarded } from '../rules/cells.ts'
import { columnNames, guessMapping, isHeader } from '../rules/columns.ts'
import { rowReader } from './read-row.ts'
import { surveyTable } from './survey-table.ts'

const NO_TEXT = 'This is no table that can be read. Save it as CSV, and try again.'
const NOTHING = 'There is nothing in this table.'
const MOST_SAMPLES = 3

/** Reads a table of shows, whatever its columns are called: once for what all rows say together, and once row by row. */
export const readTable: Reader = async (wish) => {
  const { path, signal } = wish
  const table = path === null ? null : await openTable(path, signal)
  if (table === null) return { failure: NO_TEXT }
  const head = headOf(table, wish)
  if (head === null) return { failure: NOTHING }
  const { names, mapping, columns, firstRow } = head
  const order = wish.dateFormat === null ? null : orderOf(wish.dateFormat)
  const isRow = ({ row }: TableRecord) => row >= firstRow
  const survey = await surveyTable(table, isRow, { columns: names, mapping, order })
  if (survey.rows > MOST_ROWS) return { failure: TOO_MANY_ROWS }
  let share = 0
  const read = rowReader(survey)
  async function* found(table: Table): AsyncGenerator<Found[]> {
    for await (const records of table.records((reached) => {
      share = reached
    })) {
      yield records.filter(isRow).map(read)
    }
  }
  return {
    columns,
    mapping,
    missing: missingOf(mapping),
    dateFormat: wish.dateFormat ?? survey.proven,
    found: found(table),
    share: () => share,
  }
}

/** What the first records say: names of columns, what they mean, and where rows begin. */
function headOf({ sample }: Table, wish: ReadWish) {
  const [first, ...rest] = sample
  if (first === undefined) return null
  const says = { day: saysADay, time: saysATime, country: saysACountry }
  const named = first.fault === null && isHeader(first.cells.map(unguarded), saysADay)
  if (named && rest.length === 0) return null
  const records = (named ? rest : sample).filter(({ fault }) => fault === null)
  const width = Math.max(first.cells.length, ...records.map(({ cells }) => cells.length))
  const names = columnNames(Array.from({ length: width }, (_, n) => (named ? (first.cells[n] ?? '') : '')))
  const described = names.map((name, n) => ({
    name,
    samples: records.map(({ cells }) => unguarded(cells[n] ?? '')).filter((cell) => cell !== ''),
  }))
  const mapping = wish.mapping ?? guessMapping(described, named, says)
  const meant = new Map(Object.entries(mapping).map(([field, column]) => [column, field]))
  const columns = described.map(({ name, samples }) => ({
    name,
    field: (meant.get(name) ?? null) as ImportColumn['field'],
    samples: samples.slice(0, MOST_SAMPLES).map((cell) => cell.slice(0, 100)),
  }))
  return { names, mapping, columns, firstRow: named ? (rest[0]?.row ?? 0) : first.row }
}

const saysADay = (cell: string): boolean => {
  const read = readDay(cell)
  return (
    read.how !== 'unreadable' && !(read.how === 'sure' && (read.date === null || read.shape === 'serial'))
  )
}
const saysATime = (cell: string): boolean => readTime(cell) !== null
const saysACountry = (cell: string): boolean => cell.toUpperCase() in countries
