import { useInfiniteQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { sayProblem } from '@/lib/problem'
import { Button } from '@/ui/button'
import { Skeleton } from '@/ui/skeleton'
import { songsQuery } from '../api'

type SongsHeardProps = { artistId: string; scope: 'mine' | 'all' }

/** Songs with how often they were heard, most often first; nothing at all while no setlist says any. */
export function SongsHeard({ artistId, scope }: SongsHeardProps) {
  const heading = useId()
  const list = useInfiniteQuery(songsQuery(artistId, scope))
  const songs = list.data?.pages.flatMap((page) => page.items)
  if (songs?.length === 0) return null
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading} className="text-20">
        {scope === 'mine' ? 'Songs you heard' : 'Songs played'}
      </h2>
      {list.isError && !songs && (
        <p role="alert" className="mt-2 text-14 text-soft">
          {sayProblem(list.error)}
          <Button size="small" variant="ghost" onClick={() => list.refetch()}>
            Try again
          </Button>
        </p>
      )}
      {list.isPending && <Skeleton className="mt-3 h-40" />}
      <ol className="mt-2">
        {songs?.map(({ song_name, times }) => (
          <li
            key={song_name}
            className="flex items-baseline justify-between gap-4 border-line border-b py-2 text-14 last:border-0"
          >
            <span className="wrap-anywhere min-w-0">{song_name}</span>
            <span className="shrink-0 text-soft tabular-nums">
              {times}
              <span aria-hidden> ×</span>
              <span className="sr-only">{times === 1 ? ' time' : ' times'}</span>
            </span>
          </li>
        ))}
      </ol>
      {list.hasNextPage && (
        <Button
          size="small"
          variant="ghost"
          className="-ml-3"
          pending={list.isFetchingNextPage}
          onClick={() => list.fetchNextPage()}
        >
          More songs
        </Button>
      )}
    </section>
  )
}
