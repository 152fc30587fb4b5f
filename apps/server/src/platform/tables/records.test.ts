import { describe, expect, it } from 'vitest'
import { linesOf, MOST_LINE } from './lines.ts'
import { createAssembler, NEVER_CLOSED, type TableRecord, TOO_LONG, TOO_MANY_CELLS } from './records.ts'

async function read(pieces: Iterable<string>, delimiter = ','): Promise<TableRecord[]> {
  const assembler = createAssembler(delimiter)
  const records: TableRecord[] = []
  const come = async function* () {
    yield* pieces
  }
  for await (const lines of linesOf(come())) records.push(...assembler.take(lines))
  return [...records, ...assembler.end()]
}
/** Rows and cells; what has a fault says it. */
const brief = (records: TableRecord[]) =>
  records.map(({ row, cells, fault }) => [row, ...(fault ? [fault] : cells)])

describe('records of a table', () => {
  it.each<[string, string, unknown[][]]>([
    [
      'plain',
      'a,b\nc,d\n',
      [
        [1, 'a', 'b'],
        [2, 'c', 'd'],
      ],
    ],
    [
      'without an end',
      'a,b\nc,d',
      [
        [1, 'a', 'b'],
        [2, 'c', 'd'],
      ],
    ],
    [
      'of Windows',
      'a\r\nb\r\n',
      [
        [1, 'a'],
        [2, 'b'],
      ],
    ],
    [
      'of an old Mac',
      'a\rb\r',
      [
        [1, 'a'],
        [2, 'b'],
      ],
    ],
    [
      'with blank lines, which are counted',
      'a\n\n \n,\nb',
      [
        [1, 'a'],
        [5, 'b'],
      ],
    ],
    ['empty cells', ',a,\n', [[1, '', 'a', '']]],
    ['quoted', '"a,b","c ""d"""', [[1, 'a,b', 'c "d"']]],
    [
      'quoted over lines',
      'a\n"b\r\nc\n\nd",e\nf',
      [
        [1, 'a'],
        [2, 'b\nc\n\nd', 'e'],
        [6, 'f'],
      ],
    ],
    ['quoted and empty', '"",""\na', [[2, 'a']]],
    ['a mark within a cell', 'the 12" mix,b', [[1, 'the 12" mix', 'b']]],
    ['a stray mark within a quoted one', '"say "hi" twice",b', [[1, 'say "hi" twice', 'b']]],
    [
      'a mark that is never closed',
      'a\n"b,c\nd,e\nf',
      [
        [1, 'a'],
        [2, NEVER_CLOSED],
        [3, 'd', 'e'],
        [4, 'f'],
      ],
    ],
    [
      'one in the last line',
      'a\n"b',
      [
        [1, 'a'],
        [2, NEVER_CLOSED],
      ],
    ],
    [
      'many of them',
      '"a\n"b\n"c\nd',
      [
        [1, NEVER_CLOSED],
        [2, NEVER_CLOSED],
        [3, NEVER_CLOSED],
        [4, 'd'],
      ],
    ],
  ])('%s', async (_, text, expected) => {
    expect(brief(await read([text]))).toEqual(expected)
    expect(brief(await read(text))).toEqual(expected)
  })

  it('end where they are too long or too wide, and the next is read', async () => {
    const long = 'x'.repeat(MOST_LINE + 1)
    expect(brief(await read([`a\n${long}\nb`]))).toEqual([
      [1, 'a'],
      [2, TOO_LONG],
      [3, 'b'],
    ])
    expect(brief(await read([`${','.repeat(1000)}\nb`]))).toEqual([
      [1, TOO_MANY_CELLS],
      [2, 'b'],
    ])
  })

  it('a line of any length is held only in part', async () => {
    let held = 0
    const pieces = function* () {
      for (let n = 0; n < 2000; n++) yield 'y'.repeat(10_000)
      yield '\nend'
    }
    for await (const lines of linesOf(
      (async function* () {
        yield* pieces()
      })(),
    )) {
      for (const { text } of lines) held = Math.max(held, text.length)
    }
    expect(held).toBe(MOST_LINE)
  })
})
