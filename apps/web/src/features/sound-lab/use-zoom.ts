import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { fromAround, mostZoom, type Window } from './timeline'

export type Zoom = {
  /** For the box that scrolls. */
  scroller: RefObject<HTMLDivElement | null>
  /** 1 shows all. */
  zoom: number
  most: number
  /** What is in sight. */
  view: Window
  /** How wide that is drawn, in pixels. */
  width: number
  /** Magnifies so many times more about a moment, by default the middle of what is in sight. */
  zoomBy: (factor: number, moment?: number) => void
  zoomOut: () => void
  /** Scrolls so that this moment stands at the left edge. */
  show: (moment: number) => void
}

/** How far one notch of a wheel magnifies. */
const WHEEL_STEP = 1.003

/**
 * A recording of which a part is in sight: the box scrolls natively over a width of `zoom` times its own less `gutter`, and
 * what is in it sticks and draws the part that scrolling leads to.
 */
export function useZoom(duration: number, gutter: number): Zoom {
  const scroller = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  const [{ zoom, from }, setPart] = useState({ zoom: 1, from: 0 })
  const most = mostZoom(duration)
  const span = duration / zoom
  const view = { from: Math.min(from, duration - span), to: Math.min(from, duration - span) + span }

  useLayoutEffect(() => {
    const box = scroller.current
    if (!box) return
    const measure = () => setWidth(Math.max(0, box.clientWidth - gutter))
    measure()
    const watcher = new ResizeObserver(measure)
    watcher.observe(box)
    return () => watcher.disconnect()
  }, [gutter])

  const scrollTo = useCallback(
    (moment: number, times: number) => {
      if (scroller.current && duration > 0) scroller.current.scrollLeft = (moment / duration) * width * times
    },
    [duration, width],
  )
  // once the box is as wide as the zoom makes it, it can scroll to where the moment is
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolling itself changes `from`, and is no reason to scroll
  useLayoutEffect(() => scrollTo(from, zoom), [zoom, scrollTo])

  useEffect(() => {
    const box = scroller.current
    if (!box) return
    const follow = () => {
      if (width === 0) return
      setPart((part) => ({ ...part, from: (box.scrollLeft / (width * part.zoom)) * duration }))
    }
    box.addEventListener('scroll', follow, { passive: true })
    return () => box.removeEventListener('scroll', follow)
  }, [duration, width])

  const zoomBy = useCallback(
    (factor: number, moment?: number) =>
      setPart((part) => {
        const next = Math.min(most, Math.max(1, part.zoom * factor))
        const seen = { from: part.from, to: part.from + duration / part.zoom }
        const about = moment ?? (seen.from + seen.to) / 2
        return { zoom: next, from: fromAround(seen, about, duration / next, duration) }
      }),
    [duration, most],
  )

  useEffect(() => {
    const box = scroller.current
    if (!box) return
    // Browsers send a pinch as a wheel with the control key; listeners of React cannot keep the page from growing.
    const magnify = (event: WheelEvent) => {
      if (!event.ctrlKey) return
      event.preventDefault()
      const at = event.clientX - box.getBoundingClientRect().left - gutter
      setPart((part) => {
        const seen = { from: part.from, to: part.from + duration / part.zoom }
        const about = seen.from + (Math.max(0, at) / Math.max(1, width)) * (seen.to - seen.from)
        const next = Math.min(most, Math.max(1, part.zoom * WHEEL_STEP ** -event.deltaY))
        return { zoom: next, from: fromAround(seen, about, duration / next, duration) }
      })
    }
    box.addEventListener('wheel', magnify, { passive: false })
    return () => box.removeEventListener('wheel', magnify)
  }, [duration, gutter, most, width])

  return {
    scroller,
    zoom,
    most,
    view,
    width,
    zoomBy,
    zoomOut: () => setPart({ zoom: 1, from: 0 }),
    show: (moment) => scrollTo(Math.max(0, Math.min(duration - span, moment)), zoom),
  }
}
