import { useCallback, useState } from 'react'

type Tell = (near: boolean) => void

/** How far from the screen a line is near already. */
const NEAR = '600px 0px'
const tells = new WeakMap<Element, Tell>()
let observer: IntersectionObserver | undefined

function watch(element: Element, tell: Tell): () => void {
  observer ??= new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) tells.get(target)?.(isIntersecting)
    },
    { rootMargin: NEAR },
  )
  const all = observer
  tells.set(element, tell)
  all.observe(element)
  return () => all.unobserve(element)
}

/**
 * Whether an element is on the screen or close to it, so that the lines of a very long list need no handles and menus
 * until then. One that has the focus or is being carried stays near.
 */
export function useNear(at: boolean): {
  near: boolean
  ref: (element: Element | null) => (() => void) | undefined
} {
  const [near, setNear] = useState(at)
  const ref = useCallback((element: Element | null) => {
    if (element === null) return undefined
    return watch(element, (isNear) => {
      if (isNear || !(element.contains(document.activeElement) || element.matches('[data-carried]')))
        setNear(isNear)
    })
  }, [])
  return { near, ref }
}
