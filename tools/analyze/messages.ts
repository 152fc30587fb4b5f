import type { TranscoderSettings } from '../../apps/server/src/platform/transcode/create.ts'
import type { Outcome } from './file.ts'

/** What a worker is begun with: how to decode, and the tagging model, if any. */
export type Equipment = { transcoder: TranscoderSettings; model: Uint8Array | null }

/** To a worker: the file to analyse; one at a time. */
export type Order = { path: string }

/** From a worker: how far it is with the file, and what came of it. */
export type Report = { share: number } | { outcome: Outcome }
