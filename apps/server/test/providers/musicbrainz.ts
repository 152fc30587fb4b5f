import { type Asked, isLike, ok, type Said, type StandIn } from './wire.ts'
import type { MadeUpArtist, MadeUpPlace, World } from './world.ts'

const no = (status: number): Said => ({ status, body: { error: `status ${status}` } })
const ENTITIES = ['artist', 'place', 'event', 'release-group']
const MBID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Who asks has to say so, and whom to write to. */
export const isNamed = ({ headers }: Asked) =>
  /^ShareMyShows\/\S+ \( \S+ \)$/.test(headers['user-agent'] ?? '')

/** The first phrase of a field in Lucene's language, without what protects it. */
const phraseOf = (query: string, field: string) =>
  new RegExp(`${field}:"((?:[^"\\\\]|\\\\.)*)"`).exec(query)?.[1]?.replaceAll(/\\(.)/g, '$1')

/** Whether quotes and brackets that mean something come in pairs. */
function isBalanced(query: string): boolean {
  const bare = query.replaceAll(/\\./g, '').replaceAll(/"[^"]*"/g, '')
  let open = 0
  for (const sign of bare) {
    if (sign === '(') open++
    if (sign === ')' && --open < 0) return false
  }
  return open === 0 && !bare.includes('"')
}

const artistOf = ({ mbid, name, disambiguation, country }: MadeUpArtist) => ({
  ...{
    id: mbid,
    name,
    'sort-name': name,
    disambiguation,
    country,
    type: 'Group',
    'life-span': { ended: null },
  },
})
const placeOf = ({ mbid, name, street, number, city, latitude, longitude }: MadeUpPlace) => ({
  ...{ id: mbid, name, address: `${street} ${number}`, type: 'Venue', disambiguation: '' },
  area: { id: mbid, name: city, 'sort-name': city },
  // as texts in what is searched
  coordinates: { latitude: String(latitude), longitude: String(longitude) },
})

const scored = <T extends object>(items: T[]) =>
  items.map((item, index) => ({ ...item, score: Math.max(0, 100 - index * 10) }))

/** MusicBrainz: JSON by `fmt` alone, and nobody who does not say who she is. */
export function createMusicbrainzStandIn(world: () => World): StandIn {
  function searched(entity: string, query: string, limit: number): Said {
    if (!isBalanced(query)) return no(400)
    const name = phraseOf(query, entity) ?? ''
    if (entity === 'artist') {
      const artists = world().artists.filter((one) => isLike(one.name, name))
      return ok({ count: artists.length, offset: 0, artists: scored(artists.map(artistOf)).slice(0, limit) })
    }
    const area = phraseOf(query, 'area') ?? ''
    const places = world().places.filter(
      (one) => one.mbid !== null && isLike(one.name, name) && isLike(one.city, area),
    )
    return ok({ count: places.length, offset: 0, places: scored(places.map(placeOf)).slice(0, limit) })
  }

  function event(mbid: string): Said {
    const found = world().events.find((one) => one.mbid === mbid)
    if (found === undefined) return no(404)
    const { name, time, cancelled, date } = found
    const place = world().places.find((one) => one.name === found.place)
    return ok({
      ...{ id: mbid, name, time, cancelled, 'life-span': { begin: date, end: date, ended: true } },
      relations: [
        ...found.performers.map(({ support, ...artist }) => ({
          type: support ? 'support act' : 'main performer',
          artist: { id: artist.mbid, name: artist.name, 'sort-name': artist.name },
        })),
        ...(place ? [{ type: 'held at', place: placeOf(place) }] : []),
      ],
    })
  }

  function answer(asked: Asked): Said {
    const { path, query } = asked
    if (!isNamed(asked)) return no(403)
    if (query.fmt !== 'json') return { status: 200, body: '<?xml version="1.0"?><metadata/>' }
    const [entity = '', id] = path.replace('/ws/2/', '').split('/').map(decodeURIComponent)
    if (!path.startsWith('/ws/2/') || !ENTITIES.includes(entity)) return no(404)
    const limit = Number(query.limit ?? 25)
    if (limit < 1 || limit > 100) return no(400)
    if (id === undefined && query.query !== undefined) return searched(entity, query.query, limit)
    if (entity === 'release-group') {
      const albums = world().artists.find(({ mbid }) => mbid === query.artist)?.albums
      if (albums === undefined) return no(404)
      const groups = albums.map((one) => ({
        ...{ id: one.id, title: one.title, 'first-release-date': one.date, 'primary-type': 'Album' },
        'secondary-types': one.live ? ['Live'] : [],
      }))
      return ok({ 'release-group-count': groups.length, 'release-group-offset': 0, 'release-groups': groups })
    }
    if (!MBID.test(id ?? '')) return no(400)
    if (entity === 'event') return event(id ?? '')
    const place = world().places.find(({ mbid }) => mbid === id)
    if (entity === 'place') return place === undefined ? no(404) : ok(placeOf(place))
    const artist = world().artists.find(({ mbid }) => mbid === id)
    return entity !== 'artist' || artist === undefined ? no(404) : ok(artistOf(artist))
  }
  return { answer, no, refuses: () => null, denies: () => null }
}

/** The Cover Art Archive, which sends whoever wants a picture to where it is. */
export const createCoverArtStandIn = (world: () => World): StandIn => ({
  answer(asked) {
    if (!isNamed(asked)) return no(403)
    const id = /^\/release-group\/([^/]+)\/front-250$/.exec(asked.path)?.[1]
    const album = world()
      .artists.flatMap(({ albums }) => albums)
      .find((one) => one.id === id)
    if (!album?.cover) return no(404)
    return { status: 307, headers: { location: `http://127.0.0.1:9/download/mbid-${id}/front_thumb250.jpg` } }
  },
  no,
  refuses: () => null,
  denies: () => null,
})
