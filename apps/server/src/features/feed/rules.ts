import type { Activity, ActivityType } from '@sharemyshows/contract/feed'
import type { Audience } from '@sharemyshows/contract/fields'

/** What is gathered into one activity while it is added to one show. */
export const GATHERED = ['PHOTO_UPLOADED', 'AUDIO_UPLOADED', 'VIDEO_UPLOADED'] as const
export type Gathered = (typeof GATHERED)[number]
export const isGathered = (type: ActivityType): type is Gathered =>
  (GATHERED as readonly string[]).includes(type)

/** Media that come later than so many minutes after the first are news again. */
export const GATHER_MINUTES = 60
/** So many of what was gathered are shown. */
export const MOST_SHOWN = 4
/** Characters of a comment. */
export const MOST_TEXT = 200

/** Pages are looked for so many times when much of what was picked is not the viewer's to know. */
export const MOST_ROUNDS = 10
/** So many more than are wanted are picked, so that one of them that is not to be known costs no further round. */
export const SPARE = 10
/** So many are picked in later rounds. */
export const LATER_ROUNDS = 100

/** As what is not even looked at, or as what is asked of the thing itself: an event's audience changes with the event. */
export const hintOf = (type: ActivityType, audience: Audience): Audience =>
  type === 'EVENT_CREATED' && audience !== 'private' ? 'public' : audience

/** What a sentence is made of. */
export type Told = {
  type: ActivityType
  actor: Named
  target: Named | null
  /** What the show is called, and where it is. */
  show: string | null
  venue: string | null
  is_over: boolean
  /** The answer was "maybe". */
  maybe: boolean
  count: number
}
type Named = Pick<Activity['actor'], 'username' | 'display_name'>

const nameOf = (person: Named | null) => person?.display_name || person?.username || 'Somebody'
const some = (count: number, one: string, many: string) => (count === 1 ? one : `${count} ${many}`)

/** A plain sentence about what somebody did. */
export function sentenceOf({ type, actor, target, show, venue, is_over, maybe, count }: Told): string {
  const who = nameOf(actor)
  const what = show ?? 'a show'
  const where = venue === null ? what : `${what} in ${venue}`
  switch (type) {
    case 'RSVP':
      if (maybe) return is_over ? `${who} thought of going to ${where}` : `${who} might go to ${where}`
      return is_over ? `${who} was to go to ${where}` : `${who} is going to ${where}`
    case 'EVENT_CREATED':
      return `${who} announced ${where}`
    case 'CHECKIN':
      return `${who} ${is_over ? 'was' : 'is'} at ${where}`
    case 'SHOW_ADDED':
      return is_over ? `${who} was at ${where}` : `${who} is going to ${where}`
    case 'PHOTO_UPLOADED':
      return `${who} added ${some(count, 'a photo', 'photos')} of ${what}`
    case 'AUDIO_UPLOADED':
      return `${who} added ${some(count, 'a recording', 'recordings')} of ${what}`
    case 'VIDEO_UPLOADED':
      return `${who} added ${some(count, 'a video', 'videos')} of ${what}`
    case 'COMMENT':
      return `${who} wrote about ${what}`
    case 'FOLLOW':
      return `${who} follows ${nameOf(target)}`
    case 'FRIENDSHIP':
      return `${who} and ${nameOf(target)} are friends now`
  }
}
