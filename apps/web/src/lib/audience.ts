import type { Audience } from '@sharemyshows/contract/fields'

/** Who may see a thing, as far as it can be chosen; `people` and `link` come from sharing, not from a choice. */
export type ChosenAudience = Exclude<Audience, 'people' | 'link'>

/** From the narrowest to the widest. */
export const AUDIENCES: readonly { value: ChosenAudience; label: string }[] = [
  { value: 'private', label: 'Only me' },
  { value: 'friends', label: 'My friends' },
  { value: 'attendees', label: 'People who were there' },
  { value: 'public', label: 'Everyone' },
]

const REST: Record<Exclude<Audience, ChosenAudience>, string> = {
  people: 'People I picked',
  link: 'Whoever has the link',
}

/** An audience in plain words. */
export function sayAudience(audience: Audience): string {
  return AUDIENCES.find(({ value }) => value === audience)?.label ?? REST[audience as keyof typeof REST]
}
