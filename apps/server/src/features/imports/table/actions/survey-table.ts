import { countryCode } from '../../../../platform/geo/countries.ts'
import { readDay } from '../../../../platform/tables/days.ts'
import type { TableRecord } from '../../../../platform/tables/records.ts'
import type { Table } from '../../../../platform/tables/table.ts'
import { ratingOf } from '../rules/cells.ts'
import { dayOrderOf, emptyTally, tallyNumbers } from '../rules/day-order.ts'
import { type Survey, sayingOf } from './read-row.ts'

const FORMATS = { DMY: 'DD/MM/YYYY', MDY: 'MM/DD/YYYY' } as const

/** `proven`: how days are written, where the column says so itself. */
export type Surveyed = Survey & { rows: number; proven: string | null }

/** Goes through a table once, for what only all rows together say: the order of day and month, and the scale of ratings. */
export async function surveyTable(
  table: Table,
  isRow: (record: TableRecord) => boolean,
  known: Pick<Survey, 'columns' | 'mapping' | 'order'>,
): Promise<Surveyed> {
  const saying = sayingOf(known)
  const tally = emptyTally()
  let rows = 0
  let highestRating = 0
  for await (const records of table.records()) {
    for (const record of records) {
      if (!isRow(record)) continue
      rows++
      if (record.fault !== null) continue
      const said = saying(record.cells)
      const day = said('show_date')
      if (day !== '') tally.all++
      const read = readDay(day)
      if (read.how === 'either') tallyNumbers(tally, read.shape, read.first, read.second)
      const country = said('venue_country')
      if (country !== '') tally[countryCode(country) === 'US' ? 'american' : 'elsewhere']++
      const rating = ratingOf(said('rating'))
      if (rating !== null && rating.of === null) highestRating = Math.max(highestRating, rating.value)
    }
  }
  const { order, proven } = dayOrderOf(tally)
  return { ...known, rows, tally, highestRating, proven: proven === null ? null : FORMATS[order] }
}
