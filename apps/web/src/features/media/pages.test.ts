import { Photo } from '@sharemyshows/contract/photos'
import { describe, expect, it } from 'vitest'
import { itemsIn, type Pages, withMedium, withoutMedia } from './pages'

const example = Photo.meta()?.example as Photo
const at = (id: string, captured_at: string | null): Photo => ({ ...example, id, captured_at })
const ids = (pages: Pages<Photo>) => itemsIn(pages).map(({ id }) => id)

const two = {
  pages: [
    {
      items: [at('a', '2024-12-01T19:00:00.000Z'), at('c', '2024-12-01T21:00:00.000Z')],
      next_cursor: 'more',
    },
    { items: [at('e', '2024-12-01T23:00:00.000Z')], next_cursor: null },
  ],
  pageParams: [undefined, 'more'],
}

describe('a new photo', () => {
  it.each([
    ['before all', '2024-12-01T18:00:00.000Z', 'xace'],
    ['between two', '2024-12-01T20:00:00.000Z', 'axce'],
    ['between two pages', '2024-12-01T22:00:00.000Z', 'acxe'],
    ['after all', '2024-12-02T00:00:00.000Z', 'acex'],
  ])('stands %s where it was taken', (_where, taken, order) => {
    expect(ids(withMedium(two, at('x', taken))).join('')).toBe(order)
  })

  it('without a time stands where it was added', () => {
    const added = { ...at('x', null), created_at: '2024-12-01T20:00:00.000Z' }
    expect(ids(withMedium(two, added)).join('')).toBe('axce')
  })

  it('waits for its page when that is not loaded', () => {
    const first = { ...two, pages: two.pages.slice(0, 1) }
    expect(ids(withMedium(first, at('x', '2024-12-02T00:00:00.000Z'))).join('')).toBe('ac')
  })

  it('takes the place of itself', () => {
    const changed = { ...at('c', '2024-12-01T18:00:00.000Z'), caption: 'Doors' }
    const pages = withMedium(two, changed)
    expect(ids(pages).join('')).toBe('cae')
    expect(itemsIn(pages)[0]?.caption).toBe('Doors')
  })
})

it('takes a deleted photo out of its page', () => {
  expect(ids(withoutMedia(two, ['c', 'x'])).join('')).toBe('ae')
})
