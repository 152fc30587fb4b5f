import { rm } from 'node:fs/promises'
import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../../platform/db/connect.ts'
import type { Actor } from '../../../../platform/http/actor.ts'
import type { Accounts } from '../../../accounts/feature.ts'
import type { Moods } from '../../../moods/feature.ts'
import type { Notifications } from '../../../notifications/feature.ts'
import type { People } from '../../../people/feature.ts'
import type { Bringer, Bringing, Brought } from '../../kinds.ts'
import type { AvatarEntry, ProfileEntry } from '../rules/profile.ts'
import { failed } from './settle.ts'
import { type Temporary, takeOut } from './take-out.ts'

export type ProfileDeps = {
  accounts: Pick<Accounts, 'bringProfile' | 'takeProfileBack' | 'readMe'>
  notifications: Pick<Notifications, 'bringSettings' | 'takeSettingsBack'>
  moods: Pick<Moods, 'bringRules' | 'takeRulesBack'>
  people: Pick<People, 'bringAvatar' | 'removeAvatar'>
  temporary: Temporary
}

type MadeProfile = {
  profile: Awaited<ReturnType<ProfileDeps['accounts']['bringProfile']>>
  notifications: Awaited<ReturnType<ProfileDeps['notifications']['bringSettings']>>
  mood_rules: Awaited<ReturnType<ProfileDeps['moods']['bringRules']>>
}
type MadeAvatar = { avatar: string }

/** What somebody says of herself and how she has things, where she has said nothing here; and her picture, where she has none. */
export const profileBringer = (deps: ProfileDeps): Bringer => ({
  async bring({ entry }, bringing) {
    const told = entry as ProfileEntry | AvatarEntry
    if ('avatar' in told) return bringAvatar(deps, told, bringing)
    return bringing.settle((tx) => bringSaid(tx, deps, bringing.actor, told))
  },
  async takeBack(tx, actor, { made }) {
    const told = made as MadeProfile | MadeAvatar
    if ('avatar' in told) {
      if ((await deps.accounts.readMe(tx, actor.id)).avatar !== told.avatar) return 'kept'
      await deps.people.removeAvatar(tx, actor.id)
      return 'undone'
    }
    await deps.accounts.takeProfileBack(tx, actor, told.profile)
    await deps.notifications.takeSettingsBack(tx, actor, told.notifications)
    await deps.moods.takeRulesBack(tx, actor, told.mood_rules)
    return 'undone'
  },
})

async function bringSaid(
  tx: Tx,
  { accounts, notifications, moods }: ProfileDeps,
  actor: Actor,
  said: ProfileEntry,
): Promise<Brought> {
  const made: MadeProfile = {
    profile: await accounts.bringProfile(tx, actor, said.profile),
    notifications: await notifications.bringSettings(tx, actor, said.notifications),
    mood_rules: await moods.bringRules(tx, actor, said.mood_rules),
  }
  const isNew = Object.keys(made.profile.now).length + made.notifications.length + made.mood_rules.length > 0
  return { outcome: isNew ? 'added' : 'present', madeId: null, made }
}

const THERE = refuse('already_uploaded')

async function bringAvatar(
  { accounts, people, temporary }: ProfileDeps,
  { avatar }: AvatarEntry,
  { actor, file, settle, signal }: Bringing,
): Promise<void> {
  const path = await temporary()
  try {
    const taken = await takeOut(await file(), avatar, path, signal)
    const refusal = isRefusal(taken)
      ? taken
      : await people.bringAvatar(actor.id, path, (record) => commit(record))
    if (isRefusal(refusal) && refusal !== THERE) await settle(async () => failed('avatar', refusal))
  } finally {
    await rm(path, { force: true })
  }

  /** Of a picture that is not wanted the files go at once. */
  async function commit(record: (tx: Tx) => Promise<unknown>): Promise<Refusal | null> {
    let there = false
    await settle(async (tx) => {
      there = (await accounts.readMe(tx, actor.id)).avatar !== null
      if (there) return { outcome: 'present', madeId: null }
      await record(tx)
      const made: MadeAvatar = { avatar: (await accounts.readMe(tx, actor.id)).avatar ?? '' }
      return { outcome: 'added', madeId: null, made }
    })
    return there ? THERE : null
  }
}
