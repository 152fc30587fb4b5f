import type { ReactNode } from 'react'
import { cn } from '@/lib/cn'
import { controlStyles } from '@/ui/field'
import { SearchBox } from '@/ui/search-box'
import { type LibraryAsk, SORTS } from '../address'
import { SORT_OPTIONS, without } from '../filters'

type LibraryToolsProps = {
  ask: LibraryAsk
  onChange: (ask: LibraryAsk) => void
  /** Beside the order, where the filters have no place of their own. */
  children?: ReactNode
}

/** Words to look for, and the order. */
export function LibraryTools({ ask, onChange, children }: LibraryToolsProps) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      <div className="min-w-0 flex-1 basis-60">
        <SearchBox
          label="Search my recordings"
          placeholder="Title, artist, show, label"
          q={ask.q ?? ''}
          onChange={(q) => onChange({ ...without(ask, ['q']), ...(q && { q }) })}
        />
      </div>
      <select
        aria-label="Order"
        value={ask.sort ?? 'newest'}
        onChange={({ target }) => {
          const sort = SORTS.find((one) => one === target.value)
          onChange({ ...without(ask, ['sort']), ...(sort && sort !== 'newest' && { sort }) })
        }}
        className={cn(controlStyles, 'w-auto min-w-40 max-sm:flex-1')}
      >
        {SORT_OPTIONS.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      {children}
    </div>
  )
}
