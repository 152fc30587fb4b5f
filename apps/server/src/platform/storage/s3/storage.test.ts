import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe } from 'vitest'
import { freshBucket, hasSwift, settingsOf } from '../../../../test/bucket.ts'
import { createLog } from '../../log/log.ts'
import { storageSuite } from '../storage.suite.ts'
import { createS3Storage } from './storage.ts'

async function open(env: Record<string, string>) {
  const local = await mkdtemp(path.join(tmpdir(), 'sms-storage-'))
  const settings = settingsOf(await freshBucket(env))
  const storage = createS3Storage({ settings, local, log: createLog('silent'), copiedAtOnce: 8 * 1_048_576 })
  return { storage, close: () => rm(local, { recursive: true, force: true }) }
}

describe.skipIf(!hasSwift)('files in a bucket (needs swift)', () => {
  storageSuite(() => open({}))
})

describe.skipIf(!hasSwift)('files below a prefix of a bucket, with checksums (needs swift)', () => {
  storageSuite(() => open({ S3_PREFIX: 'shows/files', S3_CHECKSUMS: 'when_supported' }))
})
