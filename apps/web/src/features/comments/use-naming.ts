import { type ChangeEvent, type KeyboardEvent, type SyntheticEvent, useState } from 'react'
import { flushSync } from 'react-dom'
import { comboboxMove } from '@/ui/combobox-move'
import { namingAt, type Person, peopleNamed, withName } from './model'

/** The suggestions while a name is written after an @, and what the keys do with them. */
export function useNaming(value: string, onChange: (text: string) => void, people: readonly Person[]) {
  const [area, setArea] = useState<HTMLTextAreaElement>()
  const [caret, setCaret] = useState<number>()
  const [active, setActive] = useState(0)
  const naming = caret === undefined ? undefined : namingAt(value, caret)
  const options = naming ? peopleNamed(people, naming.query) : []
  const open = options.length > 0

  const close = () => setCaret(undefined)
  const pick = (person: Person) => {
    if (!naming || caret === undefined) return
    const written = withName(value, caret, naming, person.username)
    // the caret can only be set once the new text stands there
    flushSync(() => {
      onChange(written.text)
      close()
    })
    area?.focus()
    area?.setSelectionRange(written.caret, written.caret)
  }
  return {
    open,
    options,
    active: Math.min(active, options.length - 1),
    setActive,
    pick,
    close,
    onChange(event: ChangeEvent<HTMLTextAreaElement>) {
      setArea(event.target)
      setCaret(event.target.selectionStart)
      setActive(0)
      onChange(event.target.value)
    },
    /** The caret may leave the name without a key. */
    onSelect({ currentTarget }: SyntheticEvent<HTMLTextAreaElement>) {
      if (caret !== undefined) setCaret(currentTarget.selectionStart)
    },
    /** True when the key was for the suggestions. */
    onKeyDown(event: KeyboardEvent): boolean {
      if (!open || event.metaKey || event.ctrlKey || event.altKey) return false
      const next = comboboxMove(event.key, active, options.length)
      const picked = event.key === 'Enter' || event.key === 'Tab' ? options[active] : undefined
      if (event.key === 'Escape') close()
      else if (picked) pick(picked)
      else if (next !== undefined) setActive(Math.max(next, 0))
      else return false
      event.preventDefault()
      event.stopPropagation()
      return true
    },
  }
}
