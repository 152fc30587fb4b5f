import { createLog } from '../src/platform/log/log.ts'
import { createTranscoder } from '../src/platform/transcode/create.ts'

/** Whatever prepares recordings on this machine, as the server itself chooses it. */
export const transcoder = createTranscoder({ transcoder: 'auto', ffmpegPath: 'ffmpeg' }, createLog('silent'))
await transcoder.announce()

export const canTranscode = transcoder.name !== 'none'
if (!canTranscode) console.warn('Tests of recordings are skipped: there is neither ffmpeg nor node-av here.')
