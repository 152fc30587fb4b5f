import { describe, expect, it } from 'vitest'
import { type DayRead, inOrder, type Order, orderOf, readDay, readInOrder } from './days.ts'

const brief = (read: DayRead) => {
  if (read.how === 'unreadable') return read.how
  if (read.how === 'sure') return read.time === null ? read.date : `${read.date} ${read.time}`
  return [inOrder(read, 'DMY'), inOrder(read, 'MDY')]
}

describe('a day as somebody wrote it', () => {
  it.each<[string, string | null]>([
    ['2019-05-03', '2019-05-03'],
    ['2019-5-3', '2019-05-03'],
    ['2019/05/03', '2019-05-03'],
    ['2019.05.03', '2019-05-03'],
    ['2019-05-03T20:00:00Z', '2019-05-03 20:00'],
    ['2019-05-03 20:30', '2019-05-03 20:30'],
    ['2019-05-03T20:00:00.000+02:00', '2019-05-03 20:00'],
    ['20190503', '2019-05-03'],
    ['20190503T200000', '2019-05-03 20:00'],
    ['43588', '2019-05-03'],
    ['43588.5', '2019-05-03'],
    ['3 May 2019', '2019-05-03'],
    ['May 3, 2019', '2019-05-03'],
    ['Friday, May 3rd, 2019', '2019-05-03'],
    ['Fri 3 May 2019 20:00', '2019-05-03 20:00'],
    ['3rd of May 2019', '2019-05-03'],
    ['3-May-19', '2019-05-03'],
    ['2019 May 3', '2019-05-03'],
    ['vrijdag 3 mei 2019', '2019-05-03'],
    ['3 mrt 2019', '2019-03-03'],
    ['Fr., 3. März 2019', '2019-03-03'],
    ['3. Jänner 2019', '2019-01-03'],
    ['vendredi 1er février 2019', '2019-02-01'],
    ['3 août 2019', '2019-08-03'],
    ['3 de mayo de 2019', '2019-05-03'],
    ['viernes, 3 de septiembre del 2019', '2019-09-03'],
    ['venerdì 3 maggio 2019', '2019-05-03'],
    ['3 de março de 2019', '2019-03-03'],
    ['Dec 31 1999', '1999-12-31'],
    ['99-05-03', '1999-05-03'],
    ['2019-02-30', null],
    ['31 June 2019', null],
    ['2019-13-01', null],
    ['1850-01-01', null],
  ])('%s', (text, day) => expect(brief(readDay(text))).toBe(day))

  it.each<[string, string | null, string | null]>([
    ['03/04/2019', '2019-04-03', '2019-03-04'],
    ['3.4.2019', '2019-04-03', '2019-03-04'],
    ['3-4-19', '2019-04-03', '2019-03-04'],
    ['Fri 3/4/2019', '2019-04-03', '2019-03-04'],
    ['13/04/2019', '2019-04-13', null],
    ['04/13/2019', null, '2019-04-13'],
    ['31/02/2019', null, null],
  ])('%s is one day or the other', (text, dayFirst, monthFirst) => {
    expect(brief(readDay(text))).toEqual([dayFirst, monthFirst])
  })

  it.each([
    'soon',
    '',
    '2019',
    'May 2019',
    '3 May',
    '12',
    '1/2',
    '1/2/3/4',
    'summer of 69',
    '=1+2',
    '3/4/201',
  ])('%j is none', (text) => expect(brief(readDay(text))).toBe('unreadable'))

  it('of two digits is never long to come', () => {
    const next = new Date().getUTCFullYear() + 3
    expect(brief(readDay(`1 May ${String(next).slice(2)}`))).toBe(`${next - 100}-05-01`)
    expect(brief(readDay('1 May 70'))).toBe('1970-05-01')
  })

  it.each<[string, Order, string]>([
    ['2019-03-04', 'YDM', '2019-04-03'],
    ['2019-03-04', 'DMY', '2019-03-04'],
    ['19/03/04', 'YMD', '2019-03-04'],
    ['19.03.04', 'YDM', '2019-04-03'],
  ])('%s in the order %s is %s', (text, order, day) => expect(brief(readInOrder(text, order))).toBe(day))

  it.each([
    ['DD/MM/YYYY', 'DMY'],
    ['M-D-YY', 'MDY'],
    ['yyyy.dd.mm', 'YDM'],
  ])('%s says %s', (format, order) => expect(orderOf(format)).toBe(order))
})
