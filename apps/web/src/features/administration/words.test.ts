import { expect, it } from 'vitest'
import { sayDetails } from './words'

it.each([
  [{}, ''],
  [{ before: 'attendee', after: 'admin' }, 'from attendee to admin'],
  [{ role: 'organizer', mailed: true }, 'as organizer, mailed'],
  [{ role: 'attendee', mailed: false }, 'as attendee'],
  [{ organizers: 'on_request', name: 'Our shows' }, 'organisers on request, name Our shows'],
])('says %j', (details, words) => expect(sayDetails(details)).toBe(words))
