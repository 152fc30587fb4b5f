import { useEffect, useRef, useState } from 'react'
import { useTheme } from '@/lib/theme'

type Map = { remove(): void; paint(): void }

/**
 * The map of a box: made once the box is there, anew when `make` is another, removed with it, and painted again when the
 * theme changes the colours.
 */
export function useMap<Handle extends Map>(
  make: (container: HTMLElement) => Promise<Handle>,
  onFailure: () => void,
) {
  const box = useRef<HTMLDivElement>(null)
  const [map, setMap] = useState<Handle>()
  const { theme } = useTheme()
  const failed = useRef(onFailure)
  failed.current = onFailure

  useEffect(() => {
    if (!box.current) return
    let made: Handle | undefined
    let wanted = true
    make(box.current).then(
      (handle) => {
        made = handle
        if (wanted) setMap(handle)
        else handle.remove()
      },
      () => wanted && failed.current(),
    )
    return () => {
      wanted = false
      setMap(undefined)
      made?.remove()
    }
  }, [make])

  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme changes the colours that are read
  useEffect(() => map?.paint(), [map, theme])

  return { box, map }
}
