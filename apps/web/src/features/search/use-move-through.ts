import { type RefObject, useEffect } from 'react'

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 }

/** Moves the focus through what was found by the arrow keys; upwards from the first, back to the typing. */
export function useMoveThrough(parts: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { current } = parts
    if (!current) return
    const move = (event: KeyboardEvent) => {
      const step = STEPS[event.key]
      if (step === undefined) return
      const stops = [...current.querySelectorAll<HTMLElement>('input[type="search"], [data-found]')]
      const at = stops.indexOf(event.target as HTMLElement)
      const next = at < 0 ? undefined : stops[at + step]
      if (!next) return
      event.preventDefault()
      next.focus()
    }
    current.addEventListener('keydown', move)
    return () => current.removeEventListener('keydown', move)
  }, [parts])
}
