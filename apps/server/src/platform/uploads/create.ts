import path from 'node:path'
import type { S3Settings } from '../config/s3-settings.ts'
import { createFolderParts } from './folder-parts.ts'
import type { PartStore } from './parts.ts'
import { createS3Parts } from './s3-parts.ts'

/** The store of parts beside the storage that the settings name. */
export function createParts(config: { dataDir: string; s3: S3Settings | null }): PartStore {
  const local = path.join(config.dataDir, 'files')
  return config.s3 === null ? createFolderParts(local) : createS3Parts(config.s3, local)
}
