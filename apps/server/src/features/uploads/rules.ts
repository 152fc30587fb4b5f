import { type Refusal, refuse, refuseField } from '@sharemyshows/contract/errors'
import { type MediaKind, MOST_BYTES } from '@sharemyshows/contract/media'
import { UploadMetadata } from '@sharemyshows/contract/uploads'

/** How long somebody is an upload's one writer without saying so again, and how often she says so. */
export const LEASE_SECONDS = 30
export const RENEW_MS = 10_000

/** Requests that may wait for the end of an upload at a time, and how long each does. */
export const MOST_WAITING = 500
export const WAIT_MS = 10_000

/** Under this key an upload has one job that looks at it. */
export const finishingKey = (id: string): string => `finish-upload:${id}`

/** What is said of more bytes than a kind may have. */
export function tooLarge(kind: MediaKind): Refusal {
  const megabytes = MOST_BYTES[kind] / 1_048_576
  const most = megabytes < 1024 ? `${megabytes} MB` : `${megabytes / 1024} GB`
  const noun = { photo: 'A photo', audio: 'An audio recording', video: 'A video' }[kind]
  return refuse('payload_too_large', { message: `${noun} may have up to ${most}.` })
}

const FIELD = 'Upload-Metadata'
const BASE64 = /^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/

const decode = (base64: string): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(base64, 'base64'))
  } catch {
    return null
  }
}

/** Reads `Upload-Metadata`: pairs of a key and a value in base64, with commas between them. An empty value is none. */
export function readMetadata(header: string | undefined): UploadMetadata | Refusal {
  const pairs = new Map<string, string>()
  for (const pair of (header ?? '').split(',')) {
    if (pair.trim() === '') continue
    const [key = '', value = '', ...rest] = pair.trim().split(' ')
    if (rest.length > 0 || pairs.has(key)) return refuseField(FIELD, 'Pairs of a key and a value in base64')
    const text = BASE64.test(value) ? decode(value) : null
    if (text === null) return refuseField(`${FIELD}.${key.slice(0, 100)}`, 'Not text in base64')
    pairs.set(key, text)
  }
  const found = UploadMetadata.safeParse(Object.fromEntries([...pairs].filter(([, text]) => text !== '')))
  if (found.success) return found.data
  const [issue] = found.error.issues
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys[0]?.slice(0, 100) : undefined
  return unknown === undefined
    ? refuseField(`${FIELD}.${issue?.path.join('.')}`, issue?.message ?? 'Wrong')
    : refuseField(`${FIELD}.${unknown}`, 'Unknown key')
}
