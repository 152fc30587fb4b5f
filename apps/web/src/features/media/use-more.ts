import { useEffect, useEffectEvent, useRef } from 'react'

/** Calls `more`, while there is any, whenever the element that gets the ref comes within a screen's height of being seen. */
export function useMore<T extends Element>(more: (() => void) | undefined) {
  const end = useRef<T>(null)
  const fetch = useEffectEvent(() => more?.())
  const enabled = more !== undefined
  useEffect(() => {
    if (!enabled || !end.current) return
    const watcher = new IntersectionObserver(([entry]) => entry?.isIntersecting && fetch(), {
      rootMargin: '100%',
    })
    watcher.observe(end.current)
    return () => watcher.disconnect()
  }, [enabled])
  return end
}
