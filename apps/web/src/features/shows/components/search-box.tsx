import { Search } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { cn } from '@/lib/cn'
import { useRested } from '@/lib/hooks'
import { controlStyles } from '@/ui/field'

const REST_MS = 300

/** Looks for a text in everything a show is called; tells of it once typing rests. */
export function SearchBox({ q, onChange }: { q: string; onChange: (q: string) => void }) {
  const [text, setText] = useState(q)
  const rested = useRested(text.trim(), REST_MS)
  const known = useRef(q)
  const tell = useRef(onChange)
  useEffect(() => {
    tell.current = onChange
  })
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
      <span className="sr-only">Search shows</span>
      <Search aria-hidden className="-translate-y-1/2 absolute top-1/2 left-3.5 size-5 text-soft" />
      <input
        type="search"
        value={text}
        onChange={(event) => setText(event.target.value)}
        placeholder="Artist, venue, city"
        maxLength={200}
        className={cn(controlStyles, 'pl-11')}
      />
    </label>
  )
}
