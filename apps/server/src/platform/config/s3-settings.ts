import { z } from 'zod'
import { optional, origin, withDefault } from './values.ts'

/** The settings of an S3-compatible store, as they stand in the environment. */
export const s3Environment = {
  S3_ENDPOINT: optional(origin),
  S3_PUBLIC_ENDPOINT: optional(origin),
  S3_REGION: withDefault(z.string().regex(/^[\w-]+$/, 'must be a name such as eu-west-1'), 'us-east-1'),
  S3_BUCKET: optional(
    z
      .string()
      .regex(
        /^[\w][\w.-]{1,61}[\w]$/,
        'must be the name of a bucket: 3 to 63 letters, digits, dots and dashes',
      ),
  ),
  S3_PREFIX: optional(
    z.string().regex(/^[\w-]+(\/[\w-]+)*$/, 'must be names with / between them, such as shows/files'),
  ),
  S3_ACCESS_KEY_ID: optional(z.string()),
  S3_SECRET_ACCESS_KEY: optional(z.string()),
  S3_FORCE_PATH_STYLE: optional(z.enum(['on', 'off'])),
  S3_CHECKSUMS: withDefault(z.enum(['when_required', 'when_supported']), 'when_required'),
  S3_PRESIGNED_READS: withDefault(z.enum(['on', 'off']), 'off'),
}

const Settings = z.object(s3Environment)
type Given = z.output<typeof Settings>

export type S3Settings = {
  /** Null means Amazon's own, by region. */
  endpoint: string | null
  /** Under which clients reach it; null means under the same name as we. */
  publicEndpoint: string | null
  region: string
  bucket: string
  /** What every key begins with: empty, or ending in a slash. */
  prefix: string
  accessKeyId: string
  secretAccessKey: string
  /** `endpoint/bucket/key` and not `bucket.endpoint/key`. */
  pathStyle: boolean
  checksums: 'WHEN_REQUIRED' | 'WHEN_SUPPORTED'
  /** Clients are sent to the store itself with an address that expires. */
  presignedReads: boolean
}

const NEEDED = ['S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const
const MEANINGLESS_ALONE = ['S3_ENDPOINT', 'S3_PUBLIC_ENDPOINT', 'S3_PREFIX'] as const

/** The store that was named, or null for none; adds a line to `faults` for each thing that is missing or contradicts. */
export function s3Of(given: Given, publicUrl: string | undefined, faults: string[]): S3Settings | null {
  const { S3_BUCKET: bucket, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = given
  const presignedReads = given.S3_PRESIGNED_READS === 'on'
  if (bucket === undefined || accessKeyId === undefined || secretAccessKey === undefined) {
    const meant =
      presignedReads || [...NEEDED, ...MEANINGLESS_ALONE].some((name) => given[name] !== undefined)
    const missing = meant ? NEEDED.filter((name) => given[name] === undefined) : []
    faults.push(...missing.map((name) => `${name}: is needed for files to lie in an S3 store`))
    return null
  }
  const endpoint = given.S3_ENDPOINT ?? null
  const publicEndpoint = given.S3_PUBLIC_ENDPOINT ?? null
  const reached = publicEndpoint ?? endpoint
  if (presignedReads && publicUrl?.startsWith('https:') && reached?.startsWith('http:')) {
    const name = publicEndpoint === null ? 'S3_ENDPOINT' : 'S3_PUBLIC_ENDPOINT'
    faults.push(`${name}: must be https, too, when browsers read from it by S3_PRESIGNED_READS=on`)
  }
  return {
    endpoint,
    publicEndpoint,
    region: given.S3_REGION,
    bucket,
    prefix: given.S3_PREFIX === undefined ? '' : `${given.S3_PREFIX}/`,
    accessKeyId,
    secretAccessKey,
    // stores of one's own rarely have a name for each bucket
    pathStyle:
      given.S3_FORCE_PATH_STYLE === undefined ? endpoint !== null : given.S3_FORCE_PATH_STYLE === 'on',
    checksums: given.S3_CHECKSUMS === 'when_required' ? 'WHEN_REQUIRED' : 'WHEN_SUPPORTED',
    presignedReads,
  }
}
