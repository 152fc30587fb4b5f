import { type RefObject, useEffect, useState } from 'react'

const AHEAD = '1200px'

/** Whether an element has ever come near the window; `come` says so by hand. */
export function useNear(element: RefObject<HTMLElement | null>): { near: boolean; come: () => void } {
  const [near, setNear] = useState(false)
  useEffect(() => {
    if (near || !element.current) return
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && setNear(true), {
      rootMargin: AHEAD,
    })
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [near, element])
  return { near, come: () => setNear(true) }
}
