import type { Me } from '@sharemyshows/contract/accounts'
import type { MfaState } from '@sharemyshows/contract/mfa'
import type { Session } from '@sharemyshows/contract/sessions'
import type { Db } from '../../platform/db/connect.ts'
import { describeDevice } from '../../platform/devices/device.ts'
import { countryOfAddress } from '../../platform/geo/country-of-address.ts'
import type { Actor } from '../../platform/http/actor.ts'
import { isRefused } from '../../platform/mail/refused.ts'
import { addressOfAvatar } from '../../viewer/people-seen.ts'
import { CODE_SECONDS, inSeconds, preferredOf } from './rules.ts'
import { credentialsOf, recoveryCodesLeft } from './store/credentials.ts'
import { findUser, liveSessions, type UserRow } from './store.ts'

/** A person as she sees herself. */
const showMe = (user: UserRow, refused: boolean): Me => ({
  id: user.id,
  username: user.username,
  email: user.email,
  email_verified: user.email_verified,
  pending_email: user.pending_email,
  mail_state: refused ? 'refused' : 'ok',
  mfa_enabled: user.mfa_enabled,
  role: user.role,
  display_name: user.display_name,
  avatar: addressOfAvatar(user.id, user.avatar),
  bio: user.bio,
  home_city: user.home_city,
  time_zone: user.time_zone,
  profile_audience: ofProfile(user.profile_audience),
  default_audience: chosen(user.default_audience),
  default_media_audience: chosen(user.default_media_audience),
  found_by_email: user.found_by_email,
  leaves_at: user.leaves_at,
  created_at: user.created_at,
  updated_at: user.updated_at,
})

type Chosen = Me['default_audience']
const chosen = (audience: UserRow['default_audience']): Chosen =>
  audience === 'people' || audience === 'link' ? 'private' : audience

const ofProfile = (audience: UserRow['profile_audience']): Me['profile_audience'] =>
  audience === 'friends' || audience === 'public' ? audience : 'private'

/** The signed-in person, freshly read. */
export async function readMe(db: Db, userId: string): Promise<Me> {
  const user = await findUser(db, userId)
  if (user === undefined) throw new Error('an actor without a user')
  return showMe(user, await isRefused(db, user.email))
}

/** Where somebody is signed in, the last used first. */
export async function listSessions(db: Db, actor: Actor): Promise<Session[]> {
  const found = await liveSessions(db, actor.id)
  return Promise.all(
    found.map(async ({ id, user_agent, ip, created_at, last_used_at }) => ({
      id,
      current: id === actor.sessionId,
      device: await describeDevice(user_agent),
      country: ip === null ? null : await countryOfAddress(ip),
      ip,
      created_at,
      last_used_at,
    })),
  )
}

/** The second steps of the signed-in person, and one that she has begun to set up in the last minutes. */
export async function readMfa(db: Db, userId: string): Promise<MfaState> {
  const credentials = await credentialsOf(db, userId)
  const methods = credentials.flatMap(({ kind, confirmed_at }) =>
    confirmed_at === null ? [] : [{ method: kind, since: confirmed_at }],
  )
  const begun = credentials.find(
    (row) => row.confirmed_at === null && row.created_at > inSeconds(-CODE_SECONDS),
  )
  return {
    enabled: methods.length > 0,
    methods,
    preferred: preferredOf(methods.map(({ method }) => method)),
    recovery_codes_left: await recoveryCodesLeft(db, userId),
    pending: begun?.kind ?? null,
  }
}
