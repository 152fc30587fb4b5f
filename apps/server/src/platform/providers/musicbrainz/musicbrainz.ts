import { z } from 'zod'
import { at } from '../address.ts'
import type { Answer } from '../answer.ts'
import type { Port } from '../port.ts'
import type { Cover, Musicbrainz } from '../ports.ts'
import { begun, phrase } from './lucene.ts'
import { Albums, Artist, Artists, Event, Place, Places } from './shapes.ts'

const fmt = 'json'
const MOST = 100
/** Albums whose covers are looked for, one question each. */
const MOST_ALBUMS = 3
/** An id that is none is a question put wrongly. */
const absent = [400, 404]

/** What it is asked by operators who want to know whether it answers. */
export const check = (port: Port) =>
  port.ask(Artists, {
    at: at`/ws/2/artist`,
    query: { query: 'artist:a', limit: 1, fmt },
    absent: [],
    fresh: true,
  })

/** MusicBrainz, whose data belongs to everybody, and the Cover Art Archive, whose pictures are linked to. */
export function createMusicbrainz(port: Port, covers: Port, coverArtUrl: string): Musicbrainz {
  const searched = (name: string, ...fields: string[]) =>
    [...fields.map((field) => `${field}:${phrase(name)}`), `${fields[0]}:${begun(name)}`].join(' OR ')

  async function coverOf(mbid: string): Promise<Answer<Cover>> {
    const albums = await port.ask(Albums, {
      at: at`/ws/2/release-group`,
      query: { artist: mbid, type: 'album', limit: MOST, fmt },
      absent,
    })
    if (albums.result !== 'ok') return albums
    for (const { id, title } of albums.data.slice(0, MOST_ALBUMS)) {
      const path = at`/release-group/${id}/front-250`
      // it says where a picture is by sending there: that there is one is enough
      const cover = await covers.ask(z.literal(true), { at: path, present: [200, 302, 307], absent })
      if (cover.result === 'ok')
        return { result: 'ok', data: { groupMbid: id, title, url: `${coverArtUrl}${path?.path}` } }
      if (cover.result !== 'empty') return cover
    }
    return { result: 'empty' }
  }

  return {
    attribution: { text: 'MusicBrainz', url: 'https://musicbrainz.org' },
    coverAttribution: { text: 'Cover Art Archive', url: 'https://coverartarchive.org' },
    searchArtists: (name, most, patience) =>
      port.ask(Artists, {
        at: at`/ws/2/artist`,
        query: { query: searched(name, 'artist', 'alias'), limit: Math.min(most, MOST), fmt },
        patience,
      }),
    artist: (mbid) => port.ask(Artist, { at: at`/ws/2/artist/${mbid}`, query: { fmt }, absent }),
    coverOf,
    searchPlaces: (name, city, most) => {
      const found = `(${searched(name, 'place', 'alias')})`
      const near = city === null ? '' : ` AND (area:${phrase(city)} OR address:${phrase(city)})`
      return port.ask(Places, {
        at: at`/ws/2/place`,
        query: { query: `${found}${near}`, limit: Math.min(most, MOST), fmt },
      })
    },
    place: (mbid) => port.ask(Place, { at: at`/ws/2/place/${mbid}`, query: { fmt }, absent }),
    event: (mbid) =>
      port.ask(Event, { at: at`/ws/2/event/${mbid}`, query: { inc: 'artist-rels place-rels', fmt }, absent }),
  }
}
