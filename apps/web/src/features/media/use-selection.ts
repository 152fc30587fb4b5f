import { useEffect, useEffectEvent, useState } from 'react'
import { keptOf, NOTHING, toggled } from './selection'

/** Choosing several of one's own media; `choosable` are their ids in the order shown. */
export function useSelection(choosable: readonly string[]) {
  const [selection, setSelection] = useState(NOTHING)
  const [choosing, setChoosing] = useState(false)
  const kept = keptOf(selection, choosable)

  const end = () => {
    setChoosing(false)
    setSelection(NOTHING)
  }
  const chooseAll = () => setSelection({ ids: new Set(choosable) })
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (document.querySelector('[role=dialog],[role=alertdialog],[role=menu]')) return
    if (event.key === 'Escape') end()
    if (event.key === 'a' && (event.metaKey || event.ctrlKey) && !isTyping(event.target)) {
      event.preventDefault()
      chooseAll()
    }
  })
  useEffect(() => {
    if (!choosing) return
    const listen = (event: KeyboardEvent) => onKey(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [choosing])

  return {
    choosing,
    ids: kept.ids,
    canChoose: choosable.length > 0,
    begin: () => setChoosing(true),
    chooseAll,
    toggle: (id: string, range: boolean) => {
      setChoosing(true)
      setSelection(toggled(kept, choosable, id, range))
    },
    end,
  }
}

export type Choosing = ReturnType<typeof useSelection>

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
