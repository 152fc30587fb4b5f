import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe } from 'vitest'
import { freshBucket, hasSwift, settingsOf } from '../../../test/bucket.ts'
import { createLog } from '../log/log.ts'
import { createStorage } from '../storage/create.ts'
import { createParts } from './create.ts'
import { partsSuite } from './parts.suite.ts'

async function open(env: Record<string, string> | null) {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'sms-parts-'))
  const config = { dataDir, s3: env && settingsOf(env) }
  const storage = createStorage(config, createLog('silent'))
  return { parts: createParts(config), storage, close: () => rm(dataDir, { recursive: true, force: true }) }
}

describe('parts in a folder', () => {
  partsSuite(() => open(null))
})

describe.skipIf(!hasSwift)('parts in a bucket (needs swift)', () => {
  partsSuite(async () => open(await freshBucket({ S3_PREFIX: 'shows/files' })))
})
