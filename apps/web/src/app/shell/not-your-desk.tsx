import { Link } from '@tanstack/react-router'
import { buttonStyles } from '@/ui/button'

/** Stands where somebody opens the desk of an event that others look after. */
export function NotYourDesk({ event }: { event: { id: string; title: string } }) {
  return (
    <div className="mx-auto flex max-w-md flex-col items-center gap-3 px-4 py-24 text-center">
      <h1 tabIndex={-1} className="text-28">
        Others look after this one
      </h1>
      <p className="text-14 text-soft">You can see {event.title} as everybody does.</p>
      <Link to="/shows/$showId" params={{ showId: event.id }} className={buttonStyles({ className: 'mt-3' })}>
        Open it
      </Link>
    </div>
  )
}
