/** `count` points of the unit square, scattered the same way each time for one seed (an integer above 0). */
export function scatter(count: number, seed: number): { x: number; y: number; z: number }[] {
  let state = seed
  const next = () => {
    state = (Math.imul(state, 48271) >>> 0) % 2147483647
    return state / 2147483647
  }
  return Array.from({ length: count }, () => ({ x: next(), y: next(), z: next() }))
}
