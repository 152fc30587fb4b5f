import { describe, expect, it } from 'vitest'
import { actsOf, audienceOf, degreesOf, inFive, ratingOf, scaleFor, unguarded, yesOrNo } from './cells.ts'

describe('cells', () => {
  it.each([
    ["'=cmd|x", '=cmd|x'],
    ["'+1", '+1'],
    ["'-1", '-1'],
    ["'@home", '@home'],
    ["'Til Tuesday", "'Til Tuesday"],
    [' a ', 'a'],
  ])('%j says %j', (cell, said) => expect(unguarded(cell)).toBe(said))

  it.each<[string, boolean, string[]]>([
    ['De Kift; Roos Rebergen', false, ['De Kift', 'Roos Rebergen']],
    ['De Kift + Roos', false, ['De Kift', 'Roos']],
    ['Tyler, the Creator', false, ['Tyler, the Creator']],
    ['De Kift, Roos', true, ['De Kift', 'Roos']],
    ['C+C', true, ['C+C']],
    ['', true, []],
  ])('%j are acts', (cell, byComma, acts) => expect(actsOf(cell, byComma)).toEqual(acts))

  it.each<[string, number, number | null]>([
    ['5', 5, 5],
    ['3', 5, 3],
    ['3', 10, 2],
    ['8', 10, 4],
    ['8/10', 5, 4],
    ['4/5', 10, 4],
    ['4 stars', 10, 4],
    ['★★★☆☆', 5, 3],
    ['⭐⭐', 5, 2],
    ['80%', 5, 4],
    ['4,5', 5, 5],
    ['0', 5, null],
    ['7', 5, null],
    ['-1', 5, null],
    ['great', 5, null],
  ])('%j of %i is %j', (cell, scale, rating) => {
    const read = ratingOf(cell)
    expect(read && inFive(read, scale)).toBe(rating)
  })
  it('a scale is that of the highest', () => expect([5, 7, 60].map(scaleFor)).toEqual([5, 10, 100]))

  it.each([
    ['yes', true],
    ['Ja', true],
    ['sí', true],
    ['1', true],
    ['FALSE', false],
    ['não', false],
    ['privé', false],
    ['maybe', undefined],
  ])('%j is %j', (cell, answer) => expect(yesOrNo(cell)).toBe(answer))

  it('who may see it', () => {
    expect(['Friends', 'private', 'link', 'x'].map(audienceOf)).toEqual([
      'friends',
      'private',
      undefined,
      undefined,
    ])
  })

  it('degrees', () => {
    expect(['52,09', '-5.1', '91', '', 'N 5'].map((cell) => degreesOf(cell, 90))).toEqual([
      52.09,
      -5.1,
      null,
      null,
      null,
    ])
  })
})
