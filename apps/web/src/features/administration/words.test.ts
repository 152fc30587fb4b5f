import { expect, it } from 'vitest'
import { sayDetails } from './words'

it.each([
  [{}, ''],
  [{ after: 'organizer', before: 'attendee' }, 'from attendee to organiser'],
  [{ role: 'organizer', mailed: true }, 'mailed, as organiser'],
  [{ role: 'attendee', mailed: false }, 'as attendee'],
  [{ organizers: 'on_request', name: 'Our shows' }, 'name Our shows, organisers on request'],
])('says %j', (details, words) => expect(sayDetails(details)).toBe(words))
