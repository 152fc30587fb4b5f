import { expect, it } from 'vitest'
import { guessDelimiter, toldDelimiter } from './delimiter.ts'

const lines = (text: string) => text.split('\n').map((text, n) => ({ number: n + 1, text, cut: false }))

it.each([
  ['a,b,c\n1,2,3', ','],
  ['a;b;c\n1;2,5;3\n1;2,5;3', ';'],
  ['a\tb\n1, 2\t3', '\t'],
  ['a|b|c\n1|2|3', '|'],
  ['"a;b",c\n"d;e",f', ','],
  ['one\ntwo', ','],
  ['', ','],
])('%j is parted by %j', (text, delimiter) => expect(guessDelimiter(lines(text))).toBe(delimiter))

it.each([
  ['sep=;', ';'],
  ['SEP=\t', '\t'],
  ['separate', undefined],
])('%j tells %j', (line, delimiter) => expect(toldDelimiter(line)).toBe(delimiter))
