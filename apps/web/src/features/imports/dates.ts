import type { Import, ImportColumn } from '@sharemyshows/contract/imports'
import { sayShortDate } from '@/lib/dates'

/** How days in numbers can be meant; '' is what the file itself says. */
export const ORDERS = ['', 'DD/MM/YYYY', 'MM/DD/YYYY', 'YYYY/MM/DD'] as const
export type Order = (typeof ORDERS)[number]

/** The order that is in force, by its letters alone. */
export function orderOf(format: string | null): Order {
  const letters = (text: string) =>
    text
      .toUpperCase()
      .replaceAll(/[^DMY]/g, '')
      .replaceAll(/(.)\1+/g, '$1')
  return ORDERS.find((order) => order !== '' && letters(order) === letters(format ?? '')) ?? ''
}

/** Whether there is anything to choose: a day that could be meant in two ways, or an order that was chosen. */
export const hasOrder = ({ date_format, problems, columns }: Import): boolean =>
  columns.some(({ field }) => field === 'show_date') &&
  (date_format !== null || problems.some(({ field }) => field === 'show_date'))

const NUMBERS = /^\s*(\d{1,2})\s*([./-])\s*(\d{1,2})\s*[./-]\s*(\d{4})\b/

/** A day of the file that could be meant in two ways, else one that anybody knows. */
function unclearDay(columns: readonly ImportColumn[]): {
  written: string
  a: string
  b: string
  year: string
} {
  for (const { field, samples } of columns) {
    if (field !== 'show_date') continue
    for (const sample of samples) {
      const [, a = '', mark = '', b = '', year = ''] = NUMBERS.exec(sample) ?? []
      if (a !== b && inMonths(a) && inMonths(b)) return { written: [a, b, year].join(mark), a, b, year }
    }
  }
  return { written: '03/04/2019', a: '03', b: '04', year: '2019' }
}

const inMonths = (number: string) => Number(number) >= 1 && Number(number) <= 12
const two = (number: string) => number.padStart(2, '0')

/** "03/04/2019 is 3 Apr 2019", by the order that is chosen; nothing where the order cannot be meant of it. */
export function sayOrder(order: Order, columns: readonly ImportColumn[]): string {
  const { written, a, b, year } = unclearDay(columns)
  if (order === 'DD/MM/YYYY') return `${written} is ${sayShortDate(`${year}-${two(b)}-${two(a)}`)}.`
  if (order === 'MM/DD/YYYY') return `${written} is ${sayShortDate(`${year}-${two(a)}-${two(b)}`)}.`
  return order === '' ? 'Those that could be meant in two ways are to look at.' : 'The year is written first.'
}
