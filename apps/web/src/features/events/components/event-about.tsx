import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { timeIn } from '@/lib/dates'
import { smallPicture } from '@/lib/picture'
import { Avatar } from '@/ui/avatar'
import { LinkedText } from '@/ui/linked-text'
import { Progress } from '@/ui/progress'
import { type Event, sayEnd, startOf } from '../model'

/** What its organiser says of an event: in words, and what one plans by. */
export function EventAbout({ event }: { event: Event }) {
  const { description, doors_at, time_zone, capacity } = event
  return (
    <section aria-labelledby="about" className="flex flex-col gap-6">
      <h2 id="about" className="sr-only">
        About this night
      </h2>
      {description && (
        <p className="wrap-anywhere max-w-prose whitespace-pre-line text-16">
          <LinkedText text={description} />
        </p>
      )}
      <dl className="flex flex-wrap gap-x-12 gap-y-4">
        {doors_at && <Fact name="Doors">{timeIn(time_zone, doors_at)}</Fact>}
        <Fact name="Starts">{startOf(event)}</Fact>
        <Fact name="Ends">{sayEnd(event)}</Fact>
        {capacity !== null && <Seats event={event} capacity={capacity} />}
      </dl>
      <Organizer event={event} />
    </section>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-12 text-soft">{name}</dt>
      <dd className="wrap-anywhere font-medium text-16 tabular-nums">{children}</dd>
    </div>
  )
}

function Seats({ event: { rsvp_counts }, capacity }: { event: Event; capacity: number }) {
  return (
    <Fact name="Seats">
      {rsvp_counts.going.toLocaleString('en')} of {capacity.toLocaleString('en')}
      <Progress label="Seats taken" value={rsvp_counts.going / capacity} className="mt-2 w-40" />
    </Fact>
  )
}

function Organizer({ event: { organizer } }: { event: Event }) {
  const name = organizer.display_name ?? organizer.username
  return (
    <div className="flex items-center gap-3">
      <Avatar name={name} src={smallPicture(organizer)} size={36} />
      <p className="min-w-0 text-14">
        <span className="block text-12 text-soft">Put on by</span>
        <Link
          to="/profile/$username"
          params={{ username: organizer.username }}
          className="-my-2 inline-block max-w-full truncate py-2 font-medium hover:text-accent"
        >
          {name}
        </Link>
      </p>
    </div>
  )
}
