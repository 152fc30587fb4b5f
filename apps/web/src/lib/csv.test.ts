import { describe, expect, it } from 'vitest'
import { toCsv } from './csv'

const linesOf = (...rows: Parameters<typeof toCsv>[0]) => toCsv(rows).slice(1).split('\r\n').slice(0, -1)

describe('a table as CSV', () => {
  it('quotes what would break a line or a cell', () => {
    expect(linesOf(['plain', 'a, b', 'say "on"', 'two\nlines'])).toEqual([
      'plain,"a, b","say ""on""","two\nlines"',
    ])
  })

  it('runs nothing in a spreadsheet, and keeps negative numbers numbers', () => {
    expect(linesOf(['=1+1', '+49', '-x', '@sum', '\tx', '=A1,"b"'], [-11.2, null, 0])).toEqual([
      `'=1+1,'+49,'-x,'@sum,'\tx,"'=A1,""b"""`,
      '-11.2,,0',
    ])
  })

  it('says of itself that it is UTF-8', () => {
    expect(toCsv([['é']])).toBe('\uFEFFé\r\n')
  })
})
