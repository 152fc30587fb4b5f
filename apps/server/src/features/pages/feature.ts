import { Id } from '@sharemyshows/contract/fields'
import type { Show } from '@sharemyshows/contract/shows'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { createCards } from '../../platform/cards/cards.ts'
import type { Db } from '../../platform/db/connect.ts'
import type { Viewer } from '../../platform/http/actor.ts'
import type { Artists } from '../artists/feature.ts'
import type { People } from '../people/feature.ts'
import type { Venues } from '../venues/feature.ts'
import { type Deps, describe, pageRoutes } from './routes.ts'
import { pageOfArtist, pageOfPerson, pageOfShow, pageOfVenue } from './rules.ts'

export type PagesOptions = {
  db: Db
  publicUrl: string | null
  home: string
  shows: { read: (viewer: Viewer, id: string) => Promise<Show | undefined> }
  artists: Artists
  venues: Venues
  people: People
  /** The display rendition of a photo this viewer sees. */
  photo: (viewer: Viewer, id: string) => Promise<Buffer | undefined>
}

/** Pages: what the web app's public pages say of themselves to those who do not run it. */
export function createPages({ db, publicUrl, home, shows, artists, venues, people, photo }: PagesOptions) {
  const deps: Deps = {
    db,
    publicUrl,
    home,
    cards: createCards(),
    readers: {
      shows: async (id) => page(isId(id) ? await shows.read(null, id) : undefined, pageOfShow),
      artists: async (id) => page(isId(id) ? await artists.read(null, id) : undefined, pageOfArtist),
      venues: async (id) => page(isId(id) ? await venues.read(null, id) : undefined, pageOfVenue),
      profile: async (name) => page(isName(name) ? await people.read(null, name) : undefined, pageOfPerson),
    },
    photo: (id) => photo(null, id),
  }
  return {
    describe: (request: FastifyRequest) => describe(request, deps),
    serve: (http: FastifyInstance) => pageRoutes(http, deps),
  }
}

const page = <Thing, Page>(thing: Thing | undefined, make: (thing: Thing) => Page) =>
  thing === undefined ? undefined : make(thing)

const isId = (text: string) => Id.safeParse(text).success
const isName = (text: string) =>
  text !== '' && text.length <= 80 && text.isWellFormed() && !text.includes('\0')
