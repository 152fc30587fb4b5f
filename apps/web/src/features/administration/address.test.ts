import { expect, it } from 'vitest'
import { readPeopleAddress, readTrailAddress } from './address'

it.each([
  [{}, {}],
  [
    { q: ' bo ', role: 'admin', suspended: true },
    { q: 'bo', role: 'admin', suspended: 'true' },
  ],
  [
    { q: 1975, suspended: 'false' },
    { q: '1975', suspended: 'false' },
  ],
  [{ q: '', role: 'emperor', suspended: 'perhaps' }, {}],
])('reads people from %j', (raw, address) => expect(readPeopleAddress(raw)).toEqual(address))

it.each([
  [{ act: 'suspended' }, { act: 'suspended' }],
  [{ act: 'A dance', person: 'me' }, {}],
  [{ person: '019aa0c4-5e1b-7cc3-8f55-1d0e6a3c9b10' }, { person: '019aa0c4-5e1b-7cc3-8f55-1d0e6a3c9b10' }],
])('reads the trail from %j', (raw, address) => expect(readTrailAddress(raw)).toEqual(address))
