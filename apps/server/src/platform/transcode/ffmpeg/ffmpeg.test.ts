import { describe } from 'vitest'
import { findNodeAv } from '../node-av/find.ts'
import { transcoderSuite } from '../transcoder.suite.ts'
import { findFfmpeg } from './find.ts'

const found = await findFfmpeg('ffmpeg')
const other = await findNodeAv()
if ('missing' in found)
  process.stdout.write(`skipped: the transcoder over ffmpeg, because ${found.missing}\n`)

describe.skipIf('missing' in found)('ffmpeg', { timeout: 120_000 }, () => {
  const tool = 'missing' in found ? null! : found
  transcoderSuite(async () => ({ tool, reader: 'missing' in other ? tool : other }))
})
