import { CircleSlash, PencilLine } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '@/ui/button'
import type { Event } from '../model'
import { usePublish } from '../use-publish'

/** What has to be known of an event before its numbers: it is not out yet, or called off. */
export function DeskNotices({ event }: { event: Event }) {
  const publish = usePublish(event)
  return (
    <>
      {event.status === 'cancelled' && (
        <Notice icon={<CircleSlash aria-hidden />}>
          <p className="font-medium">Called off</p>
          {event.cancel_reason && (
            <p className="wrap-anywhere whitespace-pre-line text-14 text-soft">{event.cancel_reason}</p>
          )}
        </Notice>
      )}
      {event.visibility === 'private' && (
        <Notice icon={<PencilLine aria-hidden />}>
          <p className="font-medium">A draft, seen by nobody else</p>
          <div className="mt-2 flex flex-wrap gap-2">
            <Button variant="inverse" onClick={() => void publish('public')}>
              Publish
            </Button>
            <Button variant="ghost" onClick={() => void publish('friends')}>
              For my friends only
            </Button>
          </div>
        </Notice>
      )}
    </>
  )
}

function Notice({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <div className="flex gap-4 rounded-card bg-raised p-5 ring-1 ring-line ring-inset [&>svg]:size-6 [&>svg]:shrink-0 [&>svg]:text-soft">
      {icon}
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  )
}
