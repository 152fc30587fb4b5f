import type { Audience } from '@sharemyshows/contract/fields'
import type { Tx } from '../../platform/db/connect.ts'
import { announce, announceEach, recheckRoom, recheckRooms } from '../../platform/live/rooms.ts'

/** Whose part of which show it is, and who might know of it before and now. */
export type Part = { showId: string; personId: string; before?: Audience; now?: Audience }

const isHidden = (audience: Audience | undefined) => audience === undefined || audience === 'private'

/**
 * Tells the show's open pages that somebody's part in it has changed; of what is private only her own pages hear.
 * Whoever loses sight of the show with it is put out of its room first.
 */
export async function announcePart(tx: Tx, { showId, personId, before, now }: Part): Promise<void> {
  if (before !== undefined && before !== now) await recheckRoom(tx, 'show', showId)
  const hidden = isHidden(before) && isHidden(now)
  await announce(tx, 'show', showId, 'people', hidden ? personId : undefined)
}

/** The same of many shows, where others may know of somebody's part, or might have known. */
export async function announceParts(tx: Tx, showIds: readonly string[]): Promise<void> {
  await recheckRooms(tx, 'show', showIds)
  await announceEach(tx, 'show', showIds, 'people')
}

/**
 * Tells the pages of an event that somebody answered: how many did is everybody's to know. `left`: an entry of a diary
 * may have gone, and with it the sight of the show.
 */
export async function announceAnswers(tx: Tx, showId: string, left = false): Promise<void> {
  if (left) await recheckRoom(tx, 'show', showId)
  await announce(tx, 'show', showId, 'people')
}
