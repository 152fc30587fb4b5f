import { describe, expect, it } from 'vitest'
import { piecesOf } from './pieces'

const mentions = [{ username: 'bo.b' }]
const pieces = (content: string) => piecesOf(content, mentions)
const links = (content: string) => pieces(content).flatMap(({ link }) => link ?? [])

describe('pieces of a text', () => {
  it.each([
    ['see https://example.org.', ['https://example.org/']],
    ['(https://example.org/a)', ['https://example.org/a']],
    ['https://example.org/a_(b), then', ['https://example.org/a_(b)']],
    ['HTTP://EXAMPLE.org/?q=1&r=ö', ['http://example.org/?q=1&r=%C3%B6']],
    ['javascript:alert(1) data:text/html,x //example.org www.example.org', []],
    ['https://', []],
    ['https://"onmouseover="alert(1)', []],
    ['<a href="https://example.org/">x</a>', ['https://example.org/']],
  ])('%s', (content, expected) => {
    expect(links(content)).toEqual(expected)
    expect(
      pieces(content)
        .map(({ text }) => text)
        .join(''),
    ).toBe(content)
  })

  it('marks only the people who are meant', () => {
    expect(pieces('Hi @Bo.B. and @bo or mail@bo.b')).toEqual([
      { text: 'Hi ' },
      { text: '@Bo.B', username: 'bo.b' },
      { text: '. and @bo or mail@bo.b' },
    ])
  })
})
