import { type RefObject, useEffect, useState } from 'react'

/** The number of the line that the pointer or the focus is on; arrows move the focus from line to line. */
export function useActiveRow(scroller: RefObject<HTMLElement | null>): number | undefined {
  const [active, setActive] = useState<number>()
  useEffect(() => {
    const box = scroller.current
    if (!box) return
    const listening = new AbortController()
    const { signal } = listening
    const come = ({ target }: Event) => {
      const row = (target as Element).closest<HTMLElement>('[data-number]')
      if (row) setActive(Number(row.dataset.number))
    }
    const move = (event: KeyboardEvent) => {
      const step = STEPS[event.key]
      const target = event.target as HTMLElement
      if (step === undefined || (target !== box && !target.matches('[data-number]'))) return
      const rows = [...box.querySelectorAll<HTMLElement>('[data-number]')]
      const next = target === box ? rows.at(-1) : rows[rows.indexOf(target) + step]
      if (!next) return
      event.preventDefault()
      next.focus()
    }
    for (const event of ['pointerover', 'focusin', 'click']) box.addEventListener(event, come, { signal })
    box.addEventListener('keydown', move, { signal })
    return () => listening.abort()
  }, [scroller])
  return active
}

const STEPS: Record<string, number> = { ArrowUp: -1, ArrowDown: 1 }
