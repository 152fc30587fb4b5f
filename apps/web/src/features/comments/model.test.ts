import { describe, expect, it } from 'vitest'
import { namingAt, peopleNamed, threadOf, withName } from './model'

it('turns pages round and shows nothing twice', () => {
  const page = (...ids: string[]) => ({ items: ids.map((id) => ({ id })) as never[], next_cursor: null })
  expect(threadOf([page('5', '4'), page('4', '3'), page('2')]).map(({ id }) => id)).toEqual([
    '2',
    '3',
    '4',
    '5',
  ])
})

describe('writing a name', () => {
  it.each([
    ['@', 1, ''],
    ['Hey @bo', 7, 'bo'],
    ['Hey @bo there', 7, 'bo'],
    ['(@b', 3, 'b'],
  ])('%s at %i', (text, caret, query) => {
    expect(namingAt(text, caret)?.query).toBe(query)
  })

  it.each([
    ['mail@bo', 7],
    ['@bo there', 9],
    ['@@bo', 4],
  ])('not in %s at %i', (text, caret) => {
    expect(namingAt(text, caret)).toBeUndefined()
  })

  it('puts the name in with one space after it', () => {
    expect(withName('Hey @b', 6, { start: 4, query: 'b' }, 'bo.b')).toEqual({ text: 'Hey @bo.b ', caret: 10 })
    expect(withName('Hey @b you', 6, { start: 4, query: 'b' }, 'bo')).toEqual({
      text: 'Hey @bo you',
      caret: 8,
    })
  })

  it('finds people by username or any word of their name', () => {
    const people = [
      { id: '1', username: 'bo', display_name: 'Bo van Ée', avatar: null },
      { id: '2', username: 'ana', display_name: null, avatar: null },
      { id: '3', username: 'v.v', display_name: 'Vera', avatar: null },
    ]
    const found = (query: string) => peopleNamed(people, query).map(({ username }) => username)
    expect([found('B'), found('ee'), found('an'), found('x'), found('v')]).toEqual([
      ['bo'],
      ['bo'],
      ['ana'],
      [],
      ['v.v', 'bo'],
    ])
  })
})
