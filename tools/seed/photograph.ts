import { paletteOf } from './paint/frame.ts'
import { paint } from './paint/paint.ts'
import { createRandom } from './random.ts'
import { exifTime, offsetOf } from './world/dates.ts'
import type { Shot } from './world/photos.ts'
import type { Night } from './world/plan.ts'
import type { Visit } from './world/visits.ts'

const LONG = 1200
const SHORT = 900
/** Degrees, some thirty metres: nobody stands where the pin is. */
const SCATTER = 0.0003

/** EXIF's degrees, minutes and hundredths of seconds. */
function sexagesimal(degrees: number): string {
  const seconds = Math.round(Math.abs(degrees) * 360_000)
  return `${Math.floor(seconds / 360_000)}/1 ${Math.floor((seconds / 6000) % 60)}/1 ${seconds % 6000}/100`
}

/** A JPEG as a phone writes it: when with the offset of the zone, where, and by what. */
export async function photograph(night: Night, visit: Visit, shot: Shot): Promise<Buffer<ArrayBuffer>> {
  const random = createRandom(shot.seed)
  const frame = shot.portrait ? { width: SHORT, height: LONG } : { width: LONG, height: SHORT }
  const image = await paint(shot.kind, random.fork('picture'), frame, paletteOf(...shot.lamps))
  const { latitude, longitude, city } = night.venue
  const north = latitude + random.around(0, SCATTER)
  const east = longitude + random.around(0, SCATTER)
  const taken = exifTime(night.date, night.time ?? '20:00', shot.after)
  const where = {
    GPSLatitudeRef: north < 0 ? 'S' : 'N',
    GPSLatitude: sexagesimal(north),
    GPSLongitudeRef: east < 0 ? 'W' : 'E',
    GPSLongitude: sexagesimal(east),
  }
  const exif = {
    IFD0: { Make: visit.person.phone.make, Model: visit.person.phone.model, DateTime: taken },
    IFD2: {
      DateTimeOriginal: taken,
      OffsetTimeOriginal: offsetOf(city.zone, night.date),
      ISOSpeedRatings: '6400',
    },
    ...(shot.located ? { IFD3: where } : {}),
  }
  const jpeg = await image.withExif(exif).jpeg({ quality: 84, mozjpeg: false }).toBuffer()
  return Buffer.from(jpeg)
}
