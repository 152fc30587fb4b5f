import { dateIn, dateParts, sayDate, sayRelative, timeIn } from '@/lib/dates'
import type { Message } from './model'

/** A line on the page: what somebody said, the day it was said on, or where the new begins. */
export type Row =
  | { kind: 'day'; key: string; date: string }
  | { kind: 'new'; key: 'new' }
  /** `opens` and `closes` what one person says in one go. */
  | { kind: 'said'; key: string; message: Message; opens: boolean; closes: boolean }

/** What one says after so long (ms) stands by itself. */
const ONE_GO_MS = 5 * 60_000

/** The lines of a conversation; `newAfter` is the last number that was read, or null when all is. */
export function rowsOf(messages: readonly Message[], zone: string, newAfter: number | null): Row[] {
  const rows: Row[] = []
  for (const [n, message] of messages.entries()) {
    const before = messages[n - 1]
    const after = messages[n + 1]
    const date = dateIn(zone, message.created_at)
    if (before === undefined || dateIn(zone, before.created_at) !== date) {
      rows.push({ kind: 'day', key: `day-${date}`, date })
    }
    if (isBorder(before, message, newAfter)) rows.push({ kind: 'new', key: 'new' })
    rows.push({
      kind: 'said',
      key: keyOf(message.number),
      message,
      opens: !isOneGo(before, message, zone, newAfter),
      closes: !isOneGo(message, after, zone, newAfter),
    })
  }
  return rows
}

export const keyOf = (number: number): string => `said-${number}`

const isBorder = (before: Message | undefined, message: Message, newAfter: number | null): boolean =>
  newAfter !== null && message.number > newAfter && (before === undefined || before.number <= newAfter)

function isOneGo(one: Message | undefined, next: Message | undefined, zone: string, newAfter: number | null) {
  if (one === undefined || next === undefined) return false
  if (one.user === null || one.user.id !== next.user?.id || isBorder(one, next, newAfter)) return false
  const gap = Date.parse(next.created_at) - Date.parse(one.created_at)
  return gap < ONE_GO_MS && dateIn(zone, one.created_at) === dateIn(zone, next.created_at)
}

/** "Today", "Yesterday", "Sunday" within a week, then the whole date. */
export function sayDay(date: string, today: string): string {
  const relative = sayRelative(date, today)
  if (relative === 'today' || relative === 'yesterday')
    return `${relative[0]?.toUpperCase()}${relative.slice(1)}`
  const [, days] = /^(\d) days ago$/.exec(relative) ?? []
  return days !== undefined && Number(days) < 7 ? (sayDate(date).split(',')[0] ?? '') : sayDate(date)
}

/** Beside a conversation in a list: the time today, else the day, short. */
export function sayShortly(instant: string, zone: string, now: Date): string {
  const [date, today] = [dateIn(zone, instant), dateIn(zone, now)]
  if (date === today) return timeIn(zone, instant)
  const relative = sayRelative(date, today)
  if (relative === 'yesterday') return 'Yesterday'
  const { weekday, day, month, year } = dateParts(date)
  if (/^[2-6] days ago$/.test(relative)) return weekday
  return year === today.slice(0, 4) ? `${day} ${month}` : `${day} ${month} ${year}`
}
