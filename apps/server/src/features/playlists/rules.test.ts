import { isRefusal } from '@sharemyshows/contract/errors'
import { describe, expect, it } from 'vitest'
import { append, fileNameOf, writeM3u } from './rules.ts'

describe('extended M3U', () => {
  it('has a remark and a place for each track', () => {
    const lines = [
      { name: 'Één lied', artist: 'Spinvis', duration: 202.4, place: 'Één lied.flac' },
      { name: 'Alone', artist: null, duration: null, place: 'https://open.spotify.com/track/1' },
    ]
    expect(writeM3u('Bright', lines)).toBe(
      '#EXTM3U\n#PLAYLIST:Bright\n#EXTINF:202,Spinvis - Één lied\nÉén lied.flac\n#EXTINF:-1,Alone\nhttps://open.spotify.com/track/1\n',
    )
  })

  it('holds no line that somebody smuggled in', () => {
    const line = { name: 'a\r\n#EXTINF:1,b', artist: 'c\u2028d\u0085e', duration: 1, place: '#f\ng.mp3' }
    const text = writeM3u('h\n/etc/passwd', [line])
    expect(text.split(/[\r\n\u2028\u2029\u0085\0]/)).toEqual([
      '#EXTM3U',
      '#PLAYLIST:h /etc/passwd',
      '#EXTINF:1,c d e - a #EXTINF:1,b',
      './#f g.mp3',
      '',
    ])
  })
})

it.each([
  ['Bright evenings', 'Bright evenings.m3u8'],
  ['../a\\b: "c"?', '.. a b c.m3u8'],
  ['///', 'playlist.m3u8'],
  ['x'.repeat(120), `${'x'.repeat(80)}.m3u8`],
])('%s is the file %s', (name, file) => {
  expect(fileNameOf(name)).toBe(file)
})

it('an addition comes at the end, once, and not beyond what a playlist holds', () => {
  expect(append(['a', 'b'], ['b', 'c', 'c'])).toEqual(['a', 'b', 'c'])
  const full = Array.from({ length: 1000 }, (_, n) => String(n))
  expect(append(full, ['7'])).toEqual(full)
  expect(isRefusal(append(full, ['new']))).toBe(true)
})
