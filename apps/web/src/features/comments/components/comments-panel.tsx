import { useInfiniteQuery } from '@tanstack/react-query'
import { sayProblem } from '@/lib/problem'
import { ErrorState } from '@/ui/error-state'
import { Skeleton } from '@/ui/skeleton'
import { commentsQuery } from '../api'
import type { Talk } from '../model'
import { Thread } from './thread'

/** What people say under a show. */
export function CommentsPanel(props: Talk) {
  const query = useInfiniteQuery(commentsQuery(props.showId))
  const { data, error, refetch } = query
  if (data) return <Thread key={props.showId} {...props} pages={data.pages} query={query} />
  return error ? <ErrorState message={sayProblem(error)} onRetry={refetch} /> : <CommentsSkeleton />
}

function CommentsSkeleton() {
  return (
    <div role="status" className="flex max-w-2xl flex-col gap-6">
      <span className="sr-only">Loading the comments</span>
      {['w-3/4', 'w-1/2', 'w-2/3'].map((width) => (
        <div key={width} className="flex gap-3">
          <Skeleton className="size-9 rounded-full" />
          <div className="flex flex-1 flex-col gap-2">
            <Skeleton className="h-4 w-32" />
            <Skeleton className={`h-5 ${width}`} />
          </div>
        </div>
      ))}
    </div>
  )
}
