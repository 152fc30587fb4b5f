import type { EventStats } from '@sharemyshows/contract/event-stats'
import { type ReactNode, useId } from 'react'
import { Progress } from '@/ui/progress'
import { doorIsOpen } from '../desk'
import { sayPeople } from '../desk-words'
import type { Event } from '../model'
import { Answers, Arrivals } from './desk-charts'
import { DeskHarvest } from './desk-harvest'

type DeskPanelProps = { event: Event; stats: EventStats; now: number }

/** How it goes: the door first once it is open, before that the seats. */
export function DeskPanel({ event, stats, now }: DeskPanelProps) {
  const open = doorIsOpen(event, stats, now)
  const { going, maybe, no, waitlist } = stats.rsvp_counts
  const answered = going + maybe + no + waitlist > 0
  const door = open && (
    <Part title="At the door">
      <Arrivals {...{ event, stats, now }} />
    </Part>
  )
  const seats = (
    <Part title={stats.capacity === null ? 'Who comes' : 'Seats'}>
      {answered ? <Seats stats={stats} /> : <Unanswered draft={event.visibility === 'private'} />}
      {!open && <Answers {...{ event, stats, now }} />}
    </Part>
  )
  return (
    <>
      {door}
      {seats}
      {open && <DeskHarvest id={event.id} stats={stats} />}
    </>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const heading = useId()
  return (
    <section aria-labelledby={heading} className="flex flex-col gap-3">
      <h2 id={heading} className="text-20">
        {title}
      </h2>
      {children}
    </section>
  )
}

/** The hall as it fills, and those who are not in it. */
function Seats({ stats: { capacity, rsvp_counts } }: { stats: EventStats }) {
  const { going, maybe, no, waitlist } = rsvp_counts
  return (
    <div className="flex flex-col gap-2">
      {capacity !== null && <Progress label="Seats taken" value={going / capacity} className="h-3" />}
      <p className="flex flex-wrap justify-between gap-x-4 text-14 tabular-nums">
        <span className="font-medium">{saySeatsLeft(going, capacity)}</span>
        <span className="text-soft">
          {[waitlist > 0 && `${waitlist} waiting`, `${maybe} maybe`, `${no} not coming`]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </p>
      {waitlist > 0 && (
        <p className="text-12 text-soft">
          {sayPeople(waitlist)} in line. Whoever gives a seat back lets the first in, who is told.
        </p>
      )}
    </div>
  )
}

function Unanswered({ draft }: { draft: boolean }) {
  return (
    <p className="text-14 text-soft">
      {draft ? 'Answers begin once it is published.' : 'Nobody has answered yet. Share it.'}
    </p>
  )
}

function saySeatsLeft(going: number, capacity: number | null): string {
  if (capacity === null) return `${sayPeople(going)} going, no limit of seats`
  const left = capacity - going
  if (left < 0) return `${-left} more than there are seats`
  if (left === 0) return 'Full'
  return left === 1 ? 'One seat left' : `${left} seats left`
}
