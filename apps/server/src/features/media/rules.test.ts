import { describe, expect, it } from 'vitest'
import { downloadName, momentOf } from './rules.ts'

const key = 'media/3f/019aa0c4.webp'
const medium = { id: '1', kind: 'photo' as const, own: true, fileName: null, caption: null }

describe('29: the name of a saved file', () => {
  it.each([
    ['what its owner called it', { fileName: 'Encore.final.JPG' }, 'Encore.final.webp'],
    ['its caption', { caption: 'We  /..\\ were\nthere' }, 'We .. were there.webp'],
    ['a caption that is long', { caption: 'x'.repeat(2000) }, `${'x'.repeat(80)}.webp`],
    ['a caption that turns the direction', { caption: '\u202egpj\u0000' }, 'gpj.webp'],
    ['nothing', {}, 'photo-1.webp'],
    ['what is nothing to others', { own: false, fileName: 'home.jpg', caption: 'At home' }, 'photo-1.webp'],
  ])('comes from %s', (_from, given, name) => {
    expect(downloadName({ ...medium, ...given }, key)).toBe(name)
  })
})

describe('when a file was made', () => {
  const now = new Date('2026-01-01T00:00:00Z')
  const clock = {
    local: '2024-12-01T21:12:45',
    millisecond: 5,
    offset: null,
    source: 'DateTimeOriginal' as const,
  }

  it('is what the camera says, else the date of the file as far as that can be', () => {
    const date = (text: string) => momentOf(null, new Date(text), now)
    expect(momentOf(clock, new Date('2025-01-01T00:00:00Z'), now)).toMatchObject({ source: 'exif_local' })
    expect(date('2025-01-01T00:00:00Z')).toEqual({ source: 'file', at: '2025-01-01T00:00:00.000Z' })
    for (const wrong of ['1980-01-01T00:00:00Z', '2026-01-03T00:00:00Z', 'never'])
      expect(date(wrong)).toEqual({ source: 'upload' })
    expect(momentOf(null)).toEqual({ source: 'upload' })
  })
})
