import type { Config } from './config.ts'

const SPOTIFY = 'https://i.scdn.co'
/** Where the Cover Art Archive sends browsers on to: the Internet Archive, and whichever machine of it has the picture. */
const ARCHIVE = ['https://archive.org', 'https://*.us.archive.org', 'https://*.ca.archive.org']

/** The origins of pictures that are linked to and not kept, of those alone that the operator has set up. */
export const artworkOriginsOf = ({ spotify, lookups }: Pick<Config, 'spotify' | 'lookups'>): string[] => [
  ...(spotify === null ? [] : [SPOTIFY]),
  ...(lookups.musicbrainz === null ? [] : [new URL(lookups.musicbrainz.coverArtUrl).origin, ...ARCHIVE]),
]
