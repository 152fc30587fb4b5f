import { Link } from '@tanstack/react-router'
import { sayAgo, sayInstant } from '@/lib/dates'
import { anchorOf, type Comment } from '../model'

const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone

/** How long ago it was said, and on hover or focus exactly when; leads to the comment's own address. */
export function SaidWhen({ comment, now }: { comment: Comment; now: number }) {
  const exactly = sayInstant(HERE, comment.created_at)
  return (
    <Link
      to="/shows/$showId/comments"
      params={{ showId: comment.show_id }}
      hash={anchorOf(comment.id)}
      replace
      className="group relative -my-2 rounded-small py-2 text-12 text-soft hover:text-ink"
    >
      <time dateTime={comment.created_at}>{sayAgo(comment.created_at, now)}</time>
      <span className="sr-only">, {exactly}</span>
      <span
        aria-hidden
        className="pointer-events-none absolute bottom-full left-0 z-10 hidden whitespace-nowrap rounded-small bg-raised px-2 py-1 text-ink shadow-float group-hover:block group-focus-visible:block"
      >
        {exactly}
      </span>
    </Link>
  )
}
