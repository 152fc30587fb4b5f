import { expect, it } from 'vitest'
import { sayLength, speakLength } from './lengths'

it.each([
  [0, '0:00', '0 seconds'],
  [5.9, '0:05', '5 seconds'],
  [61, '1:01', '1 minute 1 second'],
  [599.99, '9:59', '9 minutes 59 seconds'],
  [3600, '1:00:00', '1 hour'],
  [3 * 3600 + 2 * 60 + 9, '3:02:09', '3 hours 2 minutes 9 seconds'],
  [Number.NaN, '0:00', '0 seconds'],
  [-3, '0:00', '0 seconds'],
])('%d seconds are shown and spoken', (seconds, shown, spoken) => {
  expect([sayLength(seconds), speakLength(seconds)]).toEqual([shown, spoken])
})
