import { expect, it, vi } from 'vitest'
import { leaveTurn, takeTurn } from './turn'

it('whoever takes its turn silences the one before, itself excepted, and nobody who has left', () => {
  const [one, other] = [vi.fn(), vi.fn()]
  takeTurn(one)
  takeTurn(one)
  expect(one).not.toHaveBeenCalled()
  takeTurn(other)
  expect(one).toHaveBeenCalledOnce()
  leaveTurn(other)
  takeTurn(one)
  expect(other).not.toHaveBeenCalled()
})
