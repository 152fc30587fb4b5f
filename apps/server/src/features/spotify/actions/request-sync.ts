import { isRefusal, type ProblemCode, type Refusal } from '@sharemyshows/contract/errors'
import type { Tx } from '../../../platform/db/connect.ts'
import { newId } from '../../../platform/db/ids.ts'
import { enqueue, OUTSIDE } from '../../../platform/jobs/jobs.ts'
import type { Connections } from '../../connections/feature.ts'
import { begin } from '../store.ts'

/** Under this key a person has one job, however often it is asked for. */
export const syncKey = (personId: string): string => `sync-library:${personId}`

/** Enqueues the job that fetches the next page, now or once the provider takes questions again. */
export const enqueuePage = (tx: Tx, personId: string, resumesAt?: string): Promise<void> =>
  enqueue(
    tx,
    'sync-library',
    { person: personId },
    {
      key: syncKey(personId),
      queue: OUTSIDE,
      ...(resumesAt !== undefined && { runAt: new Date(resumesAt) }),
    },
  )

const needsConnecting: ProblemCode[] = [
  'provider_not_configured',
  'provider_not_connected',
  'provider_reconnect',
]

/** Why there is nothing to fetch from; a Spotify that is silent just now is waited for by the job. */
export async function needsOf(
  { spotifyFor }: { spotifyFor: Connections['spotifyFor'] },
  personId: string,
): Promise<Refusal | null> {
  const spotify = await spotifyFor(personId)
  return isRefusal(spotify) && needsConnecting.includes(spotify.refused) ? spotify : null
}

/** Begins to fetch a person's songs; where that is under way already nothing changes. */
export async function requestSync(tx: Tx, personId: string, most: number): Promise<void> {
  if (await begin(tx, newId(), personId, most)) await enqueuePage(tx, personId)
}
