import { expect, it } from 'vitest'
import { answerLine, arrivalLine } from './desk-series'

const at = (time: string) => Date.parse(`2024-12-01T${time}:00.000Z`)
const bins = (...found: [time: string, arrivals: number][]) =>
  found.map(([time, arrivals]) => ({ at: new Date(at(time)).toISOString(), arrivals }))

it('adds arrivals up, and stays level while nobody comes', () => {
  expect(arrivalLine(bins(['18:00', 2], ['18:15', 3], ['19:00', 1]), at('20:00'))).toEqual([
    { at: at('18:00'), total: 0 },
    { at: at('18:15'), total: 2 },
    { at: at('18:30'), total: 5 },
    { at: at('19:00'), total: 5 },
    { at: at('19:15'), total: 6 },
    { at: at('20:00'), total: 6 },
  ])
})

it('ends now, in the middle of a quarter of an hour', () => {
  expect(arrivalLine(bins(['18:00', 2]), at('18:05'))).toEqual([
    { at: at('18:00'), total: 0 },
    { at: at('18:05'), total: 2 },
  ])
  // the clock of this device is behind
  expect(arrivalLine(bins(['18:00', 2]), at('17:00')).at(-1)).toEqual({ at: at('18:00'), total: 2 })
  expect(arrivalLine([], at('18:00'))).toEqual([])
})

it('adds answers up by the day', () => {
  const days = [
    { at: '2024-11-12T00:00:00.000Z', going: 14 },
    { at: '2024-11-13T00:00:00.000Z', going: 2 },
  ]
  expect(answerLine(days, Date.parse('2024-11-13T12:00:00Z')).map(({ total }) => total)).toEqual([0, 14, 16])
})
