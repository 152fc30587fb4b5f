import { describe, expect, it } from 'vitest'
import { columnNames, fieldOf, guessMapping, isHeader } from './columns.ts'

const says = {
  day: (cell: string) => /^\d{4}-\d\d-\d\d$/.test(cell),
  time: (cell: string) => /^\d\d:\d\d$/.test(cell),
  country: (cell: string) => /^[A-Z]{2}$/.test(cell),
}
const table = (header: string[], row: string[]) =>
  header.map((name, n) => ({ name, samples: [row[n] ?? ''].filter((cell) => cell !== '') }))

describe('what a column means', () => {
  it.each([
    ['artist_name', 'artist_name'],
    ['Artist', 'artist_name'],
    ['BAND', 'artist_name'],
    ['Artiest', 'artist_name'],
    ['Künstler', 'artist_name'],
    ['Groupe', 'artist_name'],
    ['Zaal', 'venue_name'],
    ['Spielstätte', 'venue_name'],
    ['Lieu', 'venue_name'],
    ['Sala', 'venue_name'],
    ['Luogo', 'venue_name'],
    ['Local', 'venue_name'],
    ['Città', 'venue_city'],
    ['Stad', 'venue_city'],
    ['País', 'venue_country'],
    ['Date attended', 'show_date'],
    ['Datum', 'show_date'],
    ['Fecha', 'show_date'],
    ['Uhrzeit', 'show_time'],
    ['Voorprogramma', 'support'],
    ['Première partie', 'support'],
    ['Sterne', 'rating'],
    ['Opmerkingen', 'notes'],
    ['is_public', 'is_public'],
    ['songs', undefined],
    ['show_id', undefined],
    ['state', 'venue_state'],
  ])('%s', (name, field) => expect(fieldOf(name)).toBe(field))

  it('is guessed by names', () => {
    const columns = table(['Datum', 'Artiest', 'Zaal', 'Stad', 'Prijs'], ['2019-01-01', 'a', 'b', 'c', '20'])
    expect(guessMapping(columns, true, says)).toEqual({
      show_date: 'Datum',
      artist_name: 'Artiest',
      venue_name: 'Zaal',
      venue_city: 'Stad',
    })
  })

  it('is the place where it may be the town, and another column says the town', () => {
    const guess = (header: string[]) => guessMapping(table(header, ['2019-01-01', 'a', 'b', 'c']), true, says)
    expect(guess(['Datum', 'Band', 'Ort', 'Stadt'])).toMatchObject({ venue_name: 'Ort', venue_city: 'Stadt' })
    expect(guess(['Datum', 'Band', 'Halle', 'Ort'])).toMatchObject({ venue_name: 'Halle', venue_city: 'Ort' })
  })

  it('is guessed by what is in it where there are no names', () => {
    const row = ['2019-01-01', '20:00', 'Spinvis', 'Paradiso', 'Amsterdam', 'NL']
    const columns = table(columnNames(row.map(() => '')), row)
    expect(guessMapping(columns, false, says)).toEqual({
      show_date: 'Column 1',
      show_time: 'Column 2',
      artist_name: 'Column 3',
      venue_name: 'Column 4',
      venue_city: 'Column 5',
      venue_country: 'Column 6',
    })
  })

  it('what the concert is called says who played, where nothing else does', () => {
    const columns = table(['Concert', 'Venue', 'Date'], ['Spinvis', 'Paradiso', '2019-01-01'])
    expect(guessMapping(columns, true, says)).toMatchObject({ artist_name: 'Concert' })
  })

  it('a first record is a header unless it says what rows say', () => {
    expect(isHeader(['Band', 'X'], says.day)).toBe(true)
    expect(isHeader(['Foo', 'Bar'], says.day)).toBe(true)
    expect(isHeader(['Spinvis', 'Paradiso', '2019-01-01'], says.day)).toBe(false)
  })

  it('names are there once each, and never empty', () => {
    expect(columnNames(['Date', '', 'Date', ' Date '])).toEqual(['Date', 'Column 2', 'Date (2)', 'Date (3)'])
  })
})
