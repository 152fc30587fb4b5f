import { useEffect } from 'react'
import { useWatch } from 'react-hook-form'
import { dateIn, dateParts, sayDate } from '@/lib/dates'
import { useRested } from '@/lib/hooks'
import { hue } from '@/lib/hue'
import { sayVenue } from '@/lib/places'
import { TicketStub } from '@/ui/ticket-stub'
import { isDay } from '../desk-words'
import type { DeskPart } from './desk-part'

const REST_MS = 400

type DeskTicketProps = Pick<DeskPart, 'form'> & {
  /** Is told the hue of the event. */
  onTint: (hue: number) => void
}

/** The ticket that is being written. What it says stands in the fields below. */
export function DeskTicket({ form, onTint }: DeskTicketProps) {
  const [title, artists, venue, city, date] = useWatch({
    control: form.control,
    name: ['title', 'artists', 'venue_name', 'venue_city', 'date'],
  })
  // Not a new colour with every letter.
  const tint = hueOfEvent(useRested(artists[0] ?? title, REST_MS))
  useEffect(() => onTint(tint), [tint, onTint])
  const day = isDay(date) ? date : dateIn(Intl.DateTimeFormat().resolvedOptions().timeZone)
  return (
    <div aria-hidden>
      <TicketStub
        tint={tint}
        date={{ date: day, label: sayDate(day), ...dateParts(day), ...(day !== date && { day: '?' }) }}
        title={title.trim() || 'What is it called?'}
        support={artists.filter((name) => name.toLowerCase() !== title.trim().toLowerCase())}
        place={sayVenue({ name: venue.trim(), city: city.trim() }) || 'Where?'}
      />
    </div>
  )
}

/** The hue of what an event is called, and one for nothing. */
export const hueOfEvent = (name: string) => hue(name.trim() || 'an event')
