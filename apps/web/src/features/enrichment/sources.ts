import type { Provider } from '@sharemyshows/contract/lookups'

/** Whom this server may ask. */
export type Told = Exclude<Provider, 'catalogue'>
/** Whose data it is, what becomes of it here, and where that leads. */
export type Source = { name: string; says: string; links: readonly { text: string; url: string }[] }

/** On every server. */
export const WITH_US: readonly Source[] = [
  {
    name: 'GeoNames',
    says: 'Towns, where they lie and the clocks they follow: some 135,000, under the licence CC BY 4.0.',
    links: [
      { text: 'GeoNames', url: 'https://www.geonames.org' },
      { text: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
    ],
  },
  {
    name: 'Natural Earth',
    says: 'The countries on our maps, in the public domain.',
    links: [{ text: 'Natural Earth', url: 'https://www.naturalearthdata.com' }],
  },
]

export const TILES: Omit<Source, 'name'> = {
  says: 'The pictures that maps are made of here. Your browser fetches them there.',
  links: [],
}

/** On servers that ask them. */
export const ASKED: readonly (Source & { by: readonly Told[] })[] = [
  {
    by: ['nominatim', 'photon'],
    name: '© OpenStreetMap contributors',
    says: 'Venues while you type, and where they are. What is kept of a venue is marked as theirs, under the Open Database License.',
    links: [{ text: 'OpenStreetMap and its licence', url: 'https://www.openstreetmap.org/copyright' }],
  },
  {
    by: ['musicbrainz'],
    name: 'MusicBrainz and the Cover Art Archive',
    says: 'Who artists are, given to everybody (CC0). Covers are of those who made them: they are shown from where they lie, and not kept.',
    links: [
      { text: 'MusicBrainz', url: 'https://musicbrainz.org' },
      { text: 'Cover Art Archive', url: 'https://coverartarchive.org' },
    ],
  },
  {
    by: ['setlistfm'],
    name: 'setlist.fm',
    says: 'What was played, as its members wrote it down. It is shown to you and not kept; of the songs that you take over yourself the way back to it is.',
    links: [{ text: 'setlist.fm', url: 'https://www.setlist.fm' }],
  },
  {
    by: ['google'],
    name: 'Google Maps',
    says: 'Venues while you type. What you type is sent to Google by this server, not by your browser; what is kept is which place it is there, and what you save in the fields yourself.',
    links: [
      { text: 'Terms of Google Maps', url: 'https://maps.google.com/help/terms_maps/' },
      { text: 'Privacy at Google', url: 'https://policies.google.com/privacy' },
    ],
  },
]
