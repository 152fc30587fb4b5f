import { describe, it } from 'vitest'
import { findFfmpeg } from '../ffmpeg/find.ts'
import { transcoderSuite } from '../transcoder.suite.ts'
import { findNodeAv } from './find.ts'

const [tool, other] = await Promise.all([findNodeAv(), findFfmpeg('ffmpeg')])

if ('missing' in tool) {
  it.skip(`node-av: ${tool.missing}`)
} else {
  const reader = 'missing' in other ? tool : other
  describe('node-av', () => transcoderSuite(async () => ({ tool, reader })))
}
