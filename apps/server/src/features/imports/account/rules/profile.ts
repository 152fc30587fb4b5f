import { ProfileChange } from '@sharemyshows/contract/accounts'
import { MoodRule } from '@sharemyshows/contract/moods'
import { NotificationSetting } from '@sharemyshows/contract/notifications'
import { z } from 'zod'
import type { Packed } from '../../../../platform/files/unzip.ts'
import type { Found, Problem } from '../../kinds.ts'

/** What somebody says of herself, and how she has things. */
export type ProfileEntry = {
  profile: z.output<typeof ProfileChange>
  notifications: z.output<typeof NotificationSetting>[]
  mood_rules: Omit<MoodRule, 'source'>[]
}
/** The picture she shows, in the archive. */
export type AvatarEntry = { avatar: Packed }

const Rule = z.object({
  ...z.object(MoodRule.shape).omit({ source: true }).shape,
  description: z.string().trim().min(1).max(200),
})

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** What can be read of the head of an export; each field for itself, so that one that cannot takes no other along. */
export function readProfile(profile: unknown, settings: unknown, notes: readonly Problem[]): Found {
  const said = { ...(isObject(settings) ? settings : {}), ...(isObject(profile) ? profile : {}) }
  const problems = [...notes]
  const fields = Object.entries(ProfileChange.shape).flatMap(([field, schema]) => {
    const read = schema.safeParse(said[field])
    if (!read.success) problems.push({ field: `profile.${field}`, message: 'This cannot be read.' })
    return read.success && read.data !== undefined ? [[field, read.data]] : []
  })
  const entry: ProfileEntry = {
    profile: Object.fromEntries(fields),
    notifications: readable(NotificationSetting, said.notifications),
    mood_rules: readable(Rule, said.mood_rules),
  }
  return { kind: 'profile', row: 0, cells: null, entry, problems, doubtful: false }
}

const MOST = 100

const readable = <Item>(schema: z.ZodType<Item>, list: unknown): Item[] =>
  Array.isArray(list)
    ? list.slice(0, MOST).flatMap((item) => {
        const read = schema.safeParse(item)
        return read.success ? [read.data] : []
      })
    : []

export const foundAvatar = (avatar: Packed): Found => ({
  kind: 'profile',
  row: 1,
  cells: null,
  entry: { avatar } satisfies AvatarEntry,
  problems: [],
  doubtful: false,
})
