import type { Audio } from '@sharemyshows/contract/audio'
import type { Photo } from '@sharemyshows/contract/photos'
import type { Video } from '@sharemyshows/contract/videos'
import { dateIn, sayInstant, sayShortDate, timeIn } from '@/lib/dates'
import { nameOf } from '@/lib/media-words'

export type Medium = Photo | Audio | Video

/** The original is the owner's alone, and so is all that changes a medium. */
export const isMine = (medium: Medium): boolean => medium.urls.original !== undefined

/** Width through height as shown, 1.5 while nobody knows; panoramas are cut so that they leave room for others. */
export function ratioOf({ width, height }: Photo | Video): number {
  if (!width || !height) return 1.5
  return Math.min(3, Math.max(0.5, width / height))
}

/** When it was taken, by the clock at the venue; where no device said, when it was added. */
export function sayTaken(medium: Medium, zone: string): string {
  return medium.captured_at !== null && medium.captured_at_source !== 'upload'
    ? sayInstant(zone, medium.captured_at)
    : `Added ${sayInstant(zone, medium.created_at)}`
}

const NOUNS = { photo: 'photo', audio: 'recording', video: 'video' } as const

export const nounOf = ({ kind }: Pick<Medium, 'kind'>) => NOUNS[kind]

/** The same where there is room for little: the time of the night alone. */
export function sayTime(medium: Medium, zone: string): string {
  return medium.captured_at !== null && medium.captured_at_source !== 'upload'
    ? timeIn(zone, medium.captured_at)
    : `Added ${sayShortDate(dateIn(zone, medium.created_at))}`
}

/** What somebody who does not see it is told. */
export function describeMedium(medium: Medium, zone: string): string {
  const noun = nounOf(medium).replace(/^./, (first) => first.toUpperCase())
  return medium.caption || `${noun} by ${nameOf(medium)}, ${sayTaken(medium, zone)}`
}
