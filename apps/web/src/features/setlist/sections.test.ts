import { describe, expect, it } from 'vitest'
import { numbered, type Song } from './model'
import {
  begunAt,
  itemsOf,
  joined,
  labelOf,
  moved,
  nextSection,
  type Section,
  songsOf,
  step,
} from './sections'

/** `a b | c / d / e`: a bar begins a set, a stroke an encore. */
function list(text: string): Song[] {
  let section: Section = { encore: false, set: 1 }
  const songs: Song[] = []
  for (const word of text.split(' ').filter(Boolean)) {
    if (word === '|') section = { encore: false, set: section.set + 1 }
    else if (word === '/') section = { encore: true, set: section.encore ? section.set + 1 : 1 }
    else songs.push({ id: word, song_name: word, song_order: 0, ...section } as Song)
  }
  return numbered(songs)
}
const drawn = (songs: readonly Song[] | undefined) =>
  songs &&
  itemsOf(songs)
    .map((item) => (item.kind === 'song' ? item.id : item.section.encore ? '/' : '|'))
    .join(' ')
/** Moves the line that is drawn at one place to another. */
const drag = (text: string, from: number, to: number) => drawn(songsOf(moved(itemsOf(list(text)), from, to)))

describe('lines', () => {
  it('stand where another set or encore begins', () => {
    const items = itemsOf(list('a | b / c / d'))
    expect(items.map((item) => (item.kind === 'song' ? item.id : labelOf(item.section)))).toEqual([
      'a',
      'Set 2',
      'b',
      'Encore',
      'c',
      'Encore 2',
      'd',
    ])
    expect(songsOf(items)).toEqual(list('a | b / c / d'))
  })
  it('have ids of their own, even where somebody mixed encore and main set', () => {
    const mixed = [...list('/ a'), ...list('b'), ...list('/ c')]
    const ids = itemsOf(mixed).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(songsOf(itemsOf(mixed))).toEqual(numbered(mixed))
  })
  it('may stand last, before any song is in the set', () => {
    expect(itemsOf(list('a'), { encore: true, set: 1 }).at(-1)).toMatchObject({ kind: 'break' })
    expect(itemsOf(list('a / b'), { encore: true, set: 1 })).toHaveLength(3)
  })
})

describe('dragging', () => {
  it.each([
    ['a song among songs', 'a b c', 0, 2, 'b c a'],
    ['a song below the encore line', 'a b / c', 1, 2, 'a / b c'],
    ['a song above the encore line', 'a / b c', 3, 1, 'a c / b'],
    ['the last song out of an encore, whose line goes', 'a / b', 2, 0, 'b a'],
    ['the encore line up', 'a b c / d', 3, 1, 'a / b c d'],
    ['the encore line down', 'a / b c', 1, 2, 'a b / c'],
    ['the encore line to the end, where it is nothing', 'a / b', 1, 2, 'a b'],
    ['a set line below the encore line, which trade names', 'a | b / c', 1, 4, 'a b | c'],
    ['the second set line above the first', 'a b | c | d', 4, 1, 'a | b | c d'],
    ['a song above everything', '/ a b', 2, 0, 'b / a'],
  ])('%s', (_what, before, from, to, after) => {
    expect(drag(before, from, to)).toBe(after)
  })
})

describe('a step up or down', () => {
  it.each([
    ['a b c', 'b', -1, 'b a c'],
    ['a b c', 'b', 1, 'a c b'],
    ['a b / c', 'b', 1, 'a / b c'],
    ['a / b c', 'b', -1, 'a b / c'],
    ['a b', 'b', 1, 'a / b'],
    ['/ a', 'a', -1, 'a'],
    ['a b', 'a', -1, undefined],
    ['a / b', 'b', 1, undefined],
    ['a', 'nobody', 1, undefined],
  ] as const)('%s: %s by %i', (before, id, by, after) => {
    expect(drawn(step(list(before), id, by))).toBe(after)
  })
})

describe('beginning a set or an encore', () => {
  it.each([
    ['a b c', 'b', false, 'a | b c'],
    ['a b c', 'c', true, 'a b / c'],
    ['a b / c', 'b', true, 'a / b / c'],
    ['a / b c', 'c', true, 'a / b / c'],
    ['a b c | d', 'b', false, 'a | b c | d'],
    ['a', 'a', true, '/ a'],
    ['a b', 'a', false, undefined],
    ['a / b', 'b', true, undefined],
    ['a / b c', 'c', false, undefined],
    ['a | b | c | d | e | f | g | h | i j', 'j', false, undefined],
  ])('%s at %s, an encore: %s', (before, id, encore, after) => {
    expect(drawn(begunAt(list(before), id, encore))).toBe(after)
  })

  it('can be opened below the last song', () => {
    expect(nextSection(list('a'), false)).toEqual({ encore: false, set: 2 })
    expect(nextSection(list('a'), true)).toEqual({ encore: true, set: 1 })
    expect(nextSection(list('a / b'), true)).toEqual({ encore: true, set: 2 })
    expect(nextSection(list('a / b'), false)).toBeUndefined()
    expect(nextSection(list('/ a / b / c / d / e / f / g / h / i'), true)).toBeUndefined()
  })
})

it('lets the songs below go with those above when a line is taken out', () => {
  const items = itemsOf(list('a | b / c / d'))
  const out = (at: number) => drawn(joined(items, items[at]?.id ?? ''))
  expect([out(1), out(3), out(5)]).toEqual(['a b / c / d', 'a | b c / d', 'a | b / c d'])
})
