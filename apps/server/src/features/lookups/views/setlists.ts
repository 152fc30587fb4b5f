import { type Refusal, refuse, refuseField } from '@sharemyshows/contract/errors'
import type { LookedUpSetlist, SetlistLookup, SetlistLookups } from '@sharemyshows/contract/lookups'
import type { Db } from '../../../platform/db/connect.ts'
import type { Answer, Page } from '../../../platform/providers/answer.ts'
import type { Ports, Setlistfm, SetlistfmSetlist } from '../../../platform/providers/ports.ts'
import { type Asker, ask, candidate } from '../rules/asking.ts'
import { setlistOf } from '../rules/outside.ts'
import { isUuid } from '../rules/places.ts'
import { ofCatalogue } from '../rules/told.ts'
import { knownShows } from '../store/known.ts'
import { findPerson, findTaken, listOwnSetlists, type OwnSetlists } from '../store/setlists.ts'

export type SetlistSources = { db: Db; ports: Ports }

/** As setlist.fm makes them. */
const SETLIST_ID = /^[\w-]{1,60}$/

/** Setlists with the shows here that they are of. */
async function known(db: Db, { viewer }: Asker, setlists: LookedUpSetlist[]): Promise<LookedUpSetlist[]> {
  const nights = setlists.map(({ id, artist, show_date }) => ({ external: id, artist, day: show_date }))
  const shows = await knownShows(db, viewer, nights)
  return setlists.map((setlist, n) => ({ ...setlist, show_id: shows[n] ?? null }))
}

/** A page of setlist.fm's, else what this server has; refused where that is nobody's. */
async function listed(
  { db, ports }: SetlistSources,
  asker: Asker,
  question: (setlistfm: Setlistfm) => Promise<Answer<Page<SetlistfmSetlist>>>,
  own: () => Promise<OwnSetlists | Refusal>,
): Promise<SetlistLookups | Refusal> {
  const { given, tried } = await ask(asker, [candidate('setlistfm', ports.setlistfm, question)])
  if (given !== null) {
    const { provider, attribution, data } = given
    const items = await known(db, asker, data.items.map(setlistOf))
    return { provider, result: 'ok', attribution, tried, items, next_page: data.next }
  }
  const here = await own()
  return 'refused' in here ? here : ofCatalogue(here.items, tried, { next: here.next })
}

type OfArtist = { mbid?: string | undefined; artist_name?: string | undefined; page: number }

/** What an artist played. */
export async function listSetlistsOfArtist(
  sources: SetlistSources,
  asker: Asker,
  { mbid, artist_name: name, page }: OfArtist,
): Promise<SetlistLookups | Refusal> {
  const own = (by: 'mbid' | 'name', key: string) => () =>
    listOwnSetlists(sources.db, asker.viewer, by, key, page)
  if (mbid !== undefined) {
    const id = mbid.toLowerCase()
    return listed(
      sources,
      asker,
      (setlistfm) => setlistfm.setlistsOfArtist({ mbid: id }, page),
      own('mbid', id),
    )
  }
  if (name === undefined) return refuseField('artist_name', 'Say the artist, or its id in MusicBrainz')
  return listed(sources, asker, (setlistfm) => setlistfm.setlistsOfArtist({ name }, page), own('name', name))
}

/** What was played at a venue: one of this server by what is known here, one of setlist.fm by asking there. */
export async function listSetlistsOfVenue(
  sources: SetlistSources,
  asker: Asker,
  { venue_id: id, page }: { venue_id: string; page: number },
): Promise<SetlistLookups | Refusal> {
  const own = async () =>
    isUuid(id) ? listOwnSetlists(sources.db, asker.viewer, 'venue', id, page) : { items: [], next: null }
  if (isUuid(id)) {
    const { items, next } = await own()
    return ofCatalogue(items, [], { next })
  }
  return listed(sources, asker, (setlistfm) => setlistfm.setlistsOfVenue(id, page), own)
}

/** Where somebody says she was: a private person is as unknown as one who is not there. */
export async function listAttended(
  sources: SetlistSources,
  asker: Asker,
  { username, page }: { username: string; page: number },
): Promise<SetlistLookups | Refusal> {
  const { db } = sources
  return listed(
    sources,
    asker,
    (setlistfm) => setlistfm.attended(username, page),
    async () => {
      const person = await findPerson(db, asker.viewer, username)
      return person === undefined
        ? refuse('not_found')
        : listOwnSetlists(db, asker.viewer, 'person', person, page)
    },
  )
}

/** One setlist: of a show here, or of setlist.fm, or of the show that took its songs from there. */
export async function readSetlist(
  { db, ports }: SetlistSources,
  asker: Asker,
  id: string,
): Promise<SetlistLookup | Refusal> {
  const { viewer } = asker
  const own = async (showId: string | undefined, tried: SetlistLookup['tried']) => {
    const [item] = showId === undefined ? [] : (await listOwnSetlists(db, viewer, 'show', showId)).items
    if (item === undefined) return refuse('not_found')
    return { provider: 'catalogue', result: 'ok', attribution: null, tried, item } as const
  }
  if (isUuid(id)) return own(id, [])
  if (!SETLIST_ID.test(id)) return refuse('not_found')
  const { given, tried } = await ask(asker, [
    candidate('setlistfm', ports.setlistfm, (setlistfm) => setlistfm.setlist(id)),
  ])
  if (given === null) return own(await findTaken(db, viewer, id), tried)
  const [item] = await known(db, asker, [setlistOf(given.data)])
  if (item === undefined) return refuse('not_found')
  return { provider: given.provider, result: 'ok', attribution: given.attribution, tried, item }
}
