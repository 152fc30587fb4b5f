import { INSTRUMENTS } from '../tags/vocabulary.ts'

/** Genres that are said without "music". */
const ALONE = new Set([
  ...['Rock', 'Pop', 'Jazz', 'Blues', 'Folk', 'Country', 'Hip hop', 'Reggae', 'Ska', 'Metal', 'Punk', 'Funk'],
  ...[
    'Soul',
    'Gospel',
    'Disco',
    'Flamenco',
    'House',
    'Techno',
    'Trance',
    'Dubstep',
    'Drum and bass',
    'Afrobeat',
  ],
])
/** Genres that keep their capital within a sentence. */
const PROPER = new Set(['Latin', 'Indian', 'Middle Eastern'])

/** A genre as it stands within a sentence. */
export const genrePhrase = (genre: string): string =>
  [PROPER.has(genre) ? genre : genre.toLowerCase(), ...(ALONE.has(genre) ? [] : ['music'])].join(' ')

const wordOf = (label: string) => INSTRUMENTS.find((word) => word.label === label)

/** The three likeliest instruments; a family is left out where one of it is named: no guitar beside an electric guitar. */
export function instrumentPhrase(labels: readonly string[]): string[] {
  const isNamed = (family: string) =>
    labels.some((label) => {
      const first = wordOf(label)?.classes[0]
      return label !== family && first !== undefined && !!wordOf(family)?.classes.includes(first)
    })
  return labels
    .filter((label) => !(wordOf(label)?.family && isNamed(label)))
    .slice(0, 3)
    .map((label) => label.toLowerCase().replace('french', 'French'))
}

/** "guitar, drums and singing". */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
