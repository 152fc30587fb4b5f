import { Search } from 'lucide-react'
import { type KeyboardEventHandler, useEffect, useRef, useState } from 'react'
import { cn } from '@/lib/cn'
import { useRested } from '@/lib/hooks'
import { controlStyles } from './field'

type SearchBoxProps = {
  /** What is looked for, for screen readers. */
  label: string
  placeholder: string
  q: string
  /** Told once typing rests. */
  onChange: (q: string) => void
  onKeyDown?: KeyboardEventHandler<HTMLInputElement>
  /** The page is for searching: typing may begin at once. */
  focused?: boolean
}

const REST_MS = 300
const LONGEST = 200

/** Looks for a text; follows the address when somebody else changes it. */
export function SearchBox({ label, placeholder, q, onChange, onKeyDown, focused = false }: SearchBoxProps) {
  const [text, setText] = useState(q)
  const input = useRef<HTMLInputElement>(null)
  const rested = useRested(text.trim(), REST_MS)
  const known = useRef(q)
  const tell = useRef(onChange)
  useEffect(() => {
    tell.current = onChange
  })
  useEffect(() => {
    if (focused) input.current?.focus()
  }, [focused])
  useEffect(() => {
    if (rested === known.current) return
    known.current = rested
    tell.current(rested)
  }, [rested])
  useEffect(() => {
    if (q === known.current) return
    // Somebody else changed the address: a removed chip, the way back.
    known.current = q
    setText(q)
  }, [q])
  return (
    <label className="relative block min-w-0 flex-1">
      <span className="sr-only">{label}</span>
      <Search aria-hidden className="-translate-y-1/2 absolute top-1/2 left-3.5 size-5 text-soft" />
      <input
        ref={input}
        type="search"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        placeholder={placeholder}
        maxLength={LONGEST}
        className={cn(controlStyles, 'pl-11')}
      />
    </label>
  )
}
