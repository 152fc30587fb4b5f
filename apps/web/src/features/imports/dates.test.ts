import { Import } from '@sharemyshows/contract/imports'
import { expect, it } from 'vitest'
import { hasOrder, orderOf, sayOrder } from './dates'

const column = (...samples: string[]) => [{ name: 'Date', field: 'show_date' as const, samples }]

it.each([
  [null, ''],
  ['DD/MM/YYYY', 'DD/MM/YYYY'],
  ['d.m.yy', 'DD/MM/YYYY'],
  ['MM-DD-YYYY', 'MM/DD/YYYY'],
  ['YYYYMMDD', 'YYYY/MM/DD'],
] as const)('knows an order by its letters: %s', (format, order) => {
  expect(orderOf(format)).toBe(order)
})

it.each([
  ['DD/MM/YYYY', ['31/12/2019', '5.6.2020'], '5.6.2020 is 5 Jun 2020.'],
  ['MM/DD/YYYY', ['31/12/2019', '5.6.2020'], '5.6.2020 is 6 May 2020.'],
  ['MM/DD/YYYY', ['2020-06-05', '01/01/2020'], '03/04/2019 is 4 Mar 2019.'],
  ['YYYY/MM/DD', ['5.6.2020'], 'The year is written first.'],
  ['', ['5.6.2020'], 'Those that could be meant in two ways are to look at.'],
] as const)('shows by a day of the file what an order means: %s %o', (order, samples, sentence) => {
  expect(sayOrder(order, column(...samples))).toBe(sentence)
})

it('asks only where there is something to ask', () => {
  const one = { ...Import.parse(Import.meta()?.example), columns: column('01/02/2020'), problems: [] }
  expect(hasOrder(one)).toBe(false)
  expect(hasOrder({ ...one, date_format: 'DD/MM/YYYY' })).toBe(true)
  const problems = [{ row: 7, field: 'show_date', message: 'This is 1 February or 2 January.' }]
  expect(hasOrder({ ...one, problems })).toBe(true)
  expect(hasOrder({ ...one, problems, columns: [] })).toBe(false)
})
