import { heldTo } from './spec.ts'
import { type Asked, isLike, ok, pageOf, type Said, type StandIn } from './wire.ts'
import type { MadeUpSetlist, MadeUpSong, World } from './world.ts'

export const SETLISTFM_KEY = 'a-key-for-setlistfm'
const SIZE = 20
const link = (text: string) => `https://www.setlist.fm/setlist/${encodeURIComponent(text)}.html`

const artistOf = ({ mbid, name }: { mbid: string; name: string }) => ({
  ...{ mbid, name, sortName: name, disambiguation: '', url: link(name) },
})
const songOf = ({ cover, with: guest, ...song }: MadeUpSong) => ({
  ...song,
  ...(cover && { cover: artistOf({ mbid: '', name: cover }) }),
  ...(guest && { with: artistOf({ mbid: '', name: guest }) }),
})

const setlistOf = (made: MadeUpSetlist) => ({
  id: made.id,
  versionId: made.versionId,
  eventDate: made.date.split('-').reverse().join('-'),
  lastUpdated: `${made.date}T09:00:00.000+0000`,
  artist: artistOf(made.artist),
  venue: {
    ...{ id: made.venue.id, name: made.venue.name, url: link(made.venue.name) },
    city: {
      ...{ id: String(made.venue.geonameId), name: made.venue.city, state: '', stateCode: '' },
      coords: { lat: made.venue.latitude, long: made.venue.longitude },
      country: { code: made.venue.country, name: made.venue.country },
    },
  },
  ...(made.tour && { tour: { name: made.tour } }),
  ...(made.info && { info: made.info }),
  sets: {
    set: [
      ...made.sets.map((songs) => ({ song: songs.map(songOf) })),
      ...made.encores.map((songs, index) => ({ encore: index + 1, song: songs.map(songOf) })),
    ],
  },
  url: link(made.id),
})

/** setlist.fm, as its reference has it. */
export async function createSetlistfmStandIn(world: () => World): Promise<StandIn> {
  const no = (status: number): Said => ({
    status,
    body:
      status === 401 || status === 403 || status === 429
        ? { message: `status ${status}` }
        : {
            ...{ code: status, status: 'No', message: 'not found' },
            timestamp: '2026-01-01T00:00:00.000+0000',
          },
  })
  const listed = (list: 'artist' | 'setlist', found: unknown[], page = 1): Said =>
    // nothing found is "not found"
    found.length === 0
      ? no(404)
      : ok({
          ...{ type: `${list}s`, itemsPerPage: SIZE, page, total: found.length },
          [list]: pageOf(found, page, SIZE),
        })
  const setlists = (page: number | undefined, fits: (one: MadeUpSetlist) => boolean) =>
    listed('setlist', world().setlists.filter(fits).map(setlistOf), page)

  function answer({ path, query, headers }: Asked): Said {
    if (headers['x-api-key'] === undefined) return no(401)
    if (headers['x-api-key'] !== SETLISTFM_KEY) return no(403)
    if (headers.accept !== 'application/json')
      return { status: 200, body: '<?xml version="1.0"?><setlists/>' }
    const page = query.p === undefined ? undefined : Number(query.p)
    const [kind = '', id = '', more] = path.replace('/1.0/', '').split('/').map(decodeURIComponent)
    if (kind === 'artist' && more === 'setlists') return setlists(page, ({ artist }) => artist.mbid === id)
    if (kind === 'venue' && more === 'setlists') return setlists(page, ({ venue }) => venue.id === id)
    if (kind === 'user' && more === 'attended') {
      const ids = world().attended[id] ?? []
      return setlists(page, (one) => ids.includes(one.id))
    }
    if (kind === 'setlist') {
      const found = world().setlists.find((one) => one.id === id)
      return found === undefined ? no(404) : ok(setlistOf(found))
    }
    if (kind === 'search' && id === 'artists') {
      const { artistName = '' } = query
      return listed(
        'artist',
        world()
          .artists.filter(({ name }) => isLike(name, artistName))
          .map(artistOf),
        page,
      )
    }
    if (kind === 'search' && id === 'setlists') {
      const { artistName, artistMbid, date } = query
      return setlists(
        page,
        ({ artist, date: day }) =>
          (artistMbid === undefined || artist.mbid === artistMbid) &&
          (artistName === undefined || isLike(artist.name, artistName)) &&
          (date === undefined || day.split('-').reverse().join('-') === date),
      )
    }
    if (kind === 'search' && id === 'countries')
      return ok({
        ...{ type: 'countries', itemsPerPage: 1, page: 1, total: 1 },
        country: [{ code: 'NL', name: 'Netherlands' }],
      })
    return no(404)
  }
  return { answer, no, ...(await heldTo('setlistfm/setlistfm-1.0.transcribed.openapi.json')) }
}
