/**
 * Which option a key highlights among `count`, from `active` (-1 = none); undefined when the key is not
 * one that moves. Past either end lies "none", the typed text itself.
 */
export function comboboxMove(key: string, active: number, count: number): number | undefined {
  if (count === 0) return undefined
  if (key === 'ArrowDown') return active === count - 1 ? -1 : active + 1
  if (key === 'ArrowUp') return active === -1 ? count - 1 : active - 1
  if (active === -1) return undefined
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  return undefined
}
