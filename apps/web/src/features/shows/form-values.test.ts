import { expect, it } from 'vitest'
import { attendanceOf, showOf } from './fixtures-for-tests'
import { changeOf, creationOf, emptyValues, factsOf, valuesOf } from './form-values'

it('sends of a new show only what was said', () => {
  const typed = {
    ...emptyValues('friends'),
    artist_name: ' Spinvis ',
    venue_name: 'Paradiso',
    show_date: '2024-12-01',
  }
  expect(creationOf(typed)).toEqual({
    artist_name: 'Spinvis',
    venue_name: 'Paradiso',
    show_date: '2024-12-01',
    audience: 'friends',
  })
  expect(creationOf({ ...typed, support: ['Roosbeef'], rating: 4, show_time: '20:00' })).toMatchObject({
    support: ['Roosbeef'],
    rating: 4,
    show_time: '20:00',
  })
})

it('sends where a picked venue lies, even on the equator, and which place it is', () => {
  const place = { venue_latitude: 0, venue_longitude: 5.1, venue_place_id: 'osm:W46347021' }
  const values = { ...emptyValues('friends'), ...place }
  expect(creationOf(values)).toMatchObject(place)
  expect(changeOf(values, { venue_name: true, venue_latitude: true, venue_longitude: true })).toEqual({
    venue_name: '',
    venue_latitude: 0,
    venue_longitude: 5.1,
  })
})

it('sends of a changed show only what was touched, and null for what was emptied', () => {
  const values = valuesOf(showOf({ my_attendance: attendanceOf({ notes: 'Loud', rating: 3 }) }))
  expect(changeOf({ ...values, notes: ' ', rating: 0 }, { notes: true, rating: true })).toEqual({
    notes: null,
    rating: null,
  })
  expect(changeOf({ ...values, support: [] }, { support: [true] })).toEqual({ support: [] })
})

it('shows a country by its name and sends the code back', () => {
  const values = valuesOf(showOf({ venue_country: 'BA' }))
  expect(values.venue_country).toBe('Bosnia & Herzegovina')
  expect(changeOf(values, { venue_country: true })).toEqual({ venue_country: 'BA' })
  expect(changeOf({ ...values, venue_country: 'Utopia' }, { venue_country: true })).toEqual({
    venue_country: 'Utopia',
  })
})

it('never shows an audience as wider than it is', () => {
  expect(valuesOf(showOf({ my_attendance: attendanceOf({ audience: 'people' }) })).audience).toBe('private')
  expect(valuesOf(showOf({ my_attendance: attendanceOf({ audience: 'friends' }) })).audience).toBe('friends')
})

it('writes a show down again so that it meets itself, without what is somebody’s own', () => {
  const facts = factsOf(showOf({ my_attendance: attendanceOf({ notes: 'Loud' }) }))
  expect(facts).toMatchObject({ artist_name: 'Spinvis', venue_city: 'Utrecht', show_date: '2024-12-01' })
  expect(facts).not.toHaveProperty('notes')
  expect(facts).not.toHaveProperty('audience')
})
