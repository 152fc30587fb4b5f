import { type ChangeEvent, type FocusEvent, type KeyboardEvent, useState } from 'react'
import { comboboxMove } from './combobox-move'

type Box<T> = {
  options: readonly T[]
  keyOf: (option: T) => string
  onChange: (text: string) => void
  onPick: (option: T) => void
  onBlur?: (() => void) | undefined
}

/**
 * The open/closed state, the highlighted option (-1 = none) and the handlers of a combobox: those of its input, and
 * those of what holds the input and the list. The highlight stays with its option when others come in around it.
 */
export function useCombobox<T>({ options, keyOf, onChange, onPick, onBlur }: Box<T>) {
  const [open, setOpen] = useState(false)
  const [wanted, setWanted] = useState<string>()
  const active = wanted === undefined ? -1 : options.findIndex((option) => keyOf(option) === wanted)

  const setActive = (index: number) => {
    const option = options[index]
    setWanted(option === undefined ? undefined : keyOf(option))
  }
  const close = () => {
    setOpen(false)
    setWanted(undefined)
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
      setWanted(undefined)
    },
  }
  const whole = {
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      if (event.key !== 'Escape' || !open) return
      // Only the list closes, not the dialog around it.
      event.stopPropagation()
      event.currentTarget.querySelector('input')?.focus()
      close()
    },
    // a link at the foot of the list belongs to it
    onBlur(event: FocusEvent<HTMLElement>) {
      if (event.currentTarget.contains(event.relatedTarget)) return
      close()
      onBlur?.()
    },
  }
  return { open, active, input, whole, pick, setActive }
}
