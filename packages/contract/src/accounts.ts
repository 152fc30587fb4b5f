import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Avatar, ChosenAudience, Id, line, ProfileAudience, prose, Timestamp } from './fields.ts'
import { MfaRequired } from './mfa-required.ts'

const tag = 'Accounts'

/** Names that are words of our own addresses, such as `/users/me`. */
const RESERVED = new Set(['me', 'settings'])

export const Username = z
  .string()
  .trim()
  .min(2, 'At least 2 characters')
  .max(80, 'At most 80 characters')
  .regex(/^[\p{L}\p{N}](?:[\p{L}\p{N}._-]*[\p{L}\p{N}])?$/u, 'Letters, digits, dots, dashes and underscores')
  .refine((name) => !RESERVED.has(name.toLowerCase()), 'Choose another name, this one is an address')
  .meta({ example: 'ana' })

export const Email = z
  .string()
  .trim()
  .max(254, 'At most 254 characters')
  .pipe(z.email('This does not look like an e-mail address'))
  .meta({ example: 'ana@example.org' })

/** 15 to 128 characters of any kind (counted as people count them); common ones are refused by the server. */
export const Password = z
  .string()
  .refine((text) => [...text].length >= 15, 'At least 15 characters')
  .refine((text) => [...text].length <= 128, 'At most 128 characters')
  .meta({ example: 'four small tickets', minLength: 15, maxLength: 128 })

export const Role = z.enum(['attendee', 'organizer', 'moderator', 'admin']).meta({ id: 'Role' })
export type Role = z.infer<typeof Role>

/** The roles somebody can register with, or be invited to. */
export const JoiningRole = Role.extract(['attendee', 'organizer'])
export type JoiningRole = z.infer<typeof JoiningRole>

/** The signed-in person as she sees herself. */
export const Me = z
  .object({
    id: Id,
    username: z.string(),
    email: z.string(),
    email_verified: z.boolean(),
    /** The address that will be this person's as soon as she follows the link mailed to it. */
    pending_email: z.string().nullable(),
    /** `refused` when the mail server of the address said that it takes no mail for it: nothing more is sent there. */
    mail_state: z.enum(['ok', 'refused']),
    mfa_enabled: z.boolean(),
    role: Role,
    display_name: z.string().nullable(),
    avatar: Avatar,
    bio: z.string().nullable(),
    home_city: z.string().nullable(),
    time_zone: z.string().nullable(),
    profile_audience: ProfileAudience,
    default_audience: ChosenAudience,
    default_media_audience: ChosenAudience,
    /** Whether whoever knows the whole, confirmed address finds the person by it. */
    found_by_email: z.boolean(),
    /** When the account will be removed, because its person wants to leave; until then she can keep it. */
    leaves_at: Timestamp.nullable(),
    created_at: Timestamp,
    updated_at: Timestamp,
  })
  .meta({
    id: 'Me',
    example: {
      id: '019aa0c4-5e1b-7cc3-8f55-1d0e6a3c9b10',
      username: 'ana',
      email: 'ana@example.org',
      email_verified: true,
      pending_email: null,
      mail_state: 'ok',
      mfa_enabled: false,
      role: 'attendee',
      display_name: 'Ana',
      avatar: null,
      bio: null,
      home_city: 'Utrecht',
      time_zone: 'Europe/Amsterdam',
      profile_audience: 'public',
      default_audience: 'public',
      default_media_audience: 'public',
      found_by_email: true,
      leaves_at: null,
      created_at: '2024-12-01T19:00:00.000Z',
      updated_at: '2024-12-01T19:00:00.000Z',
    },
  })
export type Me = z.infer<typeof Me>

/** A person as others see her. */
export const Person = z
  .object({ id: Id, username: z.string(), display_name: z.string().nullable(), avatar: Avatar })
  .meta({
    id: 'Person',
    example: { id: Id.meta()?.example, username: 'bo', display_name: 'Bo', avatar: null },
  })
export type Person = z.infer<typeof Person>

/** Tokens of a session; the same are set as HttpOnly cookies. `expires_in` in seconds. */
export const SignedIn = z
  .object({
    access_token: z.string(),
    refresh_token: z.string(),
    token_type: z.literal('Bearer'),
    expires_in: z.int(),
    user: z.object({
      id: Id,
      username: z.string(),
      email: z.string(),
      role: Role,
      email_verified: z.boolean(),
      mfa_enabled: z.boolean(),
    }),
  })
  .meta({
    id: 'SignedIn',
    example: {
      access_token: 'sms_at_…',
      refresh_token: 'sms_rt_…',
      token_type: 'Bearer',
      expires_in: 1800,
      user: {
        id: '019aa0c4-5e1b-7cc3-8f55-1d0e6a3c9b10',
        username: 'ana',
        email: 'ana@example.org',
        role: 'attendee',
        email_verified: false,
        mfa_enabled: false,
      },
    },
  })
export type SignedIn = z.infer<typeof SignedIn>

