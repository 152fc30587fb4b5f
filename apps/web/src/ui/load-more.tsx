import { useEffect, useRef } from 'react'
import { sayProblem } from '@/lib/problem'
import { Button } from './button'

type LoadMoreProps = {
  hasNextPage: boolean
  isFetchingNextPage: boolean
  error: unknown
  fetchNextPage: () => unknown
}

const AHEAD = '800px'

/** The end of what is loaded: the next page comes by itself when it is near, or by the button. */
export function LoadMore({ hasNextPage, isFetchingNextPage, error, fetchNextPage }: LoadMoreProps) {
  const end = useRef<HTMLDivElement>(null)
  const byItself = hasNextPage && !isFetchingNextPage && !error
  useEffect(() => {
    if (!byItself || !end.current) return
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && fetchNextPage(), {
      rootMargin: AHEAD,
    })
    observer.observe(end.current)
    return () => observer.disconnect()
  }, [byItself, fetchNextPage])
  return (
    <div ref={end}>
      <LoadMoreButton {...{ hasNextPage, isFetchingNextPage, error, fetchNextPage }} />
    </div>
  )
}

/** The button alone, where the next page is not to come by itself. */
export function LoadMoreButton({ hasNextPage, isFetchingNextPage, error, fetchNextPage }: LoadMoreProps) {
  if (!hasNextPage) return null
  return (
    <div className="flex flex-col items-center gap-2 py-6">
      {error ? (
        <p role="alert" className="text-14 text-soft">
          {sayProblem(error)}
        </p>
      ) : null}
      <Button variant="ghost" pending={isFetchingNextPage} onClick={() => fetchNextPage()}>
        {error ? 'Try again' : 'Load more'}
      </Button>
    </div>
  )
}
