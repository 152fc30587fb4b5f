import { useLayoutEffect, useRef, useState } from 'react'

/** Widths that differ by less are treated alike, so that dragging a window's edge does not reorder at every pixel. */
const STEP = 24

/** The width in pixels (in steps of 24, rounded down) of the element that gets the ref; known before it is painted. */
export function useWidth<T extends Element>() {
  const element = useRef<T>(null)
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const box = element.current
    if (!box) return
    const measure = () => setWidth(Math.floor(box.clientWidth / STEP) * STEP)
    measure()
    const watcher = new ResizeObserver(measure)
    watcher.observe(box)
    return () => watcher.disconnect()
  }, [])
  return { ref: element, width }
}
