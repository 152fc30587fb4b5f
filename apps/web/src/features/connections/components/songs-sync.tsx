import type { LibrarySync } from '@sharemyshows/contract/library-sync'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { cn } from '@/lib/cn'
import { dateIn, sayInstant, timeIn } from '@/lib/dates'
import { sayProblem } from '@/lib/problem'
import { Button } from '@/ui/button'
import { controlStyles } from '@/ui/field'
import { Progress } from '@/ui/progress'
import { Skeleton } from '@/ui/skeleton'
import { toast } from '@/ui/toast'
import { librarySyncQuery, useCancelSync, useSyncLibrary } from '../api'
import { isUnderWay, saySync } from '../model'
import { useSyncNews } from '../use-sync-news'

const AMOUNTS = [
  { value: 50, label: 'The latest 50' },
  { value: 500, label: 'The latest 500' },
  { value: 2000, label: 'The latest 2,000' },
  { value: 10_000, label: 'As many as 10,000' },
]

/** Fetching the songs I saved there: how the last time went, how far this one is. */
export function SongsSync() {
  useSyncNews()
  const { data: sync, error, refetch } = useQuery(librarySyncQuery)
  const [limit, setLimit] = useState(500)
  const begin = useSyncLibrary()
  const stop = useCancelSync()
  const onError = (problem: unknown) => toast.failed(sayProblem(problem))
  const busy = sync !== undefined && sync !== null && isUnderWay(sync)
  return (
    <section aria-labelledby="songs-sync" className="border-line border-t pt-6">
      <h3 id="songs-sync" className="font-medium text-16">
        Your saved songs
      </h3>
      {sync === undefined && !error && <Skeleton className="mt-3 h-11" />}
      {sync === undefined && error && (
        <p role="alert" className="mt-1 text-14 text-soft">
          {sayProblem(error)}{' '}
          <Button size="small" variant="ghost" onClick={() => void refetch()}>
            Try again
          </Button>
        </p>
      )}
      {sync !== undefined && <Standing sync={sync} />}
      {sync !== undefined && (
        <div className="mt-4 flex flex-wrap items-center gap-2">
          {busy ? (
            <Button pending={stop.isPending} onClick={() => stop.mutate(undefined, { onError })}>
              Stop
            </Button>
          ) : (
            <>
              <select
                aria-label="How many"
                value={limit}
                onChange={({ target }) => setLimit(Number(target.value))}
                className={cn(controlStyles, 'w-auto min-w-44 max-sm:flex-1')}
              >
                {AMOUNTS.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
              <Button pending={begin.isPending} onClick={() => begin.mutate(limit, { onError })}>
                {sync === null ? 'Fetch them' : 'Fetch again'}
              </Button>
            </>
          )}
        </div>
      )}
    </section>
  )
}

function Standing({ sync }: { sync: LibrarySync | null }) {
  if (sync === null) {
    return (
      <p className="mt-1 text-14 text-soft">
        None are here yet. They are fetched the newest first, and only when you ask for it.
      </p>
    )
  }
  return (
    <>
      <p
        // while it runs the bar says it, and each step aloud would be too much
        role={sync.state === 'running' ? undefined : 'status'}
        className={`mt-1 text-14 tabular-nums ${sync.state === 'failed' ? 'text-danger' : 'text-soft'}`}
      >
        {saySync(sync, sayWhen)}
      </p>
      {isUnderWay(sync) && (
        <Progress label="Fetching your songs" value={sync.progress} className="mt-3 max-w-md" />
      )}
    </>
  )
}

/** "at 12:30" of today, else with its day. */
function sayWhen(instant: string): string {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const today = dateIn(zone, instant) === dateIn(zone)
  return today ? `at ${timeIn(zone, instant)}` : `on ${sayInstant(zone, instant)}`
}
