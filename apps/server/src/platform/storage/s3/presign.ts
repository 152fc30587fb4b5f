import { GetObjectCommand } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import type { S3Settings } from '../../config/s3-settings.ts'
import type { Storage } from '../storage.ts'
import { createClient } from './client.ts'

/** Addresses given out within a minute are alike, so that a browser has the bytes of the first still at hand. */
const MINUTE_MS = 60_000

/** Signs addresses at which clients read from the store themselves; needs no word with it. */
export function createPresigner(
  settings: S3Settings,
  object: (key: string) => { Bucket: string; Key: string },
): Pick<Storage, 'presign'> {
  if (!settings.presignedReads) return { presign: async () => null }
  const client = createClient(settings, settings.publicEndpoint)
  return {
    presign: (key, { seconds, mime, disposition }) =>
      getSignedUrl(
        client,
        new GetObjectCommand({
          ...object(key),
          ResponseContentType: mime,
          ResponseContentDisposition: disposition,
          ResponseCacheControl: `private, max-age=${seconds}`,
        }),
        {
          expiresIn: seconds,
          signingDate: new Date(Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS),
        },
      ),
  }
}
