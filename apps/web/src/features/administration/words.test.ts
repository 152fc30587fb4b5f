import { expect, it } from 'vitest'
import { sayBytes, sayDetails } from './words'

it.each([
  [0, 'nothing'],
  [1, '1 KB'],
  [3_565_158, '3.4 MB'],
  [52_428_800, '50 MB'],
  [1_288_490_189, '1.2 GB'],
])('says %i bytes', (bytes, words) => expect(sayBytes(bytes)).toBe(words))

it.each([
  [{}, ''],
  [{ before: 'attendee', after: 'admin' }, 'from attendee to admin'],
  [{ role: 'organizer', mailed: true }, 'as organizer, mailed'],
  [{ role: 'attendee', mailed: false }, 'as attendee'],
  [{ organizers: 'on_request', name: 'Our shows' }, 'organisers on request, name Our shows'],
])('says %j', (details, words) => expect(sayDetails(details)).toBe(words))
