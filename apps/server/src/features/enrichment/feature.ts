import type { Db } from '../../platform/db/connect.ts'
import type { Routes } from '../../platform/http/route.ts'
import type { Ports } from '../../platform/providers/ports.ts'
import type { Attendances } from '../attendance/feature.ts'
import type { Telling } from '../catalog/feature.ts'
import type { Lookups } from '../lookups/feature.ts'
import type { Setlists } from '../setlist/feature.ts'
import { enrichmentRoutes } from './routes.ts'
import { moveLinks } from './store.ts'

export type EnrichmentOptions = {
  db: Db
  ports: Pick<Ports, 'setlistfm' | 'musicbrainz' | 'nominatim'>
  /** Where covers are linked to; null shows none. */
  coverArtUrl: string | null
  attendance: Attendances
  setlist: Setlists
  catalog: Telling
  lookups: Lookups
}

/** Enrichment: what others know of a night, an artist or a venue, written down as far as somebody confirms it. */
export function createEnrichment({ ports, coverArtUrl, ...options }: EnrichmentOptions) {
  const { setlistfm, musicbrainz, nominatim } = ports
  const covers =
    musicbrainz === null || coverArtUrl === null
      ? null
      : { url: coverArtUrl, attribution: musicbrainz.coverAttribution }
  const { refuseTelling } = options.catalog
  return {
    routes: (routes: Routes) =>
      enrichmentRoutes(routes, { ...options, setlistfm, musicbrainz, nominatim, covers, refuseTelling }),
    moveLinks,
  }
}
