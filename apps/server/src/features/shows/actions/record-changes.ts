import { type RevisedChange, RevisedField } from '@sharemyshows/contract/history'
import type { Tx } from '../../../platform/db/connect.ts'
import type { Settled } from '../../catalog/feature.ts'
import type { History } from '../../history/feature.ts'
import { type Facts, factsOnWire } from '../rules.ts'
import { readFacts } from '../store/shows.ts'

/** Whose deed a revision is, and which revision it puts back, if any. */
export type Deed = { authorId: string; revertsId?: string | undefined }

const isOfVenue = ({ field }: RevisedChange): boolean => field.startsWith('venue_')

/**
 * Writes down what became of a show's facts. What is said anew of a venue that is still the same concerns every show
 * there, and is a revision of the venue; another venue is a revision of the show.
 */
export async function recordChanges(
  tx: Tx,
  { record, differences }: Pick<History, 'record' | 'differences'>,
  showId: string,
  before: Facts,
  { authorId, revertsId }: Deed,
): Promise<void> {
  const after = await readFacts(tx, showId)
  if (after === undefined) throw new Error('a show that went while it was locked')
  const [was, is] = [factsOnWire(before), factsOnWire(after)]
  const kind = revertsId === undefined ? 'edit' : 'revert'
  const revision = { showId, authorId, kind, revertsId } as const
  const changes = differences(was.meeting, is.meeting)
  if (before.venue_id !== after.venue_id) {
    return record(tx, { ...revision, subject: 'show', subjectId: showId, changes })
  }
  const ofVenue = [...changes.filter(isOfVenue), ...differences(was.venue, is.venue)]
  const ofShow = changes.filter((change) => !isOfVenue(change))
  await record(tx, { ...revision, subject: 'show', subjectId: showId, changes: ofShow })
  await record(tx, { ...revision, subject: 'venue', subjectId: after.venue_id, changes: ofVenue })
}

/** Writes down what a venue was not known to be before somebody wrote down a show there. */
export function recordLearnt(
  tx: Tx,
  { record }: Pick<History, 'record'>,
  showId: string,
  { id, learnt }: Settled['venue'],
  authorId: string,
): Promise<void> {
  const changes = Object.entries(learnt).map(([fact, after]) => ({
    field: RevisedField.parse(`venue_${fact}`),
    before: null,
    after,
  }))
  return record(tx, { subject: 'venue', subjectId: id, showId, authorId, kind: 'edit', changes })
}
