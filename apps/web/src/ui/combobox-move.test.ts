import { expect, it } from 'vitest'
import { comboboxMove } from './combobox-move'

it('walks down through the options and back to the text', () => {
  expect([-1, 0, 1, 2].map((at) => comboboxMove('ArrowDown', at, 3))).toEqual([0, 1, 2, -1])
  expect([-1, 0, 1, 2].map((at) => comboboxMove('ArrowUp', at, 3))).toEqual([2, -1, 0, 1])
})

it('leaves Home and End to the text until an option is highlighted', () => {
  expect(comboboxMove('Home', -1, 3)).toBeUndefined()
  expect(comboboxMove('Home', 2, 3)).toBe(0)
  expect(comboboxMove('End', 0, 3)).toBe(2)
})

it('moves nowhere among nothing, nor by other keys', () => {
  expect(comboboxMove('ArrowDown', -1, 0)).toBeUndefined()
  expect(comboboxMove('a', 1, 3)).toBeUndefined()
})
