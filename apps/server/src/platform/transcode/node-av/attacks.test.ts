import { describe } from 'vitest'
import { attackSuite } from '../attacks.suite.ts'
import { findNodeAv } from './find.ts'

const found = await findNodeAv()

describe.skipIf('missing' in found)('node-av', () => {
  if (!('missing' in found)) attackSuite(async () => found)
})
