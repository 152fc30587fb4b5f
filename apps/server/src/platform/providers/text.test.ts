import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { at } from './address.ts'
import { begun, phrase } from './musicbrainz/lucene.ts'
import { country, lineOf, linkTo, listOf, maybeWords, pointOf, words } from './text.ts'

describe('words of others', () => {
  it.each([
    ['  a \n\t b  ', 'a b'],
    ['a\u0000b\u001bc', 'a b c'],
    ['\u202eevil\u202c\u2066x', 'evil x'],
    ['half \ud800 of a pair', 'half of a pair'],
    ['Beyonce\u0301', 'Beyoncé'],
    ['👩‍🎤👩‍🎤', '👩‍🎤👩‍🎤'],
    ['می‌خواهم', 'می‌خواهم'],
    ['x'.repeat(30), 'x'.repeat(20)],
    ['😀'.repeat(30), '😀'.repeat(20)],
    ['\u0000', ''],
  ])('%j', (given, line) => expect(lineOf(given, 20)).toBe(line))

  it('have to be there, or may be missing', () => {
    expect(words(9).safeParse(' \n ').success).toBe(false)
    for (const given of [undefined, null, 7, {}, ' ']) expect(maybeWords(9).parse(given)).toBe(null)
    expect(maybeWords(9).parse('x ')).toBe('x')
  })
})

describe('links of others', () => {
  const link = linkTo('www.setlist.fm')
  it.each([
    ['https://www.setlist.fm/setlist/x.html', 'https://www.setlist.fm/setlist/x.html'],
    ['http://www.setlist.fm/x', null],
    ['https://www.setlist.fm.evil.example/x', null],
    ['https://evil.example/www.setlist.fm', null],
    ['https://www.setlist.fm@evil.example/', null],
    ['https://user:pass@www.setlist.fm/', null],
    ['https://www.setlist.fm:8443/', null],
    ['javascript:alert(1)//www.setlist.fm', null],
    ['//www.setlist.fm/x', null],
    [`https://www.setlist.fm/${'x'.repeat(1000)}`, null],
    [null, null],
    [{}, null],
  ])('%j', (given, href) => expect(link.parse(given)).toBe(href))
})

it.each([
  ['nl', 'NL'],
  ['GB', 'GB'],
  ['NLD', null],
  ['', null],
  [null, null],
  [7, null],
])('the country %j is %j', (given, code) => expect(country.parse(given)).toBe(code))

it.each([
  ['52.1', '5.1', { latitude: 52.1, longitude: 5.1 }],
  [52.1, -5.1, { latitude: 52.1, longitude: -5.1 }],
  [0, 0, { latitude: 0, longitude: 0 }],
  [91, 0, null],
  [0, 181, null],
  ['', '', null],
  [null, 5, null],
  [undefined, undefined, null],
  ['north', 5, null],
  [Number.NaN, 5, null],
])('the point of %j and %j', (latitude, longitude, point) =>
  expect(pointOf(latitude, longitude)).toEqual(point),
)

it('a list is read without what is bad in it, and not at all where all is', () => {
  const numbers = listOf(z.number(), 3)
  expect(numbers.parse([1, 'x', 2, 3])).toEqual([1, 2])
  expect(numbers.parse([])).toEqual([])
  expect(numbers.safeParse(['x']).success).toBe(false)
  expect(numbers.safeParse('x').success).toBe(false)
})

describe('paths', () => {
  it.each([
    ['a b/c', '/x/a%20b%2Fc/y'],
    ['../..', '/x/..%2F../y'],
    ['%2e%2e', '/x/%252e%252e/y'],
    ['?#@:', '/x/%3F%23%40%3A/y'],
    ['a\r\nb', '/x/a%0D%0Ab/y'],
    ['\ud800', '/x/%EF%BF%BD/y'],
  ])('%j stays one segment', (part, path) => {
    expect(at`/x/${part}/y`).toEqual({ path, pattern: '/x/…/y' })
    expect(new URL(`https://provider.example${path}`).pathname).toBe(path)
  })
  it.each(['', '.', '..', 'x'.repeat(301)])('%j is none', (part) => expect(at`/x/${part}`).toBe(null))
})

it.each([
  ['Spinvis', '"spinvis"', '(spinvis*)'],
  ['The  National', '"the national"', '(the AND national*)'],
  ['AC/DC', '"ac\\/dc"', '(ac\\/dc*)'],
  ['a OR b', '"a or b"', '(a AND or AND b*)'],
  ['")*:(', '"\\"\\)\\*\\:\\("', '(\\"\\)\\*\\:\\(*)'],
])('%j is asked for as words', (text, whole, start) =>
  expect([phrase(text), begun(text)]).toEqual([whole, start]),
)
