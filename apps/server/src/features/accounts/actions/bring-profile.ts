import type { ProfileChange } from '@sharemyshows/contract/accounts'
import type { z } from 'zod'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { BEGINNING, isSameValue } from '../rules.ts'
import { lockUser, updateUser } from '../store.ts'

export type Profile = z.output<typeof ProfileChange>

/** What was written, and what stood there before. */
export type Brought = { before: Profile; now: Profile }

/** Takes from a profile of the actor's elsewhere what is here as it is for everybody who begins. */
export async function bringProfile(tx: Tx, actor: Actor, profile: Profile): Promise<Brought> {
  const user = await lockUser(tx, actor.id)
  const fields = Object.keys(BEGINNING) as (keyof Profile)[]
  const news = fields.filter(
    (field) =>
      user !== undefined &&
      isSameValue(user[field], BEGINNING[field]) &&
      !isSameValue(profile[field], BEGINNING[field]),
  )
  const now = pick(profile, news)
  if (news.length > 0) await updateUser(tx, actor.id, now)
  return { before: pick(BEGINNING, news), now }
}

/** Takes it out again where it still stands. */
export async function takeProfileBack(tx: Tx, actor: Actor, { before, now }: Brought): Promise<void> {
  const user = await lockUser(tx, actor.id)
  const fields = Object.keys(now) as (keyof Profile)[]
  const standing = fields.filter((field) => user?.[field] === now[field])
  if (standing.length > 0) await updateUser(tx, actor.id, pick(before, standing))
}

const pick = (profile: Profile, fields: readonly (keyof Profile)[]): Profile =>
  Object.fromEntries(fields.map((field) => [field, profile[field]]))
