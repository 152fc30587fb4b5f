import { afterAll, describe } from 'vitest'
import { hasSwift } from './bucket.ts'

// every server of these tests has a bucket of its own
process.env.TEST_STORAGE = 's3'
afterAll(() => delete process.env.TEST_STORAGE)

describe.skipIf(!hasSwift)('media on a bucket (needs swift)', () => {
  describe('sent', () => import('../src/features/media/routes/media.test.ts').then(() => {}))
  describe('deleted', () => import('../src/features/media/actions/delete-media.test.ts').then(() => {}))
  describe('in parts', () => import('../src/features/uploads/routes.test.ts').then(() => {}))
})
