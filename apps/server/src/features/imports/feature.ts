import type { Routes } from '../../platform/http/route.ts'
import type { Setlistfm } from '../../platform/providers/ports.ts'
import { type AccountDeps, createAccountImport } from './account/feature.ts'
import { bringingShows, type ShowsDeps } from './actions/bring-shows.ts'
import { forgetImports } from './actions/drop-imports.ts'
import { createCalendarReader } from './calendar/feature.ts'
import { cron, jobs } from './jobs.ts'
import type { Bringers, Readers } from './kinds.ts'
import { importRoutes, type RouteDeps } from './routes.ts'
import { createSetlistfmReader } from './setlistfm/views.ts'
import { readTable } from './table/actions/read-table.ts'
import { findKeys, findMatches } from './views/matches.ts'

export type ImportsOptions = Pick<RouteDeps, 'db' | 'log' | 'storage'> &
  AccountDeps &
  ShowsDeps & {
    /** What people say at setlist.fm that they attended; null where the operator does not allow to ask. */
    setlistfm: Setlistfm | null
  }

/** Imports: what somebody brings along of her past, looked at before it is added, and taken back as a whole. */
export function createImports(options: ImportsOptions) {
  const account = createAccountImport(options)
  const readers: Readers = {
    csv: readTable,
    ics: createCalendarReader(options),
    setlistfm: createSetlistfmReader(options),
    export: account.read,
  }
  const bringers: Bringers = { shows: bringingShows(options), ...account.bringers }
  const deps = {
    ...options,
    readers,
    bringers,
    findMatches,
    findKeys,
    attends: options.setlistfm !== null,
  }
  return {
    routes: (routes: Routes) => importRoutes(routes, deps),
    jobs: jobs(deps),
    cron,
    forget: forgetImports,
  }
}
