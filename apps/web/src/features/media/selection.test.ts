import { expect, it } from 'vitest'
import { keptOf, NOTHING, type Selection, toggled } from './selection'

const order = ['a', 'b', 'c', 'd', 'e']
const idsOf = ({ ids }: Selection) => order.filter((id) => ids.has(id)).join('')
const touch = (selection: Selection, id: string, range = false) => toggled(selection, order, id, range)

it('chooses one by one, and lets go again', () => {
  const two = touch(touch(NOTHING, 'b'), 'd')
  expect(idsOf(two)).toBe('bd')
  expect(idsOf(touch(two, 'b'))).toBe('d')
})

it('chooses a range from the last one touched, in either direction', () => {
  expect(idsOf(touch(touch(NOTHING, 'b'), 'd', true))).toBe('bcd')
  expect(idsOf(touch(touch(NOTHING, 'd'), 'b', true))).toBe('bcd')
})

it('lets go of a range when its end was chosen', () => {
  const all = touch(touch(NOTHING, 'a'), 'e', true)
  expect(idsOf(touch(touch(all, 'b'), 'd', true))).toBe('ae')
})

it('takes one alone when the range has no beginning', () => {
  expect(idsOf(touch(NOTHING, 'c', true))).toBe('c')
  expect(idsOf(touch({ ids: new Set(), last: 'gone' }, 'c', true))).toBe('c')
})

it('forgets what has gone, and is the same when nothing has', () => {
  const two = touch(touch(NOTHING, 'b'), 'd')
  expect(idsOf(keptOf(two, ['a', 'b']))).toBe('b')
  expect(keptOf(two, order)).toBe(two)
})
