/** Lets at most `places` tasks run at a time; the others wait their turn, first come first served. */
export function createGate(places: number): <T>(task: () => Promise<T>) => Promise<T> {
  const waiting: Array<() => void> = []
  let free = places
  return async (task) => {
    if (free > 0) free--
    else await new Promise<void>((enter) => waiting.push(enter))
    try {
      return await task()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free++
    }
  }
}

/** A gate before which at most `most` may be waiting or within; null for those who come when it is full. */
export function createBoundedGate(
  places: number,
  most: number,
): <T>(task: () => Promise<T>) => Promise<T> | null {
  const gate = createGate(places)
  let inside = 0
  return (task) => {
    if (inside >= most) return null
    inside++
    return gate(task).finally(() => inside--)
  }
}
