import { Photo } from '@sharemyshows/contract/photos'
import { expect, it } from 'vitest'
import { sayTaken } from './model'

const example = Photo.meta()?.example as Photo
const at = (id: string, captured_at: string | null): Photo => ({ ...example, id, captured_at })

it('says when a photo was taken by the clock at the venue, else when it was added', () => {
  const photo = at('a', '2024-12-01T21:12:45.000Z')
  expect(sayTaken(photo, 'Europe/Amsterdam')).toBe('Sunday, 1 December 2024 · 22:12')
  expect(sayTaken({ ...photo, captured_at_source: 'upload' }, 'Europe/Amsterdam')).toBe(
    'Added Sunday, 1 December 2024 · 23:00',
  )
})
