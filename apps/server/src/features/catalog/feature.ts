import type { Db, Tx } from '../../platform/db/connect.ts'
import { hasCities } from '../../platform/geo/cities.ts'
import type { Actor, Viewer } from '../../platform/http/actor.ts'
import type { Routes } from '../../platform/http/route.ts'
import { enqueue } from '../../platform/jobs/jobs.ts'
import { correctVenue } from './actions/correct-venue.ts'
import { dropUnused } from './actions/drop-unused.ts'
import { identifyArtist, putIdentityBack, type Said } from './actions/identify-artist.ts'
import type { MergeDeps } from './actions/merge.ts'
import { type Placing, placeVenue } from './actions/place-venue.ts'
import { settle } from './actions/settle.ts'
import { jobs } from './jobs.ts'
import { refuseTelling } from './policy.ts'
import { catalogRoutes } from './routes.ts'
import type { Identity } from './rules.ts'
import { identifyBill } from './store.ts'
import { readVenue, readWhereabouts, suggestArtists, suggestCities, suggestVenues } from './views.ts'

export type CatalogOptions = { db: Db; databaseUrl: string } & MergeDeps
export type { Settled } from './actions/settle.ts'
export type { Identity, Place } from './rules.ts'
export type Catalog = Pick<
  ReturnType<typeof createCatalog>,
  | 'settle'
  | 'correctVenue'
  | 'dropUnused'
  | 'readWhereabouts'
  | 'suggestArtists'
  | 'suggestVenues'
  | 'suggestCities'
>

/** What is said more of artists and venues once they are known elsewhere. */
export type Telling = Pick<
  ReturnType<typeof createCatalog>,
  'refuseTelling' | 'identifyArtist' | 'placeVenue' | 'readVenue'
>
/** Who plays in shows that somebody brings along. */
export type Bills = Pick<ReturnType<typeof createCatalog>, 'bringIdentities'>

/** Catalog: the artists and venues that shows are made of, and the cities of the world. */
export function createCatalog({ db, databaseUrl, history, shows }: CatalogOptions) {
  return {
    settle,
    correctVenue,
    readWhereabouts,
    suggestArtists: (viewer: Viewer, typed: string, limit: number) =>
      suggestArtists(db, viewer, typed, limit),
    suggestVenues: (viewer: Viewer, typed: string, limit: number) => suggestVenues(db, viewer, typed, limit),
    suggestCities: (typed: string, limit: number) => suggestCities(db, typed, limit),
    refuseTelling,
    readVenue,
    identifyArtist: (tx: Tx, actor: Actor, id: string, identity: Identity | null) =>
      identifyArtist(tx, history, actor, id, identity),
    putIdentityBack: (tx: Tx, actor: Actor, id: string, revision: Said) =>
      putIdentityBack(tx, history, actor, id, revision),
    placeVenue: (tx: Tx, actor: Actor, id: string, placing: Placing) =>
      placeVenue(tx, { history, shows }, actor, id, placing),
    /** Says who those are that were made of what somebody brought. */
    bringIdentities: identifyBill,
    dropUnused: (tx: Tx, unused: Parameters<typeof dropUnused>[2]) => dropUnused(tx, history, unused),
    routes: (routes: Routes) => catalogRoutes(routes, { db, history, shows }),
    jobs: jobs(databaseUrl),
    /** Has the cities loaded when they are not. */
    start: async () => {
      if (!(await hasCities(db))) await enqueue(db, 'load-cities', {}, { key: 'load-cities' })
    },
  }
}
