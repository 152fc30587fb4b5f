import type { Tx } from '../../platform/db/connect.ts'
import type { AddedListener } from '../media/feature.ts'
import { copyFindings, insertRecording } from './store/recordings.ts'

/** Makes a track of every recording that is added; of one that was found in a folder, it is said where. */
export const hearAdded =
  (source: 'upload' | 'folder'): AddedListener =>
  async (tx, medium) => {
    if (medium.kind === 'audio') await insertRecording(tx, medium, source)
  }

/** Gives the track of a recording its place, once that is known. */
export const hearFound = (tx: Tx, mediumId: string): Promise<void> => copyFindings(tx, mediumId)
