import { type Refusal, refuse } from '@sharemyshows/contract/errors'
import { type MediaKind, MOST_BYTES } from '@sharemyshows/contract/media'
import {
  type CaptureTime,
  type GeoPoint,
  inspectPhoto,
  problemOf,
  sniffImage,
} from '../../../platform/images/index.ts'
import { recogniseRecording } from '../../../platform/transcode/recognise.ts'

/** What a file is by its content, with what its header says; of recordings a job finds that out. */
export type Judged = {
  kind: MediaKind
  mime: string
  extension: string
  width: number | null
  height: number | null
  point: GeoPoint | null
  capturedAt: CaptureTime | null
}

/**
 * Containers that may hold sound alone and seldom say so: whoever sends one as audio gets audio. Programs write m4a with
 * the brand of any MP4, and browsers record into WebM.
 */
const AS_AUDIO: Record<string, { mime: string; extension: string }> = {
  'video/mp4': { mime: 'audio/mp4', extension: 'm4a' },
  'video/webm': { mime: 'audio/webm', extension: 'weba' },
}

const NOUNS = { photo: 'a photo', audio: 'an audio recording', video: 'a video' }

/**
 * Judges a file by its content; its name has no say. `wanted` is the only kind taken (`only`), or the one meant where
 * the content leaves it open.
 */
export async function judgeFile(
  path: string,
  wanted: { only: MediaKind } | { meant?: MediaKind | undefined },
): Promise<Judged | Refusal> {
  const only = 'only' in wanted ? wanted.only : undefined
  const isImage = (await sniffImage(path)) !== null
  if (only === 'photo' || (isImage && only === undefined)) return judgePhoto(path)
  const found = isImage ? null : await recogniseRecording(path)
  if (found === null) return refuse('unsupported_format')
  const meant = 'only' in wanted ? wanted.only : wanted.meant
  const sound = meant === 'audio' ? AS_AUDIO[found.mime] : undefined
  const { kind, mime, extension } = sound === undefined ? found : { kind: 'audio' as const, ...sound }
  if (only !== undefined && kind !== only)
    return refuse('unsupported_format', { message: `This file is ${NOUNS[kind]}, not ${NOUNS[only]}.` })
  return { kind, mime, extension, width: null, height: null, point: null, capturedAt: null }
}

async function judgePhoto(path: string): Promise<Judged | Refusal> {
  const photo = await inspectPhoto(path)
  if (!photo.ok) return problemOf(photo)
  const { mime, extension, width, height, point, capturedAt } = photo
  return { kind: 'photo', mime, extension, width, height, point, capturedAt }
}

/** Refuses what is larger than its kind may be at all. */
export function judgeSize(kind: MediaKind, size: number): Refusal | null {
  const most = MOST_BYTES[kind]
  if (size <= most) return null
  const megabytes = most / 1_048_576
  const said = megabytes < 1024 ? `${megabytes} MB` : `${megabytes / 1024} GB`
  return refuse('payload_too_large', {
    message: `${NOUNS[kind].replace(/^./, (first) => first.toUpperCase())} may have up to ${said}.`,
  })
}
