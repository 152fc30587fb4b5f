import type { UseQueryResult } from '@tanstack/react-query'
import { type ReactNode, useId } from 'react'
import { cn } from '@/lib/cn'
import { sayProblem } from '@/lib/problem'
import { Button } from '@/ui/button'

type SectionProps = { title: string; action?: ReactNode; className?: string; children: ReactNode }

/** A part of the dashboard under its own heading. */
export function Section({ title, action, className, children }: SectionProps) {
  const heading = useId()
  return (
    <section aria-labelledby={heading} className={cn('min-w-0', className)}>
      <header className="mb-3 flex min-h-11 items-center justify-between gap-4">
        <h2 id={heading} className="text-28">
          {title}
        </h2>
        {action}
      </header>
      {children}
    </section>
  )
}

type AnswerProps<T> = {
  query: Pick<UseQueryResult<T>, 'data' | 'error' | 'refetch'>
  /** What stands there while waiting, of the height that comes. */
  waiting: ReactNode
  children: (data: T) => ReactNode
}

/** What a query answered; until then its skeleton, and where it failed a way to try again. */
export function Answer<T>({ query: { data, error, refetch }, waiting, children }: AnswerProps<T>) {
  if (data !== undefined) return children(data)
  if (!error) {
    return (
      <div role="status">
        <span className="sr-only">Loading</span>
        {waiting}
      </div>
    )
  }
  return (
    <div role="alert" className="flex flex-wrap items-center gap-x-4 gap-y-2 text-14 text-soft">
      <p>{sayProblem(error)}</p>
      <Button size="small" onClick={() => void refetch()}>
        Try again
      </Button>
    </div>
  )
}
