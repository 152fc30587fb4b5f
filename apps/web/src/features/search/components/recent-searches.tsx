import { History, X } from 'lucide-react'
import { Button } from '@/ui/button'
import { IconButton } from '@/ui/icon-button'
import { forget, useRecent } from '../recent'

type RecentSearchesProps = { person: string | null; onChoose: (q: string) => void }

/** What was looked for on this device, to be looked for again or forgotten. */
export function RecentSearches({ person, onChoose }: RecentSearchesProps) {
  const searches = useRecent(person)
  if (searches.length === 0) return null
  return (
    <section aria-labelledby="recent">
      <div className="flex min-h-11 items-center justify-between gap-4">
        <h2 id="recent" className="text-20">
          Recent
        </h2>
        <Button size="small" variant="ghost" onClick={() => forget(person)}>
          Clear
        </Button>
      </div>
      <ul className="divide-y divide-line">
        {searches.map((search) => (
          <li key={search} className="flex items-center gap-2">
            <button
              type="button"
              data-found
              onClick={() => onChoose(search)}
              className="-ml-3 flex min-h-12 min-w-0 flex-1 items-center gap-4 rounded-control px-3 text-left hover:bg-ink/6"
            >
              <History aria-hidden className="size-5 shrink-0 text-soft" />
              <span className="truncate">{search}</span>
            </button>
            <IconButton label={`Forget ${search}`} icon={<X />} onClick={() => forget(person, search)} />
          </li>
        ))}
      </ul>
    </section>
  )
}
