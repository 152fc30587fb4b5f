import { describe, expect, it } from 'vitest'
import { splitJson } from './split-json.ts'

/** The parts of a document that comes in pieces of so many bytes, as texts. */
async function split(text: string | Buffer, size = 7, most = 1000) {
  const bytes = Buffer.from(text)
  const chunks = async function* () {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  }
  const parts: [string, boolean, string | null][] = []
  for await (const some of splitJson(chunks(), most)) {
    for (const part of some) parts.push([part.name, part.item, part.bytes && String(part.bytes)])
  }
  return parts
}

const DOCUMENT = `\ufeff{ "format": "a \\"quoted\\" one\\\\", "version": 1,\r\n "none": [], "empty": {},
  "shows": [ {"a": [1, {"b": "]}"}], "ü": "é"}, 7,"x" , null ], "last":[[1,2],[]]}\n`

const PARTS = [
  ['format', false, '"a \\"quoted\\" one\\\\"'],
  ['version', false, '1'],
  ['empty', false, '{}'],
  ['shows', true, '{"a": [1, {"b": "]}"}], "ü": "é"}'],
  ['shows', true, '7'],
  ['shows', true, '"x"'],
  ['shows', true, 'null'],
  ['last', true, '[1,2]'],
  ['last', true, '[]'],
]

describe('a JSON object is cut', () => {
  it.each([1, 2, 3, 5, 16, 1000])('into members and items, in pieces of %i bytes', async (size) => {
    expect(await split(DOCUMENT, size)).toEqual(PARTS)
  })

  it('without keeping what is too long, and goes on behind it', async () => {
    const long = JSON.stringify({ list: ['short', 'l'.repeat(2000), 'short'], after: 1 })
    expect(await split(long, 16)).toEqual([
      ['list', true, '"short"'],
      ['list', true, null],
      ['list', true, '"short"'],
      ['after', false, '1'],
    ])
  })

  it('and an item that is no JSON is left to who parses it', async () => {
    expect(await split('{"list": [{"a" b}, , 2], "then": nope}')).toEqual([
      ['list', true, '{"a" b}'],
      ['list', true, ''],
      ['list', true, '2'],
      ['then', false, 'nope'],
    ])
  })

  it.each([
    ['nothing', ''],
    ['only blanks', ' \n'],
    ['one that breaks off in a list', '{"shows": [{"a": 1}, {"b"'],
    ['one that breaks off at its end', '{"shows": [1]'],
  ])('but not %s', async (_, text) => {
    await expect(split(text)).rejects.toThrow('breaks off in the middle')
  })

  it.each([
    ['a list', '[1]', 1],
    ['a text', '"{}"', 1],
    ['something after its end', '{"a": 1} {', 10],
    ['a table', 'artist,venue', 1],
    ['a name that is none', '{a: 1}', 2],
    ['two values in a row', '{"a": 1 2}', 9],
    ['UTF-16', Buffer.from('{"a": 1}', 'utf16le'), 2],
  ])('and not %s', async (_, text, at) => {
    await expect(split(text)).rejects.toThrow(`goes wrong at byte ${at}.`)
  })
})
