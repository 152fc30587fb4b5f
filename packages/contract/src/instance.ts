import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { line, Timestamp } from './fields.ts'
import { ImportSource } from './imports.ts'
import { Provider } from './lookups.ts'

/** Who may make an account: anybody, whoever is invited, or nobody. The very first account can always be made. */
export const RegistrationMode = z.enum(['open', 'invitation', 'closed']).meta({ id: 'RegistrationMode' })
export type RegistrationMode = z.infer<typeof RegistrationMode>

/** Whether organisers choose that themselves when they register, or ask for it and are granted it. */
export const OrganizersMode = z.enum(['chosen', 'on_request']).meta({ id: 'OrganizersMode' })
export type OrganizersMode = z.infer<typeof OrganizersMode>

/**
 * What everybody may know of this server. `founded` is false until there is an account: the first one becomes its
 * admin. `mail` says whether mails are sent (`smtp`) or kept as files by the operator (`folder`); `mailbox`, whether
 * those are shown at `/dev/mailbox`. `map` is where tiles of maps come from, `{z}`, `{x}` and `{y}` within `url`; null
 * means that maps are drawn from this server's own files. `asks` are those elsewhere whom it asks about artists, setlists
 * and places, `imports` where people's past may come from.
 */
export const Instance = z
  .object({
    name: z.string(),
    founded: z.boolean(),
    registration: RegistrationMode,
    organizers: OrganizersMode,
    mail: z.enum(['smtp', 'folder']),
    mailbox: z.boolean(),
    map: z.object({ url: z.string(), attribution: z.string() }).nullable(),
    asks: z.array(Provider.exclude(['catalogue'])),
    imports: z.array(ImportSource),
  })
  .meta({
    id: 'Instance',
    example: {
      name: 'ShareMyShows',
      founded: true,
      registration: 'open',
      organizers: 'chosen',
      mail: 'smtp',
      mailbox: false,
      map: null,
      asks: ['musicbrainz'],
      imports: ['csv', 'ics', 'export'],
    },
  })
export type Instance = z.infer<typeof Instance>

export const readInstance = endpoint({
  id: 'readInstance',
  method: 'GET',
  path: '/instance',
  tag: 'System',
  summary: 'What everybody may know of this server',
  security: 'none',
  answers: { 200: Instance },
  problems: [],
})

export const Settings = z
  .object({
    name: z.string(),
    registration: RegistrationMode,
    organizers: OrganizersMode,
    updated_at: Timestamp,
  })
  .meta({
    id: 'InstanceSettings',
    example: {
      name: 'ShareMyShows',
      registration: 'open',
      organizers: 'chosen',
      updated_at: '2024-12-01T19:00:00.000Z',
    },
  })
export type Settings = z.infer<typeof Settings>

export const SettingsChange = z
  .strictObject({
    name: line(80).optional(),
    registration: RegistrationMode.optional(),
    organizers: OrganizersMode.optional(),
  })
  .meta({ id: 'InstanceSettingsChange', example: { registration: 'invitation' } })
export type SettingsChange = z.infer<typeof SettingsChange>

export const readSettings = endpoint({
  id: 'readSettings',
  method: 'GET',
  path: '/admin/settings',
  tag: 'Administration',
  summary: 'How this server is set up',
  security: 'required',
  role: 'admin',
  answers: { 200: Settings },
  problems: [],
})

export const changeSettings = endpoint({
  id: 'changeSettings',
  method: 'PATCH',
  path: '/admin/settings',
  tag: 'Administration',
  summary: 'Change how this server is set up',
  security: 'required',
  role: 'admin',
  body: SettingsChange,
  answers: { 200: Settings },
  problems: [],
})
