import type { Db, Tx } from '../../platform/db/connect.ts'
import { hasCities } from '../../platform/geo/cities.ts'
import type { Routes } from '../../platform/http/route.ts'
import { enqueue } from '../../platform/jobs/jobs.ts'
import { correctVenue } from './actions/correct-venue.ts'
import { dropUnused } from './actions/drop-unused.ts'
import type { MergeDeps } from './actions/merge.ts'
import { settle } from './actions/settle.ts'
import { jobs } from './jobs.ts'
import { catalogRoutes } from './routes.ts'
import { readWhereabouts } from './views.ts'

export type CatalogOptions = { db: Db; databaseUrl: string } & MergeDeps
export type { Settled } from './actions/settle.ts'
export type { Place } from './rules.ts'
export type Catalog = Pick<
  ReturnType<typeof createCatalog>,
  'settle' | 'correctVenue' | 'dropUnused' | 'readWhereabouts'
>

/** Catalog: the artists and venues that shows are made of, and the cities of the world. */
export function createCatalog({ db, databaseUrl, history, shows }: CatalogOptions) {
  return {
    settle,
    correctVenue,
    readWhereabouts,
    dropUnused: (tx: Tx, unused: Parameters<typeof dropUnused>[2]) => dropUnused(tx, history, unused),
    routes: (routes: Routes) => catalogRoutes(routes, { db, history, shows }),
    jobs: jobs(databaseUrl),
    /** Has the cities loaded when they are not. */
    start: async () => {
      if (!(await hasCities(db))) await enqueue(db, 'load-cities', {}, { key: 'load-cities' })
    },
  }
}
