import { Lock, PencilLine } from 'lucide-react'
import { Badge } from '@/ui/badge'
import { VISIBLE_TO } from '../desk-words'
import type { Event } from '../model'

/** What is not as one would think of an event: not out yet, for few, called off. */
export function DeskBadges({
  event: { visibility, status },
}: {
  event: Pick<Event, 'visibility' | 'status'>
}) {
  return (
    <>
      {status === 'cancelled' && <Badge tone="danger">Cancelled</Badge>}
      {visibility !== 'public' && (
        <Badge tone={visibility === 'private' ? 'warning' : 'plain'}>
          {visibility === 'private' ? <PencilLine aria-hidden /> : <Lock aria-hidden />}
          {VISIBLE_TO[visibility]}
        </Badge>
      )}
    </>
  )
}
