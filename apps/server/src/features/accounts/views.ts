import type { Me } from '@sharemyshows/contract/accounts'
import type { Db } from '../../platform/db/connect.ts'
import { findUser, type UserRow } from './store.ts'

/** A person as she sees herself. */
const showMe = (user: UserRow): Me => ({
  id: user.id,
  username: user.username,
  email: user.email,
  email_verified: user.email_verified,
  mfa_enabled: user.mfa_enabled,
  role: user.role,
  display_name: user.display_name,
  bio: user.bio,
  home_city: user.home_city,
  time_zone: user.time_zone,
  default_audience: chosen(user.default_audience),
  default_media_audience: chosen(user.default_media_audience),
  created_at: user.created_at,
  updated_at: user.updated_at,
})

type Chosen = Me['default_audience']
const chosen = (audience: UserRow['default_audience']): Chosen =>
  audience === 'people' || audience === 'link' ? 'private' : audience

/** The signed-in person, freshly read. */
export async function readMe(db: Db, userId: string): Promise<Me> {
  const user = await findUser(db, userId)
  if (user === undefined) throw new Error('an actor without a user')
  return showMe(user)
}
