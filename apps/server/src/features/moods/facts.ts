import type { Mood } from '@sharemyshows/contract/moods'
import type { Tx } from '../../platform/db/connect.ts'
import { tellPerson } from '../../platform/live/live.ts'

/** Tells a person's other pages that a mood of hers was written down or corrected. */
export const announceMood = (tx: Tx, personId: string, id: string, mood: Mood | null): Promise<void> =>
  tellPerson(tx, personId, 'mood', { id, state: mood ?? 'unsure', progress: 1 })
