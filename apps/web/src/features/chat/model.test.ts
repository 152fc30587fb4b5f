import { describe, expect, it } from 'vitest'
import { message, messages } from './fixtures-for-tests'
import { begin, countNew, lastOfMine, settle, withEarlier, withMessages } from './model'

const page = (from: number, to: number, next_cursor: string | null = null) => ({
  items: messages(from, to).toReversed(),
  next_cursor,
})
const numbers = ({ messages: known }: { messages: readonly { number: number }[] }) =>
  known.map(({ number }) => number)

describe('what is known of a conversation', () => {
  it('begins with the newest page, settled at its end', () => {
    const known = begin(page(3, 5, 'more'))
    expect(numbers(known)).toEqual([3, 4, 5])
    expect(known).toMatchObject({ settled: 5, cursor: 'more' })
  })

  it('joins what was missed with what is pushed, in whatever order they come, each once', () => {
    let known = begin(page(1, 3))
    known = withMessages(known, [message(7)])
    known = withMessages(known, [message(5), message(4), message(6)])
    known = withMessages(known, [message(7), message(3)])
    expect(numbers(known)).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(known.settled).toBe(3)
  })

  it('takes the later form of a message, whichever comes first', () => {
    const later = { updated_at: '2024-06-02T00:00:00.000Z', text: 'changed', edited: true }
    let known = withMessages(begin(page(1, 2)), [message(2, later)])
    known = withMessages(known, [message(2)])
    expect(known.messages[1]?.text).toBe('changed')
  })

  it('leaves what lies before the oldest here to the page that brings it', () => {
    const known = withMessages(begin(page(5, 8, 'more')), [message(2)])
    expect(numbers(known)).toEqual([5, 6, 7, 8])
    expect(numbers(withEarlier(known, page(1, 5)))).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    // nothing lies before these
    expect(numbers(withMessages(begin(page(5, 6)), [message(2)]))).toEqual([2, 5, 6])
  })

  it('never unsettles', () => {
    expect(settle(begin(page(1, 5)), 3).settled).toBe(5)
  })
})

it('knows what is new to me, and the last of mine that is still there', () => {
  const said = [...messages(1, 4), message(5, { by: 'bo', deleted: true })]
  expect(countNew(said, 2, 'ana')).toBe(2)
  expect(lastOfMine(said, 'bo')?.number).toBe(3)
  expect(lastOfMine([], 'bo')).toBeUndefined()
})
