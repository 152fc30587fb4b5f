import type { UseQueryResult } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { MessageCircleOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { ApiProblem, sayProblem } from '@/lib/problem'
import { buttonStyles } from '@/ui/button'
import { EmptyState } from '@/ui/empty-state'
import { ErrorState } from '@/ui/error-state'
import { LogSkeleton } from './log-skeleton'
import { RoomClosed } from './room-closed'

type PaneQueryProps<T> = {
  query: Pick<UseQueryResult<T>, 'data' | 'error' | 'refetch'>
  /** The way into a room that is closed. */
  wayIn?: ReactNode
  children: (told: T) => ReactNode
}

/** What a pane shows once it is known; else that it is on its way, that it failed, or that there is nothing for me. */
export function PaneQuery<T>({ query: { data, error, refetch }, wayIn, children }: PaneQueryProps<T>) {
  if (error instanceof ApiProblem && error.code === 'room_closed') return <RoomClosed action={wayIn} />
  if (error instanceof ApiProblem && GONE.has(error.code)) return <Gone />
  if (data !== undefined) return children(data)
  if (error === null) return <LogSkeleton />
  return <ErrorState heading="h1" message={sayProblem(error)} onRetry={() => void refetch()} />
}

/** No conversation, or no name of one. */
const GONE = new Set<string>(['not_found', 'validation_failed'])

function Gone() {
  return (
    <EmptyState
      icon={<MessageCircleOff />}
      title="This conversation is gone"
      action={
        <Link to="/messages" className={buttonStyles({ variant: 'secondary' })}>
          To your messages
        </Link>
      }
    >
      There is none here, or one of you has closed it.
    </EmptyState>
  )
}
