import { beforeEach, describe, expect, it, vi } from 'vitest'
import { forgetPlaces, keepPlace, placeOf } from './places'

const kept = new Map<string, string>()

beforeEach(() => {
  kept.clear()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  })
})

describe('the place in a recording', () => {
  it('is remembered in long ones, away from their ends', () => {
    keepPlace('hour', 1800.7, 3600)
    keepPlace('song', 100, 200)
    keepPlace('begun', 5, 3600)
    expect(['hour', 'song', 'begun', 'other'].map(placeOf)).toEqual([1800, 0, 0, 0])
  })

  it('is forgotten at the end, and with the session', () => {
    keepPlace('hour', 1800, 3600)
    keepPlace('hour', 3590, 3600)
    expect(placeOf('hour')).toBe(0)
    keepPlace('hour', 1800, 3600)
    forgetPlaces()
    expect([placeOf('hour'), kept.size]).toEqual([0, 0])
  })

  it('is remembered for the last fifty', () => {
    for (let at = 0; at < 51; at++) keepPlace(`${at}`, 100 + at, 3600)
    expect([placeOf('0'), placeOf('1'), placeOf('50')]).toEqual([0, 101, 150])
  })

  it('is nowhere when what was kept is broken or storage is closed', () => {
    kept.set('places-in-recordings', '{"no')
    expect(placeOf('hour')).toBe(0)
    vi.stubGlobal('localStorage', undefined)
    keepPlace('hour', 1800, 3600)
    expect(placeOf('hour')).toBe(0)
  })
})
