const DAY_MS = 86_400_000

const textOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

/** The day `days` after a day, both `YYYY-MM-DD`. */
export const dayAfter = (day: string, days: number): string => textOf(Date.parse(day) + days * DAY_MS)

/** 0 is Sunday. */
export const weekdayOf = (day: string): number => new Date(day).getUTCDay()

/** The day of the next evening in a zone: today until the late shows have begun there, tomorrow after that. */
export const eveningIn = (zone: string, now: Date): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(
    now.getTime() + 4 * 3_600_000,
  )

/** The first day of the month that `now` lies in: what is planned from it stays the same until the month is over. */
export const monthOf = (now: Date): string => `${now.toISOString().slice(0, 7)}-01`

/** Wall-clock time `seconds` after a day and time of the same clock, as EXIF writes it: `2024:12:01 21:12:45`. */
export function exifTime(day: string, time: string, seconds: number): string {
  const at = new Date(Date.parse(`${day}T${time}:00Z`) + seconds * 1000).toISOString()
  return `${at.slice(0, 10).replaceAll('-', ':')} ${at.slice(11, 19)}`
}

/** How far a zone is from UTC on the evening of a day, as EXIF writes it: `+01:00`. */
export function offsetOf(zone: string, day: string): string {
  const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
  const name = format.formatToParts(new Date(`${day}T20:00:00Z`)).find(({ type }) => type === 'timeZoneName')
  return name?.value.slice(3) || '+00:00'
}
