import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { ConcertLookup, LookedUpConcert } from '@sharemyshows/contract/lookups'
import type { Show } from '@sharemyshows/contract/shows'
import type { Db } from '../../../platform/db/connect.ts'
import type { Viewer } from '../../../platform/http/actor.ts'
import type { Ports } from '../../../platform/providers/ports.ts'
import { type Asker, ask, candidate, setUp } from '../rules/asking.ts'
import { concertOf } from '../rules/outside.ts'
import { isUuid } from '../rules/places.ts'
import { knownShows } from '../store/known.ts'

export type { Asker } from '../rules/asking.ts'

export type ConcertSources = {
  db: Db
  ports: Ports
  readShow: (viewer: Viewer, id: string) => Promise<Show | undefined>
}

/** A concert: a show here, or an event of MusicBrainz. */
export async function readConcert(
  { db, ports, readShow }: ConcertSources,
  asker: Asker,
  mbid: string,
): Promise<ConcertLookup | Refusal> {
  const id = mbid.toLowerCase()
  if (!isUuid(id)) return refuse('not_found')
  const show = await readShow(asker.viewer, id)
  if (show !== undefined)
    return { provider: 'catalogue', result: 'ok', attribution: null, tried: [], item: ofShow(show) }
  const { given, tried } = await ask(
    asker,
    setUp([candidate('musicbrainz', ports.musicbrainz, (musicbrainz) => musicbrainz.event(id))]),
  )
  if (given === null) return refuse('not_found')
  const { provider, attribution, data } = given
  const [artist] = data.artists
  const nights = artist === undefined ? [] : [{ external: null, artist, day: data.date }]
  const [show_id = null] = await knownShows(db, asker.viewer, nights)
  return { provider, result: 'ok', attribution, tried, item: { ...concertOf(data), show_id } }
}

const ofShow = (show: Show): LookedUpConcert => ({
  mbid: null,
  show_id: show.id,
  name: show.title ?? `${show.artist_name} at ${show.venue_name}`,
  show_date: show.show_date,
  show_time: show.show_time,
  cancelled: show.status === 'cancelled',
  artists: show.lineup.map(({ artist }) => ({ name: artist.name, mbid: artist.mbid })),
  venue: {
    name: show.venue_name,
    city: show.venue_city,
    country: show.venue_country,
    mbid: null,
    point: show.venue.point,
  },
  url: null,
  source: 'catalogue',
})