export const Registration = z
  .strictObject({
    username: Username,
    email: Email,
    password: Password,
    role: JoiningRole.optional(),
    /** The token of an invitation's link. */
    invitation: z.string().min(1).max(200).optional(),
    /** Sign-ins ask for a mailed code from the start; the first one comes with the welcome. */
    enable_mfa: z.boolean().optional(),
  })
  .meta({
    id: 'Registration',
    example: { username: 'ana', email: 'ana@example.org', password: 'four small tickets' },
  })

export const Credentials = z
  .strictObject({
    email: z.string().trim().min(1).max(254).optional(),
    username: z.string().trim().min(1).max(254).optional(),
    identifier: z.string().trim().min(1).max(254).optional(),
    password: z.string().min(1).max(1024),
  })
  .refine((body) => [body.email, body.username, body.identifier].filter(Boolean).length === 1, {
    message: 'Send one of email, username or identifier',
    path: ['identifier'],
  })
  .meta({ id: 'Credentials', example: { identifier: 'ana', password: 'four small tickets' } })

export const ProfileChange = z
  .strictObject({
    display_name: line(80).nullish(),
    bio: prose(2000).nullish(),
    home_city: line(100).nullish(),
    time_zone: z
      .string()
      .max(64)
      .refine(
        (zone) => Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC',
        'Unknown time zone',
      )
      .nullish(),
    profile_audience: ProfileAudience.optional(),
    default_audience: ChosenAudience.optional(),
    default_media_audience: ChosenAudience.optional(),
    found_by_email: z.boolean().optional(),
  })
  .meta({ id: 'ProfileChange', example: { display_name: 'Ana', default_audience: 'friends' } })

export const register = endpoint({
  id: 'register',
  method: 'POST',
  path: '/auth/register',
  tag,
  summary: 'Create an account and sign in',
  security: 'none',
  limit: 'auth',
  body: Registration,
  answers: { 200: MfaRequired, 201: SignedIn },
  problems: [
    'identity_taken',
    'password_too_common',
    'registration_closed',
    'invitation_required',
    'invitation_invalid',
    'invitation_expired',
    'invitation_used',
    'invitation_for_another',
  ],
})

export const login = endpoint({
  id: 'login',
  method: 'POST',
  path: '/auth/login',
  tag,
  summary: 'Sign in by e-mail or username',
  security: 'none',
  limit: 'auth',
  body: Credentials,
  answers: { 200: z.union([SignedIn, MfaRequired]) },
  problems: ['invalid_credentials', 'account_suspended'],
})

export const refresh = endpoint({
  id: 'refresh',
  method: 'POST',
  path: '/auth/refresh',
  tag,
  summary: 'Exchange a refresh token for new tokens',
  description:
    'Refresh tokens rotate: 7 days idle, 30 days at most. Using an old one again ends the whole session, except within 10 seconds, so that two tabs may refresh at once.',
  security: 'none',
  limit: 'auth',
  body: z
    .strictObject({ refresh_token: z.string().min(1).max(200).optional() })
    .meta({ id: 'RefreshRequest', example: { refresh_token: 'sms_rt_…' } }),
  bodyOptional: true,
  answers: { 200: SignedIn },
  problems: ['refresh_refused'],
})

export const logout = endpoint({
  id: 'logout',
  method: 'POST',
  path: '/auth/logout',
  tag,
  summary: 'End this session at once',
  security: 'optional',
  toleratesStale: true,
  bodyOptional: true,
  body: z.strictObject({}),
  answers: { 204: null },
  problems: [],
})

export const logoutByLink = endpoint({
  id: 'logoutByLink',
  method: 'GET',
  path: '/auth/logout',
  tag,
  summary: 'End this session at once; only with an Authorization header',
  security: 'required',
  deprecated: true,
  answers: { 204: null },
  problems: [],
})

export const me = endpoint({
  id: 'me',
  method: 'GET',
  path: '/auth/me',
  tag,
  summary: 'The signed-in person',
  security: 'required',
  answers: { 200: Me },
  problems: [],
})

export const status = endpoint({
  id: 'status',
  method: 'GET',
  path: '/auth/status',
  tag,
  summary: 'Who is signed in, if anybody',
  security: 'optional',
  toleratesStale: true,
  answers: {
    200: z
      .object({
        authenticated: z.boolean(),
        user: Me.nullable(),
        spotify: z.object({ linked: z.boolean(), needs_reconnect: z.boolean() }),
      })
      .meta({
        id: 'AuthStatus',
        example: { authenticated: false, user: null, spotify: { linked: false, needs_reconnect: false } },
      }),
  },
  problems: [],
})

export const readMe = endpoint({
  id: 'readMe',
  method: 'GET',
  path: '/users/me',
  tag,
  summary: 'My profile and defaults',
  security: 'required',
  answers: { 200: Me },
  problems: [],
})

export const changeMe = endpoint({
  id: 'changeMe',
  method: 'PATCH',
  path: '/users/me',
  tag,
  summary: 'Change my profile and defaults',
  security: 'required',
  body: ProfileChange,
  answers: { 200: Me },
  problems: [],
})
