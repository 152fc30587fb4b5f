import { describe, expect, it } from 'vitest'
import { encodingOf, isText } from './encoding.ts'

const utf16 = (text: string, swap: boolean) => {
  const bytes = Buffer.from(text, 'utf16le')
  return swap ? bytes.swap16() : bytes
}
const text = 'Band;Zaal\nSigur Rós;Paradiso\n'

describe('how a text lies in a file', () => {
  it.each([
    ['UTF-8', Buffer.from(text), 'utf-8', 0],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`), 'utf-8', 3],
    ['UTF-16, as Excel writes it', utf16(`\uFEFF${text}`, false), 'utf-16le', 2],
    ['UTF-16 the other way round', utf16(`\uFEFF${text}`, true), 'utf-16be', 2],
    ['UTF-16 without a mark', utf16(text, false), 'utf-16le', 0],
    ['UTF-16 the other way round, without a mark', utf16(text, true), 'utf-16be', 0],
    ['nothing', Buffer.alloc(0), 'utf-8', 0],
    ['zeros', Buffer.alloc(100), 'utf-8', 0],
  ])('%s', (_, bytes, name, mark) => {
    expect(encodingOf(bytes)).toEqual({ name, mark })
  })

  it.each([
    ['Sigur Rós\tÁgætis byrjun\r\n', true],
    ['a\u001b[0m', true],
    ['a\0b', false],
    ['\u0001', false],
  ])('%j is text: %s', (decoded, is) => expect(isText(decoded)).toBe(is))
})
