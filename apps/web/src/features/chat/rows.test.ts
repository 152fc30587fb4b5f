import { describe, expect, it } from 'vitest'
import { message } from './fixtures-for-tests'
import { rowsOf, sayDay, sayShortly } from './rows'

const shape = (rows: ReturnType<typeof rowsOf>) =>
  rows.map((row) =>
    row.kind === 'said' ? `${row.opens ? '[' : ''}${row.message.number}${row.closes ? ']' : ''}` : row.kind,
  )
const ana = (number: number, minute: number) => message(number, { by: 'ana', minute })

describe('the lines of a conversation', () => {
  it('keep together what one says in one go', () => {
    const said = [ana(1, 0), ana(2, 4), ana(3, 10), message(4, { by: 'bo', minute: 10 }), ana(5, 11)]
    expect(shape(rowsOf(said, 'UTC', null))).toEqual(['day', '[1', '2]', '[3]', '[4]', '[5]'])
  })

  it('say where a day and where the new begins', () => {
    const said = [ana(1, 719), ana(2, 720), ana(3, 721)]
    expect(shape(rowsOf(said, 'UTC', 2))).toEqual(['day', '[1]', 'day', '[2]', 'new', '[3]'])
    // what was read may lie further back, or be all
    expect(shape(rowsOf(said, 'UTC', 0)).slice(0, 2)).toEqual(['day', 'new'])
    expect(shape(rowsOf(said, 'UTC', 3))).not.toContain('new')
  })

  it('never join those whose accounts are gone', () => {
    const said = [ana(1, 0), ana(2, 0)].map((one) => ({ ...one, user: null }))
    expect(shape(rowsOf(said, 'UTC', null))).toEqual(['day', '[1]', '[2]'])
  })

  it('begin days in the zone of whoever reads', () => {
    expect(rowsOf([ana(1, 719)], 'Asia/Tokyo', null)[0]).toMatchObject({ date: '2024-06-02' })
  })
})

it('says days as people do', () => {
  const said = (date: string) => sayDay(date, '2024-06-12')
  expect([said('2024-06-12'), said('2024-06-11'), said('2024-06-09'), said('2024-06-01')]).toEqual([
    'Today',
    'Yesterday',
    'Sunday',
    'Saturday, 1 June 2024',
  ])
  const short = (instant: string) => sayShortly(instant, 'UTC', new Date('2024-06-12T10:05:00Z'))
  expect(
    [
      '2024-06-12T08:30:00Z',
      '2024-06-11T08:30:00Z',
      '2024-06-09T08:30:00Z',
      '2024-05-01T08:30:00Z',
      '2023-05-01T08:30:00Z',
    ].map(short),
  ).toEqual(['08:30', 'Yesterday', 'Sun', '1 May', '1 May 2023'])
})
