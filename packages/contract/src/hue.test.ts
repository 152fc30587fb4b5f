import { hue } from '@sharemyshows/contract/hue'
import { expect, it } from 'vitest'

it('gives one artist one hue, however the name is typed', () => {
  expect(hue('Radiohead')).toBe(hue(' RADIOHEAD '))
  expect(hue('Beyonce\u0301')).toBe(hue('Beyonc\u00e9'))
})

it('never changes between releases', () => {
  expect(hue('Radiohead')).toBe(281)
})

it('spreads over the circle and stays out of the mud', () => {
  const hues = Array.from({ length: 2000 }, (_, n) => hue(`artist ${n}`))
  expect(hues.every((value) => value >= 0 && value < 360 && !(value >= 78 && value < 150))).toBe(true)
  for (const from of [0, 38, 150, 200, 270, 320]) {
    expect(hues.filter((value) => value >= from && value < from + 40).length).toBeGreaterThan(120)
  }
})
