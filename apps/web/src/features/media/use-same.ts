import { useCallback, useLayoutEffect, useRef } from 'react'

/** The newest `deed` behind a function that stays the same, so that the hundreds of tiles which get it are drawn once. */
export function useSame<Arguments extends unknown[]>(deed: (...given: Arguments) => void) {
  const newest = useRef(deed)
  useLayoutEffect(() => {
    newest.current = deed
  })
  return useCallback((...given: Arguments) => newest.current(...given), [])
}
