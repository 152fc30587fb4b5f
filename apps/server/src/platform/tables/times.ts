import { plain } from './month-names.ts'

const two = (number: number): string => String(number).padStart(2, '0')

const clock = (hour: number, minute: number): string | null =>
  hour < 24 && minute < 60 ? `${two(hour)}:${two(minute)}` : null

const words: Record<string, string> = { noon: '12:00', midnight: '00:00', mittag: '12:00', midi: '12:00' }

/** `20`, `20:00`, `20.00:30`, `2000`, with `am`, `pm` or what clocks are called behind it. */
const written =
  /^(\d{1,2})(?:\s*[:.h]\s*(\d{2}))?(?:[:.]\d{2}(?:[.,]\d+)?)?\s*(a\.?m\.?|p\.?m\.?|h|hrs?|hours|uhr|uur|u|ore|heures?|horas?|o'?clock)?\.?$/

/** A time of day in any of the ways people write it, as `HH:MM`; null when it is none. */
export function readTime(text: string): string | null {
  const time = plain(text.trim().slice(0, 40))
  const word = words[time]
  if (word !== undefined) return word
  const bare = /^(\d{2})(\d{2})$/.exec(time)
  if (bare !== null) return clock(Number(bare[1]), Number(bare[2]))
  // as spreadsheets keep it: a part of the day
  if (/^0?[.,]\d+$/.test(time)) {
    const minutes = Math.round(Number(time.replace(',', '.')) * 1440)
    return clock(Math.floor(minutes / 60), minutes % 60)
  }
  const found = written.exec(time)
  if (found === null) return null
  const [, hours = '', minutes, said = ''] = found
  if (minutes === undefined && said === '') return null
  const half = said.replaceAll('.', '')
  if (half === 'am' || half === 'pm') {
    const hour = Number(hours)
    return hour < 1 || hour > 12 ? null : clock((hour % 12) + (half === 'pm' ? 12 : 0), Number(minutes ?? 0))
  }
  return clock(Number(hours), Number(minutes ?? 0))
}
