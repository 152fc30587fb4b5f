import { Event as Contract } from '@sharemyshows/contract/events'
import { expect, it } from 'vitest'
import { changeOf, creationOf, emptyValues, momentsOf, valuesOf } from './desk-form'
import type { Event } from './model'

const zone = 'Europe/Amsterdam'
const event = { ...(Contract.meta()?.example as Event), visibility: 'public' as const }

it('reads an event and finds nothing to change in it', () => {
  const values = valuesOf(event)
  expect(values).toMatchObject({ date: '2024-12-01', starts: '20:00', doors_at: '19:00', ends_at: '' })
  expect(values.location).toEqual({ latitude: 52.0932, longitude: 5.1134 })
  expect(changeOf(values, zone, event)).toEqual({})
})

it('sends what differs: a new day moves every moment, an emptied field is taken back', () => {
  const values = { ...valuesOf(event), date: '2024-07-01', description: ' ', capacity: '300' }
  expect(changeOf(values, zone, event)).toEqual({
    date: '2024-07-01T18:00:00.000Z',
    doors_at: '2024-07-01T17:00:00.000Z',
    description: null,
    capacity: 300,
  })
  // the same clock in another zone is another moment
  expect(changeOf(valuesOf(event), 'America/New_York', event)).toMatchObject({
    date: '2024-12-02T01:00:00.000Z',
  })
})

it('creates with what was said alone', () => {
  const values = {
    ...emptyValues(),
    title: ' Roof quiz ',
    date: '2024-12-01',
    location: { latitude: 52, longitude: 5 },
  }
  expect(creationOf(values, zone)).toEqual({
    title: 'Roof quiz',
    date: '2024-12-01T19:00:00.000Z',
    location: { type: 'Point', coordinates: [5, 52] },
    geofence_radius: 200,
    visibility: 'public',
  })
})

it('has nights end in the morning, and doors open before midnight', () => {
  const night = { date: '2024-12-01', starts: '00:30', doors_at: '23:00', ends_at: '00:15', last_day: '' }
  expect(momentsOf(night, 'UTC')).toEqual({
    date: '2024-12-01T00:30:00.000Z',
    doors_at: '2024-11-30T23:00:00.000Z',
    ends_at: '2024-12-02T00:15:00.000Z',
  })
  const festival = { ...night, starts: '12:00', doors_at: '', ends_at: '23:00', last_day: '2024-12-03' }
  expect(momentsOf(festival, 'UTC').ends_at).toBe('2024-12-03T23:00:00.000Z')
})

it('keeps a last day that is not the usual one', () => {
  const ends = (ends_at: string) => valuesOf({ ...event, ends_at })
  expect(ends('2024-12-02T03:00:00.000Z')).toMatchObject({ ends_at: '04:00', last_day: '' })
  expect(ends('2024-12-03T22:00:00.000Z')).toMatchObject({ ends_at: '23:00', last_day: '2024-12-03' })
})
