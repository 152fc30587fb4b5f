import type { Db } from '../../../platform/db/connect.ts'
import type { Reader } from '../kinds.ts'
import { calendarReader } from './actions/read-calendar.ts'
import { readKnown } from './views.ts'

/** The source `ics`. */
export const createCalendarReader = ({ db }: { db: Db }): Reader =>
  calendarReader((personId, asked) => readKnown(db, personId, asked))
