import { expect, it } from 'vitest'
import { rungsOf } from './hls'

it('sizes go by their shorter side, the largest first, whichever way the picture stands', () => {
  const upright = [
    { width: 360, height: 640 },
    { width: 720, height: 1280 },
    { width: 1080, height: 1920 },
  ]
  const flat = [
    { width: 1280, height: 720 },
    { width: 640, height: 360 },
  ]
  expect(rungsOf(upright)).toEqual([
    { at: 2, name: '1080p' },
    { at: 1, name: '720p' },
    { at: 0, name: '360p' },
  ])
  expect(rungsOf(flat).map(({ name }) => name)).toEqual(['720p', '360p'])
})
