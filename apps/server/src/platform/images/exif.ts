import type { ExpandedTags } from 'exifreader'
import { type CaptureTime, readCaptureTime } from './capture-time.ts'
import { MAX_EXIF_BYTES } from './limits.ts'

/** Degrees, north and east positive. */
export type GeoPoint = { latitude: number; longitude: number }

export type ExifFacts = {
  capturedAt: CaptureTime | null
  point: GeoPoint | null
  camera: { make: string | null; model: string | null }
}

/**
 * The facts we keep from an EXIF block (`Exif\0\0` in front or not). Nonsense reads as null, never as an error:
 * a broken date is no reason to refuse a photo.
 */
export async function readExif(exif: Buffer | null, now: Date): Promise<ExifFacts> {
  const tags = exif ? await parse(exif) : {}
  return {
    capturedAt: captureTimeOf(tags, now),
    point: pointOf(tags),
    camera: { make: textOf(tags.exif?.Make), model: textOf(tags.exif?.Model) },
  }
}

async function parse(exif: Buffer): Promise<ExpandedTags> {
  if (exif.length > MAX_EXIF_BYTES) return {}
  const { default: ExifReader } = await import('exifreader')
  try {
    const tiff = exif.toString('latin1', 0, 6) === 'Exif\0\0' ? exif.subarray(6) : exif
    return ExifReader.load(Buffer.from(tiff), { expanded: true })
  } catch {
    return {}
  }
}

function captureTimeOf({ exif }: ExpandedTags, now: Date): CaptureTime | null {
  if (!exif) return null
  const original = tagSet(exif.DateTimeOriginal, exif.SubSecTimeOriginal, exif.OffsetTimeOriginal)
  const digitized = tagSet(exif.DateTimeDigitized, exif.SubSecTimeDigitized, exif.OffsetTimeDigitized)
  return (
    readCaptureTime(original, 'DateTimeOriginal', now) ?? readCaptureTime(digitized, 'DateTimeDigitized', now)
  )
}

type TextTag = { description: string } | undefined

function tagSet(date: TextTag, subSec: TextTag, offset: TextTag) {
  return {
    date: date?.description ?? '',
    subSec: subSec?.description ?? '',
    offset: offset?.description ?? '',
  }
}

function pointOf({ gps }: ExpandedTags): GeoPoint | null {
  const latitude = gps?.Latitude
  const longitude = gps?.Longitude
  if (latitude === undefined || longitude === undefined) return null
  // Receivers without a fix write 0, 0.
  const real = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && (latitude !== 0 || longitude !== 0)
  return real ? { latitude, longitude } : null
}

function textOf(tag: TextTag): string | null {
  const text = (tag?.description ?? '').replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '').trim()
  return text.slice(0, 100) || null
}
