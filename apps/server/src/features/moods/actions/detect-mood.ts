import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import { IMAGE_BYTES, type MoodReading } from '@sharemyshows/contract/moods'
import { likeliest } from '@sharemyshows/mood/face'
import { createBoundedGate, decodePicture, problemOf } from '../../../platform/images/index.ts'
import { createFaceThread } from './read-faces.ts'

/** Pictures that may wait or be read; a longer line would only have its end give up. */
const MOST_PICTURES = 8
const RETRY_SECONDS = 2

/** Pixels of a picture's longer side: faces are then larger than any net looks at them, and reading them takes no longer. */
export const PICTURE_SIDE = 640

const NO_FACE = { happy: 0, sad: 0, angry: 0, neutral: 0 }

/** Reads moods from pictures that are sent, one at a time, and keeps nothing of them. */
export function createMoodDetector(): (image: string) => Promise<MoodReading | Refusal> {
  const faces = createFaceThread()
  const gate = createBoundedGate(1, MOST_PICTURES)
  const read = async (bytes: Buffer): Promise<MoodReading | Refusal> => {
    const picture = await decodePicture(bytes, PICTURE_SIDE)
    if (!picture.ok) return problemOf(picture)
    const { landmarks_detected, scores } = await faces.read(picture)
    return { ...likeliest(scores), landmarks_detected, scores: scores ?? NO_FACE }
  }
  return async (image) => {
    const bytes = decodeBase64(image)
    if (!Buffer.isBuffer(bytes)) return bytes
    return gate(() => read(bytes)) ?? refuse('unavailable', { details: { retry_after: RETRY_SECONDS } })
  }
}

/** The bytes of base64, bare or in a data URL; lines may be broken. */
function decodeBase64(text: string): Buffer | Refusal {
  const base64 = text.replace(/^data:[\w/+.-]*;base64,/, '').replaceAll(/\s/g, '')
  if (base64.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) {
    return refuse('validation_failed', { errors: [{ field: 'image', message: 'This is not base64' }] })
  }
  const bytes = Buffer.from(base64, 'base64')
  return bytes.length > IMAGE_BYTES ? refuse('payload_too_large') : bytes
}
