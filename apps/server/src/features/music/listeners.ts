import type { Tx } from '../../platform/db/connect.ts'
import type { AddedListener } from '../media/feature.ts'
import { keepRecording, placeRecording } from './actions/keep-recordings.ts'

/** Hears of media that are added, and where they come from. */
export const hearAdded =
  (source: 'upload' | 'folder'): AddedListener =>
  (tx, medium) =>
    keepRecording(tx, medium, source)

/** Hears that something was found in a recording. */
export const hearFound = (tx: Tx, mediumId: string): Promise<void> => placeRecording(tx, mediumId)
