import type { Import } from '@sharemyshows/contract/imports'
import { Info } from 'lucide-react'

/** What is to be known of the file as a whole: such problems stand at no row of it. */
export function Notes({ one }: { one: Import }) {
  const notes = one.problems.filter(({ row }) => row === 0)
  if (notes.length === 0) return null
  return (
    <ul className="flex max-w-2xl flex-col gap-2">
      {notes.map(({ field, message }) => (
        <li key={`${field} ${message}`} className="wrap-anywhere flex gap-2 text-14 text-soft">
          <Info aria-hidden className="mt-0.5 size-4 shrink-0" />
          {message}
        </li>
      ))}
    </ul>
  )
}
