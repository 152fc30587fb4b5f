import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ApiProblem, sayProblem } from '@/lib/problem'
import { ErrorState } from '@/ui/error-state'
import { NothingHere } from './nothing-here'
import { StageSkeleton } from './stage-skeleton'

type ThingProps<T> = {
  query: Pick<UseQueryResult<T>, 'data' | 'error' | 'refetch'>
  /** What is said when there is no such thing. */
  missing: { title: string; message: string }
  /** What stands there while it is on its way, where that is no stage. */
  waiting?: ReactNode
  children: (thing: T) => ReactNode
}

/** The thing a page is about, once it is there; else its shape, that it failed, or that there is none. */
export function Thing<T>({ query: { data, error, refetch }, missing, waiting, children }: ThingProps<T>) {
  if (error instanceof ApiProblem && error.status === 404) return <NothingHere {...missing} />
  if (data !== undefined) return children(data)
  if (error === null) return waiting ?? <StageSkeleton />
  return <ErrorState heading="h1" message={sayProblem(error)} onRetry={refetch} />
}
