import { monthOf, plain } from './month-names.ts'
import { readTime } from './times.ts'

/** Which number comes first where day and month could be either. */
export type Order = 'DMY' | 'MDY' | 'YMD' | 'YDM' | 'DYM' | 'MYD'

/**
 * A day as somebody wrote it. `sure`: there is one way to read it. `either`: the two numbers before or after the year could
 * be day and month either way. `shape` names how it is written. A day that does not exist is null.
 */
export type DayRead =
  | { how: 'sure'; date: string | null; time: string | null; shape: string }
  | { how: 'either'; first: number; second: number; year: number; time: string | null; shape: string }
  | { how: 'unreadable' }

const UNREADABLE: DayRead = { how: 'unreadable' }

/** Excel’s day 1 is the first of January 1900; it counts a 29 February of that year that never was. */
const EXCEL_ZERO = Date.UTC(1899, 11, 30)
const DAY_MS = 86_400_000

const isReal = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day))
  return year >= 1900 && year <= 2200 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

const two = (number: number): string => String(number).padStart(2, '0')

/** `YYYY-MM-DD`; null when there is no such day. */
const dayOf = (year: number, month: number, day: number): string | null =>
  isReal(year, month, day) ? `${year}-${two(month)}-${two(day)}` : null

/** Two digits mean the year that lies nearest to now, and hardly ever one to come. */
function yearOf(digits: string): number {
  const year = Number(digits)
  if (digits.length > 2) return year
  const soon = (new Date().getUTCFullYear() + 2) % 100
  const century = Math.floor(new Date().getUTCFullYear() / 100) * 100
  return year <= soon ? century + year : century - 100 + year
}

const sure = (date: string | null, time: string | null, shape: string): DayRead => ({
  how: 'sure',
  date,
  time,
  shape,
})

/** Reads a day in any of the ways people and programs write it; a weekday before it has no say. */
export function readDay(text: string): DayRead {
  const written = text.trim().slice(0, 80)
  return readSerial(written) ?? readNumbers(written) ?? readWords(written) ?? UNREADABLE
}

/** `20190503`, or days since 1900 as spreadsheets keep them. */
function readSerial(text: string): DayRead | undefined {
  const compact = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(?:\d{2})?Z?)?$/.exec(text)
  if (compact !== null) {
    const [, year, month, day, hour, minute] = compact
    const time = hour === undefined ? null : readTime(`${hour}:${minute}`)
    return sure(dayOf(Number(year), Number(month), Number(day)), time, 'compact')
  }
  const serial = /^(\d{5})(?:[.,]\d+)?$/.exec(text)
  if (serial === null) return undefined
  const date = new Date(EXCEL_ZERO + Number(serial[1]) * DAY_MS)
  return sure(date.toISOString().slice(0, 10), null, 'serial')
}

const numbers =
  /^(\d{1,4})\s*([-/.\s])\s*(\d{1,2})\s*\2\s*(\d{1,4})\.?(?:(?:[T,]|\s+(?:at|om|um|à|às|alle)?)\s*(.+))?$/i

function readNumbers(text: string): DayRead | undefined {
  const found = numbers.exec(text.replace(/^\p{L}+[.,]?\s+(?=\d)/u, ''))
  if (found === null) return undefined
  const [, a = '', mark = '', b = '', c = '', rest] = found
  const time = rest === undefined ? null : readTime(rest.replace(/(Z|[+-]\d{2}:?\d{2})$/, ''))
  if (a.length > 2) return sure(dayOf(Number(a), Number(b), Number(c)), time, `Y${mark}`)
  if (c.length === 3 || c.length === 1) return undefined
  const [first, second] = [Number(a), Number(b)]
  const shape = `${mark}Y`
  if (c.length === 2 && first > 31) return sure(dayOf(yearOf(a), second, Number(c)), time, `Y${mark}`)
  const year = yearOf(c)
  return { how: 'either', first, second, year, time, shape }
}

/** Words that stand between or behind numbers and say nothing. */
const filler = new Set([
  'of',
  'de',
  'del',
  'di',
  'the',
  'den',
  'le',
  'el',
  'o',
  'il',
  'van',
  'st',
  'nd',
  'rd',
  'th',
  'er',
  'e',
  'ste',
  'at',
])

/** A month in words, with a day and a year before, behind or around it. */
function readWords(text: string): DayRead | undefined {
  const timed = /^(.*?\b\d{4}\b)[,\s]+(?:at|om|um|à|às|alle)?\s*(\d.*)$/iu.exec(text)
  const [days, clock] = timed === null ? [text] : [timed[1] ?? '', timed[2]]
  const parts = plain(days).match(/\p{L}+|\d+/gu) ?? []
  const months = parts.flatMap((part) => (/\d/.test(part) || filler.has(part) ? [] : (monthOf(part) ?? [])))
  const figures = parts.filter((part) => /^\d+$/.test(part))
  const [month] = months
  if (month === undefined || months.length > 1 || figures.length !== 2) return undefined
  const [a = '', b = ''] = figures
  const [day, year] = a.length === 4 ? [b, a] : [a, b]
  if (day.length > 2 || (year.length !== 4 && year.length !== 2)) return undefined
  const time = clock === undefined ? null : readTime(clock)
  return sure(dayOf(yearOf(year), month, Number(day)), time, 'words')
}

/** The day that is meant when the numbers come in this order; null when there is none. */
export function inOrder(read: Extract<DayRead, { how: 'either' }>, order: Order): string | null {
  const { first, second, year } = read
  return order.indexOf('M') < order.indexOf('D') ? dayOf(year, first, second) : dayOf(year, second, first)
}

const yearFirst = /^(\d{2,4})([-/.])(\d{1,2})\2(\d{1,2})$/

/** Reads a day whose numbers are said to come in an order; that counts where the year comes first, too. */
export function readInOrder(text: string, order: Order): DayRead {
  const found = order.startsWith('Y') ? yearFirst.exec(text.trim()) : null
  if (found === null) return readDay(text)
  const [, year = '', mark, a, b] = found
  const [month, day] = order === 'YDM' ? [b, a] : [a, b]
  return sure(dayOf(yearOf(year), Number(month), Number(day)), null, `Y${mark}`)
}

/** The order that a way of writing days says, such as `DD/MM/YYYY`. */
export const orderOf = (format: string): Order =>
  [...new Set(format.toUpperCase().replaceAll(/[^DMY]/g, ''))].join('') as Order
