/** What the stand-ins know. Tests add to it, or have another. */
export type MadeUpArtist = {
  mbid: string
  name: string
  disambiguation: string
  country: string
  albums: { id: string; title: string; date: string; cover: boolean; live?: boolean }[]
}
export type MadeUpPlace = {
  /** By OpenStreetMap, Google and MusicBrainz; null where it is in none. */
  osm: string | null
  google: string | null
  mbid: string | null
  kind: 'venue' | 'city' | 'address'
  name: string
  street: string
  number: string
  city: string
  state: string
  country: string
  latitude: number
  longitude: number
  zone: string
}
export type MadeUpSong = { name: string; cover?: string; with?: string; info?: string; tape?: boolean }
export type MadeUpSetlist = {
  id: string
  versionId: string
  /** `YYYY-MM-DD` */
  date: string
  artist: { mbid: string; name: string }
  venue: {
    id: string
    name: string
    city: string
    geonameId: number
    country: string
    latitude: number
    longitude: number
  }
  tour?: string
  info?: string
  /** Sets of the main part, and encores. */
  sets: MadeUpSong[][]
  encores: MadeUpSong[][]
}
export type MadeUpEvent = {
  mbid: string
  name: string
  date: string
  time: string
  cancelled: boolean
  performers: { mbid: string; name: string; support?: boolean }[]
  place: string
}
export type World = {
  artists: MadeUpArtist[]
  places: MadeUpPlace[]
  setlists: MadeUpSetlist[]
  /** Ids of setlists, by username at setlist.fm. */
  attended: Record<string, string[]>
  events: MadeUpEvent[]
}

export const mbidOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

export const madeUpArtist = (
  number: number,
  name: string,
  more: Partial<MadeUpArtist> = {},
): MadeUpArtist => ({
  ...{ mbid: mbidOf(number), name, disambiguation: '', country: 'NL', albums: [] },
  ...more,
})

export const madeUpPlace = (number: number, name: string, more: Partial<MadeUpPlace> = {}): MadeUpPlace => ({
  ...{ osm: `W${number}`, google: `ChIJ-made-up-${number}`, mbid: mbidOf(number), kind: 'venue', name },
  ...{ street: 'Vredenburgkade', number: '11', city: 'Utrecht', state: 'Utrecht', country: 'NL' },
  ...{ latitude: 52.0932, longitude: 5.1134, zone: 'Europe/Amsterdam' },
  ...more,
})

/** A night at TivoliVredenburg unless it is said to be another. */
export const madeUpSetlist = (
  number: number,
  artist: { mbid: string; name: string },
  date: string,
  more: Partial<MadeUpSetlist> = {},
): MadeUpSetlist => ({
  ...{ id: `63de${number}`, versionId: `7be${number}`, date },
  artist: { mbid: artist.mbid, name: artist.name },
  venue: {
    ...{ id: '33d62cf9', name: 'TivoliVredenburg', city: 'Utrecht', geonameId: 2745912, country: 'NL' },
    ...{ latitude: 52.0908, longitude: 5.1222 },
  },
  sets: [[{ name: 'Bagagedrager' }, { name: 'Het voordeel van video' }]],
  encores: [[{ name: 'Smalfilm' }]],
  ...more,
})

/** One artist with two albums, a cover of the second, a night, who was there, and where that is. */
export function createWorld(): World {
  const spinvis = madeUpArtist(1, 'Spinvis', {
    disambiguation: 'Dutch singer-songwriter',
    albums: [
      { id: mbidOf(101), title: 'Live ergens', date: '1999-01-01', cover: true, live: true },
      { id: mbidOf(102), title: 'Spinvis', date: '2002-04-08', cover: false },
      { id: mbidOf(103), title: 'Dagen van gras, dagen van stro', date: '2005-02-21', cover: true },
    ],
  })
  return {
    artists: [spinvis, madeUpArtist(2, 'Spinvis Coverband')],
    places: [
      madeUpPlace(46347021, 'TivoliVredenburg'),
      madeUpPlace(47811, 'Utrecht', { kind: 'city', osm: 'R47811', mbid: null, street: '', number: '' }),
    ],
    setlists: [
      madeUpSetlist(1, spinvis, '2024-12-01', {
        tour: 'Be-Bop-a-Lula',
        encores: [[{ name: 'Smalfilm' }], [{ name: 'Halleluja', cover: 'Leonard Cohen', with: 'Roos' }]],
      }),
      madeUpSetlist(2, spinvis, '2023-10-07', { sets: [], encores: [] }),
    ],
    attended: { ana: ['63de1', '63de2'] },
    events: [
      {
        ...{ mbid: mbidOf(201), name: 'Spinvis at TivoliVredenburg', date: '2024-12-01', time: '20:00' },
        ...{ cancelled: false, place: 'TivoliVredenburg' },
        performers: [
          { mbid: mbidOf(2), name: 'Spinvis Coverband', support: true },
          { mbid: mbidOf(1), name: 'Spinvis' },
        ],
      },
    ],
  }
}
