import { useLayoutEffect, useRef, useState } from 'react'

/**
 * A moved row is taken out of the document and put back, and loses the focus with it: this gives it back once `rows` have
 * changed. A row says its name in `data-line`.
 */
export function useFocusKept(rows: readonly unknown[]) {
  const list = useRef<HTMLOListElement>(null)
  const [wanted, keepFocusOn] = useState<string>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the rows have moved
  useLayoutEffect(() => {
    if (wanted === undefined) return
    list.current?.querySelector<HTMLElement>(`[data-line="${CSS.escape(wanted)}"]`)?.focus()
    keepFocusOn(undefined)
  }, [rows, wanted])
  return { list, keepFocusOn }
}
