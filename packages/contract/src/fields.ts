import { z } from 'zod'

/** An opaque identifier; in a path, anything that is not one is simply not found. */
export const Id = z.uuid().meta({ example: '019aa0c4-5e1b-7cc3-8f55-1d0e6a3c9b10' })

/** RFC 3339 time in UTC, milliseconds. */
export const Timestamp = z.string().meta({ format: 'date-time', example: '2024-12-01T19:00:00.000Z' })

/** Every control character but tab and line ends. */
const controls = /[^\P{Cc}\t\n\r]/u

const clean = (max: number) =>
  z
    .string()
    .transform((text) => text.normalize('NFC').trim())
    .refine((text) => !controls.test(text), 'Control characters are not allowed')
    .pipe(z.string().max(max, `At most ${max} characters`))

/** A text on one line, trimmed and in Unicode NFC; 1 to `max` characters. */
export const line = (max: number) =>
  clean(max).pipe(
    z
      .string()
      .min(1, 'Required')
      .regex(/^[^\r\n]*$/, 'One line only'),
  )

/** A text of several lines, trimmed and in Unicode NFC; may be empty; up to `max` characters. */
export const prose = (max: number) => clean(max)

/** A day in the calendar of the venue, `YYYY-MM-DD`; B's date-times are cut to their day. */
export const CalendarDate = z
  .string()
  .max(40)
  .regex(/^\d{4}-\d{2}-\d{2}(?:$|T)/, 'Write the date as YYYY-MM-DD')
  .transform((text) => text.slice(0, 10))
  .refine(isRealDate, 'There is no such day')
  .meta({ example: '2024-12-01', format: 'date' })

/** Wall-clock time at the venue, `HH:MM`; seconds are cut. */
export const ClockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?$/, 'Write the time as HH:MM')
  .transform((text) => text.slice(0, 5))
  .meta({ example: '20:00' })

export const Latitude = z.number().min(-90).max(90).meta({ example: 52.0932 })
export const Longitude = z.number().min(-180).max(180).meta({ example: 5.1134 })

/** GeoJSON Point (RFC 7946): longitude first. */
export const Point = z
  .strictObject({
    type: z.literal('Point'),
    coordinates: z.tuple([Longitude, Latitude]),
  })
  .meta({ id: 'Point', example: { type: 'Point', coordinates: [5.1134, 52.0932] } })
export type Point = z.infer<typeof Point>

const numbers = (count: number, message: string) =>
  z
    .string()
    .max(120)
    .transform((text) => text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part))))
    .refine((parts) => parts.length === count && parts.every(Number.isFinite), message)

/** `lat,lon` in degrees, WGS 84. */
export const Near = numbers(2, 'Write near as latitude,longitude')
  .transform(([latitude, longitude]) => ({ latitude, longitude }))
  .pipe(z.object({ latitude: Latitude, longitude: Longitude }))
  .meta({ example: '52.0932,5.1134' })

/** `west,south,east,north` in degrees; west may be greater than east where it crosses the date line. */
export const Bounds = numbers(4, 'Write bbox as west,south,east,north')
  .transform(([west, south, east, north]) => ({ west, south, east, north }))
  .pipe(
    z
      .object({ west: Longitude, south: Latitude, east: Longitude, north: Latitude })
      .refine(({ south, north }) => south <= north, 'North lies below south'),
  )
  .meta({ example: '4.9,52,5.3,52.2' })
export type Bounds = z.infer<typeof Bounds>

/** Who may see a thing; one enum, one rule (docs/decisions/0003). */
export const Audience = z.enum(['private', 'people', 'friends', 'attendees', 'link', 'public']).meta({
  id: 'Audience',
  example: 'public',
})
export type Audience = z.infer<typeof Audience>

/** Whose eyes to look at one's own things with: mine, or those of somebody who is not signed in. */
export const Eyes = z.enum(['me', 'everyone']).default('me')

/** Audiences that can be chosen today; `people` and `link` need the sharing that comes later. */
export const ChosenAudience = Audience.extract(['private', 'friends', 'attendees', 'public'])
export type ChosenAudience = z.infer<typeof ChosenAudience>

/** Who may open a profile; nobody attends a person. */
export const ProfileAudience = Audience.extract(['private', 'friends', 'public'])
export type ProfileAudience = z.infer<typeof ProfileAudience>

/**
 * The address of a person's picture, a square WebP of 512 pixels (96 with `&size=96`), or null when there is none. A new
 * picture has a new address.
 */
export const Avatar = z.string().nullable().meta({
  example: '/api/v1/users/019aa0c4-5e1b-7cc3-8f55-1d0e6a3c9b10/avatar?v=019aa0c4-5e1b-7cc3-8f55-1d0e6a3c9b10',
})

function isRealDate(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number)
  const date = new Date(Date.UTC(year, month - 1, day))
  return year >= 1900 && year <= 2200 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
