export type Pace = (key: string, item: string) => void

/**
 * Passes on at once what comes first for a key, then gathers what follows, each item once, and passes that on `ms`
 * later: bursts become a few calls, and nothing is lost.
 */
export function createPace(ms: number, pass: (key: string, items: readonly string[]) => void): Pace {
  const gathered = new Map<string, Set<string>>()
  const open = (key: string) => {
    gathered.set(key, new Set())
    setTimeout(() => close(key), ms).unref()
  }
  const close = (key: string) => {
    const items = [...(gathered.get(key) ?? [])]
    gathered.delete(key)
    if (items.length === 0) return
    open(key)
    pass(key, items)
  }
  return (key, item) => {
    const waiting = gathered.get(key)
    if (waiting !== undefined) return void waiting.add(item)
    open(key)
    pass(key, [item])
  }
}
