/** A night as it stands in the file, and as it is counted by hand. */
export type Night = {
  day: string
  artist: string
  support: string[]
  venue: string
  town: string
  notes: string
}

const TOWNS = ['Utrecht', 'Amsterdam', 'Hamburg', 'München', 'Köln', 'Gent', 'Bruxelles', 'Zürich'] as const
const DAY_MS = 86_400_000

/** Different days over eighteen years, so that the same two never meet twice; names with umlauts, quotes and commas. */
export function nights(count: number): Night[] {
  return Array.from({ length: count }, (_, at) => {
    const town = TOWNS[at % TOWNS.length] ?? 'Utrecht'
    return {
      day: new Date(Date.UTC(2005, 0, 3) + at * 13 * DAY_MS).toISOString().slice(0, 10),
      artist: `Brückenbauer, Band "${at % 120}"`,
      support: at % 5 === 0 ? [`Vorband ${at % 35}`, `Søren ${at % 20}`] : [],
      venue: `Große Halle ${at % 40}`,
      town,
      notes: at % 7 === 0 ? `It was "loud", and\nlong; ${at}` : '',
    }
  })
}

/** Day first, as most of Europe writes it. */
export const written = (day: string): string => day.split('-').reverse().join('/')

const quoted = (cell: string): string => (/[";\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

const line = (cells: readonly string[]): string => `${cells.map(quoted).join(';')}\r\n`

/** A table as a German spreadsheet saves it. */
export const tableOf = (rows: readonly (readonly string[])[]): string =>
  line(['Datum', 'Band', 'Vorband', 'Venue', 'Stadt', 'Notizen', 'Preis']) + rows.map(line).join('')

export const cellsOf = ({ day, artist, support, venue, town, notes }: Night): string[] => [
  written(day),
  artist,
  support.join('; '),
  venue,
  town,
  notes,
  '24,50 €',
]

/** What the dashboard must say of these. */
export const countedByHand = (counted: readonly Night[]) => ({
  shows: counted.length,
  artists: new Set(counted.flatMap(({ artist, support }) => [artist, ...support])).size,
  venues: new Set(counted.map(({ venue, town }) => `${venue}, ${town}`)).size,
})
