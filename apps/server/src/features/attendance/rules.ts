import { MOST_FAVOUR_M } from '@sharemyshows/contract/rsvps'

/** Where a device believes to be, in degrees (WGS 84), and by how many metres it may be wrong. */
export type Reading = { latitude: number; longitude: number; accuracy: number }

/** True when a reading may be inside: its own uncertainty counts in favour, up to a bound. */
export const isInside = (
  fence: { distance_m: number; radius_m: number },
  { accuracy }: Pick<Reading, 'accuracy'>,
): boolean => fence.distance_m <= fence.radius_m + Math.min(accuracy, MOST_FAVOUR_M)

/** Arrivals are taken so long before the start, as SQL. */
export const DOORS_AHEAD = `interval '3 hours'`

/** What came along with a check-in of where a device believes to be. */
export type ReadingParts = { [Part in keyof Reading]?: number | undefined }

/** The reading, if one came along. */
export const readingOf = ({ latitude, longitude, accuracy = 0 }: ReadingParts): Reading | undefined =>
  latitude === undefined || longitude === undefined ? undefined : { latitude, longitude, accuracy }
