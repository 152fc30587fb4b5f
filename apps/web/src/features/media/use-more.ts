import { useEffect, useEffectEvent, useRef } from 'react'

/** Calls `more` whenever the element that gets the ref comes within a screen's height of being seen. */
export function useMore<T extends Element>(enabled: boolean, more: () => void) {
  const end = useRef<T>(null)
  const fetch = useEffectEvent(more)
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
