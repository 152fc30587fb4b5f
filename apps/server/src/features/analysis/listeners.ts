import type { Tx } from '../../platform/db/connect.ts'
import { queueFresh } from './actions/request-analysis.ts'

/** Has a recording analysed that has become ready. */
export const hearReady = (tx: Tx, mediumId: string): Promise<void> => queueFresh(tx, mediumId)
