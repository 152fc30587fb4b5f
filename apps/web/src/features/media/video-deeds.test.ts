import { describe, expect, it, vi } from 'vitest'
import { deedOf, rateBeside } from './video-deeds'

const videoOf = (so: Partial<HTMLVideoElement> = {}) =>
  ({
    paused: true,
    ended: false,
    currentTime: 50,
    duration: 100,
    volume: 0.5,
    muted: false,
    playbackRate: 1,
    play: vi.fn(async () => undefined),
    pause: vi.fn(),
    ...so,
  }) as unknown as HTMLVideoElement

const press = (key: string, video = videoOf()) => {
  deedOf(key)?.(video)
  return video
}

describe('a key', () => {
  it.each([
    ['ArrowLeft', { currentTime: 45 }],
    ['ArrowRight', { currentTime: 55 }],
    ['j', { currentTime: 40 }],
    ['L', { currentTime: 60 }],
    ['7', { currentTime: 70 }],
    ['0', { currentTime: 0 }],
    ['ArrowUp', { volume: 0.6 }],
    ['ArrowDown', { volume: 0.4 }],
    ['m', { muted: true }],
    ['>', { playbackRate: 1.25 }],
    ['<', { playbackRate: 0.75 }],
  ])('%s', (key, then) => {
    expect(press(key)).toMatchObject(then)
  })

  it('plays and pauses', () => {
    expect(press(' ').play).toHaveBeenCalledOnce()
    expect(press('k', videoOf({ paused: false })).pause).toHaveBeenCalledOnce()
  })

  it('leads no farther than the ends', () => {
    expect(press('j', videoOf({ currentTime: 3 })).currentTime).toBe(0)
    expect(press('l', videoOf({ currentTime: 95 })).currentTime).toBe(100)
    expect(press('ArrowUp', videoOf({ volume: 1 })).volume).toBe(1)
  })

  it('turned down to nothing is muted, and unmuting it is heard', () => {
    const silent = press('ArrowDown', videoOf({ volume: 0.1 }))
    expect(silent).toMatchObject({ volume: 0, muted: true })
    expect(press('m', silent)).toMatchObject({ volume: 0.5, muted: false })
  })

  it('that means nothing is left to the page', () => {
    expect(['Tab', 'Enter', 'x'].map(deedOf)).toEqual([undefined, undefined, undefined])
  })
})

it('speeds go up and down to their ends, from any other, too', () => {
  expect([rateBeside(1, 1), rateBeside(2, 1), rateBeside(0.5, -1), rateBeside(1.1, 1)]).toEqual([
    1.25, 2, 0.5, 1.25,
  ])
})
