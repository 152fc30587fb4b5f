import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Id, Timestamp } from './fields.ts'
import { pageOf } from './paging.ts'

const tag = 'Accounts'

/** What signed in, as far as it says so itself; a `program` is no browser, such as a script with a token. */
export const Device = z
  .object({
    browser: z.string().nullable(),
    system: z.string().nullable(),
    kind: z.enum(['desktop', 'phone', 'tablet', 'program']),
  })
  .meta({ id: 'Device', example: { browser: 'Firefox', system: 'Windows', kind: 'desktop' } })
export type Device = z.infer<typeof Device>

/**
 * One sign-in on one device. `country` is the two-letter code (ISO 3166-1) of the country that the address it signed in
 * from belongs to; null when that is unknown or the address is a private one. `last_used_at` may lag some minutes.
 */
export const Session = z
  .object({
    id: Id,
    current: z.boolean(),
    device: Device,
    country: z.string().length(2).nullable(),
    ip: z.string().nullable(),
    created_at: Timestamp,
    last_used_at: Timestamp,
  })
  .meta({
    id: 'Session',
    example: {
      id: '019aa0c4-5e1b-7cc3-8f55-1d0e6a3c9b10',
      current: true,
      device: { browser: 'Firefox', system: 'Windows', kind: 'desktop' },
      country: 'NL',
      ip: '192.0.2.7',
      created_at: '2024-12-01T19:00:00.000Z',
      last_used_at: '2024-12-02T08:30:00.000Z',
    },
  })
export type Session = z.infer<typeof Session>

export const listSessions = endpoint({
  id: 'listSessions',
  method: 'GET',
  path: '/auth/sessions',
  tag,
  summary: 'Where I am signed in, the last used first',
  security: 'required',
  answers: {
    200: pageOf(Session).meta({
      id: 'Sessions',
      example: { items: [Session.meta()?.example], next_cursor: null },
    }),
  },
  problems: [],
})

export const endSession = endpoint({
  id: 'endSession',
  method: 'DELETE',
  path: '/auth/sessions/{id}',
  tag,
  summary: 'Sign out one device at once',
  security: 'required',
  params: z.object({ id: Id }),
  answers: { 204: null },
  problems: [],
})

export const endOtherSessions = endpoint({
  id: 'endOtherSessions',
  method: 'DELETE',
  path: '/auth/sessions',
  tag,
  summary: 'Sign out all other devices at once',
  security: 'required',
  answers: { 204: null },
  problems: [],
})
