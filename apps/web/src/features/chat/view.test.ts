import { describe, expect, it } from 'vitest'
import { messages } from './fixtures-for-tests'
import { earlier, hasMoreBefore, inView, later, latest, MOST_DRAWN, type View } from './view'

const all = messages(1, 1000)
const ends = (view: View) => {
  const shown = inView(all, view)
  return [shown[0]?.number, shown.at(-1)?.number, shown.length]
}

describe('the part that is drawn', () => {
  it('is the end of the conversation, and what comes', () => {
    expect(ends(latest(all))).toEqual([901, 1000, 100])
    expect(inView(messages(1, 1001), latest(all)).at(-1)?.number).toBe(1001)
    expect(inView(messages(1, 3), latest(messages(1, 3)))).toHaveLength(3)
  })

  it('goes back step by step without ever being more than it may', () => {
    let view = latest(all)
    let steps = 0
    while (hasMoreBefore(all, view)) {
      view = earlier(all, view)
      expect(inView(all, view).length).toBeLessThanOrEqual(MOST_DRAWN)
      steps++
    }
    expect([ends(view), steps]).toEqual([[1, 200, 200], 18])
  })

  it('comes forward again to the end', () => {
    let view: View = { from: 1, to: 200 }
    for (let step = 0; step < 16; step++) view = later(all, view)
    expect(view.to).toBeNull()
    expect(ends(view)).toEqual([801, 1000, 200])
    expect(later(all, view)).toBe(view)
  })
})
