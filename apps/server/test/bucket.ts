import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { CreateBucketCommand } from '@aws-sdk/client-s3'
import { inject } from 'vitest'
import { readConfig } from '../src/platform/config/config.ts'
import type { S3Settings } from '../src/platform/config/s3-settings.ts'
import { createClient } from '../src/platform/storage/s3/client.ts'

/** True where Debian's OpenStack Swift is installed; tests on a bucket are skipped without. */
export const hasSwift = existsSync('/usr/bin/swift-proxy-server')

/** Settings that name a fresh bucket of the run's object store. */
export async function freshBucket(more: Record<string, string> = {}): Promise<Record<string, string>> {
  const { port, error }: { port: number; error?: string } = await (await fetch(inject('swiftUrl'))).json()
  if (error !== undefined) throw new Error(error)
  const env = {
    S3_ENDPOINT: `http://127.0.0.1:${port}`,
    S3_BUCKET: `b${randomUUID()}`,
    S3_ACCESS_KEY_ID: 'test:tester',
    S3_SECRET_ACCESS_KEY: 'testing',
    ...more,
  }
  await createClient(settingsOf(env)).send(new CreateBucketCommand({ Bucket: env.S3_BUCKET }))
  return env
}

/** The store that these settings name. */
export function settingsOf(env: Record<string, string>): S3Settings {
  const { s3 } = readConfig({ SESSION_SECRET: 'unused', ...env })
  if (s3 === null) throw new Error('These settings name no S3 store.')
  return s3
}
