import type { Event } from '@sharemyshows/contract/events'
import { Id } from '@sharemyshows/contract/fields'
import type { Show } from '@sharemyshows/contract/shows'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { createCards } from '../../platform/cards/cards.ts'
import type { Db } from '../../platform/db/connect.ts'
import type { Viewer } from '../../platform/http/actor.ts'
import { survivorOf } from '../../viewer/survivors.ts'
import type { Artists } from '../artists/feature.ts'
import type { People } from '../people/feature.ts'
import type { Venues } from '../venues/feature.ts'
import { addresses, type Deps, describe, pageRoutes } from './routes.ts'
import { type Page, pageOfArtist, pageOfDiscover, pageOfPerson, pageOfShow, pageOfVenue } from './rules.ts'

export type PagesOptions = {
  db: Db
  publicUrl: string | null
  home: string
  shows: { read: (viewer: Viewer, id: string) => Promise<Show | undefined> }
  events: { read: (viewer: Viewer, id: string) => Promise<Event | undefined> }
  artists: Artists
  venues: Venues
  people: People
  /** The display rendition of a photo this viewer sees. */
  photo: (viewer: Viewer, id: string) => Promise<Buffer | undefined>
}

/** Nobody in particular: whoever asks, a description is what a stranger would see. */
const NOBODY = null
type Kind = Parameters<typeof survivorOf>[2]

/** Pages: what the web app's public pages say of themselves to those who do not run it. */
export function createPages({
  db,
  publicUrl,
  home,
  shows,
  events,
  artists,
  venues,
  people,
  photo,
}: PagesOptions) {
  const deps: Deps = {
    db,
    publicUrl,
    home,
    cards: createCards(),
    readers: {
      shows: (id) => byId('show', id, readNight, ({ show, event }) => pageOfShow(show, event)),
      pages: async (name) => (name === 'discover' ? pageOfDiscover() : undefined),
      artists: (id) => byId('artist', id, artists.read, pageOfArtist),
      venues: (id) => byId('venue', id, venues.read, pageOfVenue),
      profile: async (name) => {
        const person = isName(name) ? await people.read(NOBODY, name) : undefined
        return person && pageOfPerson(person)
      },
    },
    photo: (id) => photo(NOBODY, id),
  }
  /** A show, and what its organiser says of it. */
  async function readNight(viewer: Viewer, id: string) {
    const show = await shows.read(viewer, id)
    return show && { show, event: show.event ? await events.read(viewer, id) : undefined }
  }

  type Read<Thing> = (viewer: Viewer, id: string) => Promise<Thing | undefined>

  /** What was merged away is described as what it has become. */
  async function byId<Thing>(kind: Kind, id: string, read: Read<Thing>, make: (thing: Thing) => Page) {
    if (!Id.safeParse(id).success) return undefined
    const found = await read(NOBODY, id)
    if (found !== undefined) return make(found)
    const survivor = await survivorOf(db, NOBODY, kind, id)
    const become = survivor && (await read(NOBODY, survivor))
    return become ? make(become) : undefined
  }

  return {
    paths: addresses,
    describe: (request: FastifyRequest) => describe(request, deps),
    serve: (http: FastifyInstance) => pageRoutes(http, deps),
  }
}

const isName = (text: string) =>
  text !== '' && text.length <= 80 && text.isWellFormed() && !text.includes('\0')
