import { describe, expect, it } from 'vitest'
import { bpmOfShare, sayBpm, sayShares, shareOfBpm, withEnd } from './rules'

describe('a span', () => {
  it.each([
    ['from', 0.2, [0.2, 0.6]],
    ['to', 0.9, [0.4, 0.9]],
    ['from', 0.8, [0.8, 0.8]],
    ['to', 0.1, [0.1, 0.1]],
  ] as const)('%s goes to %s', (end, value, span) => {
    expect(withEnd([0.4, 0.6], end, value)).toEqual(span)
  })
})

describe('a tempo', () => {
  it.each([40, 95, 130, 220])('of %s comes back as it was', (bpm) => {
    expect(bpmOfShare(shareOfBpm(bpm))).toBe(bpm)
  })

  it('beyond what can be chosen is at the end', () => {
    expect([shareOfBpm(20), shareOfBpm(400)]).toEqual([0, 1])
  })
})

it('is said shortly', () => {
  expect([sayShares([0.1 + 0.2, 1]), sayBpm([95, 190])]).toEqual(['0.3 to 1', '95 to 190 BPM'])
})
