import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Timestamp } from './fields.ts'
import { LookupResult } from './lookups.ts'

const tag = 'Administration'

/** Servers elsewhere that this one may ask. */
export const ProviderName = z.enum([
  'setlistfm',
  'google',
  'musicbrainz',
  'nominatim',
  'photon',
  'spotify',
  'soundnet',
])
export type ProviderName = z.infer<typeof ProviderName>

/**
 * How things stand with a provider: whether it is set up, and by which setting; whether its last answer was one; the
 * questions asked today (UTC) of those there may be, null where nobody counts them; and what went wrong last.
 */
export const ProviderStanding = z
  .object({
    name: ProviderName,
    title: z.string(),
    configured: z.boolean(),
    setting: z.string(),
    /** Null while nobody has asked it yet. */
    reachable: z.boolean().nullable(),
    asked_today: z.int(),
    most_a_day: z.int().nullable(),
    answered_at: Timestamp.nullable(),
    failed_at: Timestamp.nullable(),
    last_error: z.string().nullable(),
  })
  .meta({
    id: 'ProviderStanding',
    example: {
      name: 'setlistfm',
      title: 'setlist.fm',
      configured: true,
      setting: 'SETLISTFM_KEY',
      reachable: true,
      asked_today: 31,
      most_a_day: 1440,
      answered_at: '2024-12-01T19:00:00.000Z',
      failed_at: null,
      last_error: null,
    },
  })
export type ProviderStanding = z.infer<typeof ProviderStanding>

export const listProviders = endpoint({
  id: 'listProviders',
  method: 'GET',
  path: '/admin/providers',
  tag,
  summary: 'The providers this server may ask, and how things stand with each',
  security: 'required',
  role: 'admin',
  answers: { 200: z.object({ items: z.array(ProviderStanding) }).meta({ id: 'ProviderStandings' }) },
  problems: [],
})

export const checkProvider = endpoint({
  id: 'checkProvider',
  method: 'POST',
  path: '/admin/providers/{provider_name}/check',
  tag,
  summary: 'Ask a provider one small question now',
  description:
    'Spotify and SoundNet take none: the first is asked for a person alone, the second has few a day.',
  security: 'required',
  role: 'admin',
  limit: 'search',
  params: z.object({ provider_name: z.string().max(40) }),
  body: z.strictObject({}),
  bodyOptional: true,
  answers: {
    200: z
      .object({ result: LookupResult, standing: z.object(ProviderStanding.shape) })
      .meta({ id: 'ProviderCheck' }),
  },
  problems: ['not_found', 'provider_not_configured'],
})
