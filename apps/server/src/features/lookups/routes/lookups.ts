import * as contract from '@sharemyshows/contract/lookups'
import { type Actor, viewerOf } from '../../../platform/http/actor.ts'
import type { Routes } from '../../../platform/http/route.ts'
import { type ArtistSources, searchArtists } from '../views/artists.ts'
import { type Asker, type ConcertSources, readConcert } from '../views/concerts.ts'
import {
  listAttended,
  listSetlistsOfArtist,
  listSetlistsOfVenue,
  readSetlist,
  type SetlistSources,
} from '../views/setlists.ts'
import { completeVenue, readPlace, searchVenues, type VenueSources } from '../views/venues.ts'

export type Sources = VenueSources & ArtistSources & SetlistSources & ConcertSources

const askerOf = (actor: Actor | null): Asker => ({
  viewer: viewerOf(actor),
  session: actor?.sessionId ?? null,
})

/** Each question by GET, and by POST as it was first written. */
export function lookupRoutes(routes: Routes, sources: Sources): void {
  const by =
    <Question, Answer>(view: (sources: Sources, asker: Asker, question: Question) => Promise<Answer>) =>
    (actor: Actor | null, question: Question) =>
      view(sources, askerOf(actor), question)

  const search = by(searchVenues)
  routes(contract.searchOutsideVenues, ({ actor, query }) => search(actor, query))
  routes(contract.searchOutsideVenuesByPost, ({ actor, body }) => search(actor, body))
  const complete = by(completeVenue)
  routes(contract.completeVenue, ({ actor, query }) => complete(actor, query))
  routes(contract.completeVenueByPost, ({ actor, body }) => complete(actor, body))
  const place = by(readPlace)
  routes(contract.readOutsideVenue, ({ actor, query }) => place(actor, query))
  routes(contract.readOutsideVenueByPost, ({ actor, body }) => place(actor, body))
  const artists = by(searchArtists)
  routes(contract.searchOutsideArtists, ({ actor, query }) => artists(actor, query))
  routes(contract.searchOutsideArtistsByPost, ({ actor, body }) => artists(actor, body))
  const played = by(listSetlistsOfArtist)
  routes(contract.listOutsideSetlistsOfArtist, ({ actor, query }) => played(actor, query))
  routes(contract.listOutsideSetlistsOfArtistByPost, ({ actor, body }) => played(actor, body))
  const playedThere = by(listSetlistsOfVenue)
  routes(contract.listOutsideSetlistsOfVenue, ({ actor, query }) => playedThere(actor, query))
  routes(contract.listOutsideSetlistsOfVenueByPost, ({ actor, body }) => playedThere(actor, body))
  const attended = by(listAttended)
  routes(contract.listAttended, ({ actor, query }) => attended(actor, query))
  routes(contract.listAttendedByPost, ({ actor, body }) => attended(actor, body))
  const setlist = by(readSetlist)
  routes(contract.readOutsideSetlist, ({ actor, params }) => setlist(actor, params.setlist_id))
  routes(contract.readOutsideSetlistByPost, ({ actor, params }) => setlist(actor, params.setlist_id))
  const concert = by(readConcert)
  routes(contract.readOutsideConcert, ({ actor, params }) => concert(actor, params.mbid))
  routes(contract.readOutsideConcertByPost, ({ actor, params }) => concert(actor, params.mbid))
}
