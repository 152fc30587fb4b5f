import type { Person } from './model'
import type { Presence } from './thread'

type Present = { items: Person[]; active: number }

/** Who is in a room after somebody came or went; where there are too many to be named, only how many changes. */
export function comeOrGone(present: Present, { event, payload: { user, active } }: Presence): Present {
  if (user === null) return { ...present, active }
  const others = present.items.filter(({ id }) => id !== user.id)
  return { items: event === 'user_joined' ? [...others, user] : others, active }
}
