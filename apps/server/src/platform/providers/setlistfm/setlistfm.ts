import { z } from 'zod'
import { at } from '../address.ts'
import type { Port } from '../port.ts'
import type { Setlistfm } from '../ports.ts'
import { ArtistsAnswer, SetlistAnswer, SetlistsAnswer } from './shapes.ts'

/** Without the first it answers XML. */
export const HEADERS = { accept: 'application/json', 'accept-language': 'en' }

/** `YYYY-MM-DD` as it has days. */
const dayOf = (date: string) => date.split('-').reverse().join('-')

/** What it is asked by operators who want to know whether it answers. */
export const check = (port: Port) =>
  port.ask(z.looseObject({}), { at: at`/1.0/search/countries`, absent: [], fresh: true })

/** setlist.fm: what was played. Nothing of it may be kept for longer than some hours but ids and links. */
export const createSetlistfm = (port: Port): Setlistfm => ({
  attribution: { text: 'setlist.fm', url: 'https://www.setlist.fm' },
  searchArtists: (artistName, p, patience) =>
    port.ask(ArtistsAnswer, {
      at: at`/1.0/search/artists`,
      query: { artistName, sort: 'relevance', p },
      patience,
    }),
  setlistsOfArtist: (artist, p) =>
    'mbid' in artist
      ? port.ask(SetlistsAnswer, { at: at`/1.0/artist/${artist.mbid}/setlists`, query: { p } })
      : port.ask(SetlistsAnswer, {
          at: at`/1.0/search/setlists`,
          query: { artistName: artist.name, p },
        }),
  setlistsOfNight: (artist, date) =>
    port.ask(SetlistsAnswer, {
      at: at`/1.0/search/setlists`,
      query: {
        ...('mbid' in artist ? { artistMbid: artist.mbid } : { artistName: artist.name }),
        date: dayOf(date),
        p: 1,
      },
    }),
  setlist: (id) => port.ask(SetlistAnswer, { at: at`/1.0/setlist/${id}` }),
  setlistsOfVenue: (id, p) => port.ask(SetlistsAnswer, { at: at`/1.0/venue/${id}/setlists`, query: { p } }),
  attended: (username, p) =>
    port.ask(SetlistsAnswer, { at: at`/1.0/user/${username}/attended`, query: { p } }),
})
