import { describe } from 'vitest'
import { attackSuite } from '../attacks.suite.ts'
import { findFfmpeg } from './find.ts'

const found = await findFfmpeg('ffmpeg')

describe.skipIf('missing' in found)('ffmpeg', { timeout: 120_000 }, () => {
  if (!('missing' in found)) attackSuite(async () => found)
})
