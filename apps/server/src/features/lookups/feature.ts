import type { Viewer } from '../../platform/http/actor.ts'
import type { Routes } from '../../platform/http/route.ts'
import type { MapPlace, MusicbrainzArtist } from '../../platform/providers/ports.ts'
import { createTypings } from '../../platform/providers/typings.ts'
import { lookupRoutes, type Sources } from './routes/lookups.ts'
import { providerRoutes } from './routes/providers.ts'
import { artistOfMusicbrainz, placeOfMap, placeOfMusicbrainz, setlistOf } from './rules/outside.ts'
import { GEONAMES } from './rules/places.ts'
import { knownArtists } from './store/known.ts'
import { ofTown } from './store/venues.ts'
import type { Standings } from './views/providers.ts'
import { knownPlaces } from './views/venues.ts'

export type LookupsOptions = Omit<Sources, 'typings' | 'ports'> & { ports: Sources['ports'] & Standings }

export type Lookups = Pick<
  ReturnType<typeof createLookups>,
  'setlistOf' | 'artistsOf' | 'placesOf' | 'ofTown' | 'townsAreOf'
>

/** Lookups: what others and this server itself know of artists, venues, setlists and concerts. */
export function createLookups(options: LookupsOptions) {
  const { db } = options
  const sources = { ...options, typings: createTypings() }
  return {
    /** What others know, as the wire has it, with what it is here as far as the viewer sees that. */
    setlistOf,
    artistsOf: (viewer: Viewer, artists: MusicbrainzArtist[]) =>
      knownArtists(db, viewer, artists.map(artistOfMusicbrainz)),
    placesOf: (viewer: Viewer, ofMap: MapPlace[], ofMusicbrainz: (MapPlace & { mbid: string })[]) =>
      knownPlaces(db, viewer, [
        ...ofMap.flatMap((place) => placeOfMap('nominatim', place)),
        ...ofMusicbrainz.map(placeOfMusicbrainz),
      ]),
    ofTown,
    townsAreOf: GEONAMES,
    routes: (routes: Routes) => {
      lookupRoutes(routes, sources)
      providerRoutes(routes, options.ports)
    },
  }
}
