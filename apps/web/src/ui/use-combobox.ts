import { type ChangeEvent, type KeyboardEvent, useState } from 'react'
import { comboboxMove } from './combobox-move'

type Box<T> = {
  options: readonly T[]
  onChange: (text: string) => void
  onPick: (option: T) => void
  onBlur?: (() => void) | undefined
}

/** The open/closed state, the highlighted option (-1 = none) and the input's handlers of a combobox. */
export function useCombobox<T>({ options, onChange, onPick, onBlur }: Box<T>) {
  const [open, setOpen] = useState(false)
  const [wanted, setActive] = useState(-1)
  const active = Math.min(wanted, options.length - 1)

  const close = () => {
    setOpen(false)
    setActive(-1)
  }
  const pick = (option: T) => {
    onPick(option)
    close()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const picked = open ? options[active] : undefined
    if (event.key === 'Enter' && picked !== undefined) {
      event.preventDefault()
      return pick(picked)
    }
    if (event.key === 'Escape' && open) {
      // Only the list closes, not the dialog around it.
      event.stopPropagation()
      return close()
    }
    const next = comboboxMove(event.key, open ? active : -1, options.length)
    if (next === undefined || event.altKey || event.metaKey) return
    event.preventDefault()
    setOpen(true)
    setActive(next)
  }
  const input = {
    onKeyDown,
    onChange(event: ChangeEvent<HTMLInputElement>) {
      onChange(event.target.value)
      setOpen(true)
      setActive(-1)
    },
    onBlur() {
      close()
      onBlur?.()
    },
  }
  return { open, active, input, pick, setActive }
}
