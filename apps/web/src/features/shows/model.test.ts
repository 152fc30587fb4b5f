import { describe, expect, it } from 'vitest'
import { attendanceOf, showOf } from './fixtures-for-tests'
import { dateBlockOf, isWorthAsking, pastYears, phaseOf, tintOfShow } from './model'

const at = (time: string) => Date.parse(time)

describe('the time of a show', () => {
  it.each([
    ['2024-12-01T15:59:59Z', 'before'],
    ['2024-12-01T16:00:00Z', 'during'],
    ['2024-12-01T22:59:59Z', 'during'],
    ['2024-12-01T23:00:00Z', 'after'],
  ])('at %s it is %s', (now, phase) => {
    expect(phaseOf(showOf(), at(now))).toBe(phase)
  })

  it('is on all day at the venue where nobody knows the time', () => {
    const show = showOf({ show_time: null })
    expect(phaseOf(show, at('2024-11-30T22:59:59Z'))).toBe('before')
    expect(phaseOf(show, at('2024-11-30T23:00:00Z'))).toBe('during')
  })

  it('is on from my arrival, however early', () => {
    const show = showOf({ my_attendance: attendanceOf({ state: 'here' }) })
    expect(phaseOf(show, at('2024-12-01T08:00:00Z'))).toBe('during')
    expect(phaseOf(show, at('2024-12-02T08:00:00Z'))).toBe('after')
  })
})

describe('the years of a diary', () => {
  it('leave out what is still to come, and years of only that', () => {
    const years = [
      { year: 2027, shows: 1 },
      { year: 2026, shows: 5 },
      { year: 2019, shows: 2 },
    ]
    const coming = [{ show_date: '2026-12-10' }, { show_date: '2027-01-02' }]
    expect(pastYears(years, coming)).toEqual([
      { year: 2026, shows: 4 },
      { year: 2019, shows: 2 },
    ])
  })
})

describe('a ticket', () => {
  it('takes its colour from its cover, else from its artist', () => {
    const cover = {
      photo_id: 'p',
      thumbnail: '',
      preview: '',
      display: '',
      placeholder: null,
      color: '#3a2b52',
    }
    expect(tintOfShow(showOf({ cover }))).toBe('#3a2b52')
    expect(tintOfShow(showOf())).toBe(tintOfShow(showOf({ artist_name: 'SPINVIS' })))
  })

  it('says the year only where no heading does', () => {
    expect(dateBlockOf(showOf())).not.toHaveProperty('year')
    expect(dateBlockOf(showOf(), true)).toMatchObject({ day: '1', month: 'Dec', year: '2024' })
  })
})

it('asks before anything is lost that cannot be made again', () => {
  expect(isWorthAsking(showOf({ my_attendance: attendanceOf() }))).toBe(false)
  expect(isWorthAsking(showOf({ my_attendance: attendanceOf({ notes: 'Loud' }) }))).toBe(true)
  expect(isWorthAsking(showOf({ my_attendance: attendanceOf({ rating: 1 }) }))).toBe(true)
  expect(isWorthAsking(showOf({ counts: { ...showOf().counts, photos: 1 } }))).toBe(true)
  expect(isWorthAsking(showOf({ counts: { ...showOf().counts, songs: 9, attendees: 1 } }))).toBe(true)
  expect(isWorthAsking(showOf({ counts: { ...showOf().counts, songs: 9, attendees: 2 } }))).toBe(false)
})
