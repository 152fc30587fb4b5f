import path from 'node:path'
import type { S3Settings } from '../config/s3-settings.ts'
import type { Log } from '../log/log.ts'
import { createFolderStorage } from './folder.ts'
import { createS3Storage } from './s3/storage.ts'
import type { Storage } from './storage.ts'

/** The storage that the settings name: a bucket, else the folder `files` of the data folder. */
export function createStorage(config: { dataDir: string; s3: S3Settings | null }, log: Log): Storage {
  const local = path.join(config.dataDir, 'files')
  return config.s3 === null
    ? createFolderStorage(local)
    : createS3Storage({ settings: config.s3, local, log })
}

/** The origin that clients are sent to for files; null when they read through us. */
export async function originOf(storage: Storage): Promise<string | null> {
  const address = await storage.presign('media/any', { seconds: 1, mime: '', disposition: '' })
  return address === null ? null : new URL(address).origin
}
