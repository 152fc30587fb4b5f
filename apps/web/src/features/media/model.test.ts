import { REQUEST_BYTES } from '@sharemyshows/contract/media'
import { Photo } from '@sharemyshows/contract/photos'
import { describe, expect, it } from 'vitest'
import { MOST_BYTES, photosIn, sayTaken, withoutPhoto, withPhoto } from './model'

const example = Photo.meta()?.example as Photo
const at = (id: string, captured_at: string | null): Photo => ({ ...example, id, captured_at })
const ids = (pages: Parameters<typeof photosIn>[0]) => photosIn(pages).map(({ id }) => id)

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
    expect(ids(withPhoto(two, at('x', taken))).join('')).toBe(order)
  })

  it('without a time stands where it was added', () => {
    const added = { ...at('x', null), created_at: '2024-12-01T20:00:00.000Z' }
    expect(ids(withPhoto(two, added)).join('')).toBe('axce')
  })

  it('waits for its page when that is not loaded', () => {
    const first = { ...two, pages: two.pages.slice(0, 1) }
    expect(ids(withPhoto(first, at('x', '2024-12-02T00:00:00.000Z'))).join('')).toBe('ac')
  })

  it('takes the place of itself', () => {
    const changed = { ...at('c', '2024-12-01T18:00:00.000Z'), caption: 'Doors' }
    const pages = withPhoto(two, changed)
    expect(ids(pages).join('')).toBe('cae')
    expect(photosIn(pages)[0]?.caption).toBe('Doors')
  })
})

it('takes a deleted photo out of its page', () => {
  expect(ids(withoutPhoto(two, 'c')).join('')).toBe('ae')
})

it('knows the limit of the contract', () => {
  expect(MOST_BYTES).toBe(REQUEST_BYTES.photo)
})

it('says when a photo was taken by the clock at the venue, else when it was added', () => {
  const photo = at('a', '2024-12-01T21:12:45.000Z')
  expect(sayTaken(photo, 'Europe/Amsterdam')).toBe('Sunday, 1 December 2024 · 22:12')
  expect(sayTaken({ ...photo, captured_at_source: 'upload' }, 'Europe/Amsterdam')).toBe(
    'Added Sunday, 1 December 2024 · 23:00',
  )
})
