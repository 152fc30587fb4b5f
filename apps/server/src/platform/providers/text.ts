import { z } from 'zod'

/** What no text of ours holds: control characters, halves of pairs, and marks that turn the direction of what follows. */
const UNWANTED = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]+/gu

/** One line of somebody else's words, as long as it may be; '' where nothing is left. */
export function lineOf(text: string, most: number): string {
  // what lies far behind is not even looked at
  const line = text
    .slice(0, most * 4)
    .replaceAll(UNWANTED, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  return Array.from(line.normalize('NFC')).slice(0, most).join('').trim()
}

/** Words that have to be there. */
export const words = (most: number) =>
  z
    .string()
    .transform((text) => lineOf(text, most))
    .refine((text) => text !== '')

/** Words that may be missing, and are where they are anything else. */
export const maybeWords = (most: number) =>
  z
    .string()
    .transform((text) => lineOf(text, most) || null)
    .nullish()
    .catch(null)
    .transform((text) => text ?? null)

/** A link that browsers may be given: https, and at one of these hosts; null for any other. */
export const linkTo = (...hosts: string[]) =>
  z
    .string()
    .max(1000)
    .nullish()
    .catch(null)
    .transform((text) => {
      if (!text || !URL.canParse(text)) return null
      const url = new URL(text)
      const fits = url.protocol === 'https:' && hosts.includes(url.host) && url.username + url.password === ''
      return fits ? url.href : null
    })

/** ISO 3166-1 alpha-2 */
export const country = z
  .string()
  .regex(/^[a-z]{2}$/i)
  .transform((code) => code.toUpperCase())
  .nullish()
  .catch(null)
  .transform((code) => code ?? null)

export const Mbid = z
  .string()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i)
  .transform((id) => id.toLowerCase())

const degrees = (most: number) => z.coerce.number().min(-most).max(most)

/** A point of the earth from two numbers, which some write as texts; null where they are none. */
export function pointOf(latitude: unknown, longitude: unknown) {
  // '' and null would be 0
  if (latitude === '' || longitude === '' || latitude == null || longitude == null) return null
  const [lat, lon] = [degrees(90).safeParse(latitude), degrees(180).safeParse(longitude)]
  return lat.success && lon.success ? { latitude: lat.data, longitude: lon.data } : null
}

/** Things of a list: one that cannot be read is left out, unless none can. */
export const listOf = <T>(schema: z.ZodType<T>, most: number) =>
  z.array(z.unknown()).transform((given, context): T[] => {
    const read = given.slice(0, most).map((one) => schema.safeParse(one))
    const items = read.flatMap((one) => (one.success ? [one.data] : []))
    if (items.length === 0 && given.length > 0) {
      context.addIssue({ code: 'custom', message: 'no thing of the list is as it should be' })
      return z.NEVER
    }
    return items
  })
