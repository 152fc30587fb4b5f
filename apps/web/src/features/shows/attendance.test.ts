import { describe, expect, it } from 'vitest'
import { myPart, partAfter } from './attendance'
import { attendanceOf, showOf } from './fixtures-for-tests'

const part = (state: 'going' | 'here' | 'attended' | null, phase: 'before' | 'during' | 'after') =>
  myPart(
    showOf({
      my_attendance: state && attendanceOf({ state, arrived_at: '2024-12-01T19:14:00.000Z' }),
    }),
    phase,
  )

describe('the button that knows the time', () => {
  it.each([
    ['before', 'Going', 'go'],
    ['during', 'I’m here', 'arrive'],
    ['after', 'I was there', 'arrive'],
  ] as const)('%s a show that is not in my diary: %s', (phase, label, deed) => {
    expect(part(null, phase)).toEqual({ next: { label, deed } })
  })

  it('says that I am going, and lets me change my mind', () => {
    expect(part('going', 'before')).toMatchObject({ state: 'You’re going', back: { deed: 'cancel' } })
    expect(part('going', 'during')).toMatchObject({ state: 'You’re going', next: { label: 'I’m here' } })
  })

  it('says since when I am here by the clock of the venue', () => {
    expect(part('here', 'during')).toEqual({
      state: 'You’re here since 20:14',
      back: { deed: 'leave', label: 'I’ve left' },
    })
  })

  it('asks afterwards whoever only meant to go', () => {
    expect(part('going', 'after')).toMatchObject({ next: { label: 'I was there' }, back: { deed: 'cancel' } })
    expect(part('here', 'after')).toEqual({ state: 'You were there' })
    expect(part('attended', 'after')).toEqual({ state: 'You were there' })
  })
})

describe('my part once it is done', () => {
  const now = Date.parse('2024-12-01T19:30:00.000Z')

  it('begins with what I am asked for and keeps what was written', () => {
    expect(partAfter(null, 'go', 'before', now)).toMatchObject({
      state: 'going',
      notes: null,
      arrived_at: null,
    })
    const mine = attendanceOf({ notes: 'Loud', rating: 4 })
    expect(partAfter(mine, 'arrive', 'after', now)).toEqual({ ...mine, state: 'attended' })
  })

  it('knows when I came and when I left', () => {
    const here = partAfter(null, 'arrive', 'during', now)
    expect(here).toMatchObject({ state: 'here', arrived_at: '2024-12-01T19:30:00.000Z' })
    expect(partAfter(here, 'leave', 'during', now)).toMatchObject({
      state: 'attended',
      left_at: '2024-12-01T19:30:00.000Z',
    })
  })
})
