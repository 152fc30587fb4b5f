import type { Tx } from '../../../platform/db/connect.ts'
import type { AddedListener } from '../../media/feature.ts'
import { copyFindings, insertRecording } from '../store/recordings.ts'

type Added = Parameters<AddedListener>[1]

/** Makes a track of every recording that is added; of one that was found in a folder, it is said where. */
export async function keepRecording(tx: Tx, added: Added, source: 'upload' | 'folder'): Promise<void> {
  if (added.kind === 'audio') await insertRecording(tx, added, source)
}

/** Gives the track of a recording its place, once that is known. */
export const placeRecording = (tx: Tx, mediumId: string): Promise<void> => copyFindings(tx, mediumId)
