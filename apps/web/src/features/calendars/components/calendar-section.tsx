import { useState } from 'react'
import { sayDate } from '@/lib/dates'
import { sayProblem } from '@/lib/problem'
import { Button } from '@/ui/button'
import { ConfirmDialog } from '@/ui/confirm-dialog'
import { Skeleton } from '@/ui/skeleton'
import { toast } from '@/ui/toast'
import { useCalendarFeed, useMakeFeed, useRevokeFeed } from '../api'
import { FeedAddress } from './feed-address'

type Asking = 'renew' | 'stop' | null

/** An address by which the calendar of my phone follows my shows: to make, to copy once, to take out of use. */
export function CalendarSection() {
  const { data: feed, error, refetch } = useCalendarFeed()
  const make = useMakeFeed()
  const revoke = useRevokeFeed()
  const [asking, setAsking] = useState<Asking>(null)
  const failed = (problem: unknown) => toast.failed(sayProblem(problem))
  const attempt = async (deed: () => Promise<unknown>) => {
    try {
      await deed()
    } catch (problem) {
      failed(problem)
      throw problem
    }
  }
  if (error && !feed) {
    return (
      <p role="alert" className="text-14 text-soft">
        {sayProblem(error)}
        <Button size="small" variant="ghost" onClick={() => refetch()}>
          Try again
        </Button>
      </p>
    )
  }
  if (!feed) return <Skeleton className="h-11 w-48" />
  if (!feed.active) {
    return (
      <Button
        className="max-sm:w-full"
        pending={make.isPending}
        onClick={() => make.mutate(undefined, { onError: failed })}
      >
        Make an address
      </Button>
    )
  }
  return (
    <>
      {make.data ? (
        <FeedAddress url={make.data.url} />
      ) : (
        <p className="text-14 text-soft">
          Your address is in use since {sayDate(feed.updated_at?.slice(0, 10) ?? '')}. It was shown when it
          was made; make a new one if you need it again.
        </p>
      )}
      <div className="mt-4 flex flex-wrap gap-2">
        <Button onClick={() => setAsking('renew')}>Make a new address</Button>
        <Button variant="ghost" className="text-danger" onClick={() => setAsking('stop')}>
          Stop sharing
        </Button>
      </div>
      <ConfirmDialog
        open={asking === 'renew'}
        onOpenChange={() => setAsking(null)}
        title="Make a new address?"
        description="Calendars that use the address you have now stop hearing of your shows, until you give them the new one."
        confirmLabel="Make a new one"
        onConfirm={() => attempt(() => make.mutateAsync())}
      />
      <ConfirmDialog
        open={asking === 'stop'}
        onOpenChange={() => setAsking(null)}
        title="Stop sharing your calendar?"
        description="The address stops working at once. What calendars have of it already stays there."
        confirmLabel="Stop sharing"
        onConfirm={() => attempt(async () => revoke.mutateAsync().then(make.reset))}
      />
    </>
  )
}
