import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3'
import type { S3Settings } from '../../config/s3-settings.ts'

/** Milliseconds until a store that says nothing counts as unreachable: while connecting, and between two bytes. */
const CONNECT_MS = 3_000
const SILENCE_MS = 30_000

/** What a client of this store is made of; `endpoint` under another name where it is reached by others. */
function clientConfig(settings: S3Settings, endpoint = settings.endpoint): S3ClientConfig {
  return {
    region: settings.region,
    ...(endpoint !== null && { endpoint }),
    forcePathStyle: settings.pathStyle,
    credentials: { accessKeyId: settings.accessKeyId, secretAccessKey: settings.secretAccessKey },
    requestChecksumCalculation: settings.checksums,
    responseChecksumValidation: settings.checksums,
    maxAttempts: 3,
    requestHandler: {
      connectionTimeout: CONNECT_MS,
      socketTimeout: SILENCE_MS,
      httpsAgent: {},
      httpAgent: {},
    },
  }
}

export const createClient = (settings: S3Settings, endpoint?: string | null): S3Client =>
  new S3Client(clientConfig(settings, endpoint ?? settings.endpoint))
