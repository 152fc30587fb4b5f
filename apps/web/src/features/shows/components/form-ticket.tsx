import { useEffect } from 'react'
import { useWatch } from 'react-hook-form'
import { dateIn, dateParts, sayDate } from '@/lib/dates'
import { useRested } from '@/lib/hooks'
import { hue } from '@/lib/hue'
import { sayVenue } from '@/lib/places'
import { TicketStub } from '@/ui/ticket-stub'
import type { FormPart } from '../form-part'

const REST_MS = 400

type FormTicketProps = Pick<FormPart, 'form'> & {
  /** Is told the hue of the artist. */
  onTint: (hue: number) => void
}

/** The ticket that is being written, in the colour of its artist. What it says stands in the fields below. */
export function FormTicket({ form, onTint }: FormTicketProps) {
  const [artist, venue, city, date, support] = useWatch({
    control: form.control,
    name: ['artist_name', 'venue_name', 'venue_city', 'show_date', 'support'],
  })
  // Not a new colour with every letter.
  const tint = hueOf(useRested(artist, REST_MS))
  useEffect(() => onTint(tint), [tint, onTint])
  return (
    <div aria-hidden>
      <TicketStub
        tint={tint}
        date={blockOf(date)}
        title={artist.trim() || 'Who was it?'}
        support={support}
        place={sayVenue({ name: venue.trim(), city: city.trim() }) || 'Where?'}
      />
    </div>
  )
}

/** The hue of the artist being typed, and one for nobody. */
export const hueOf = (artist: string) => hue(artist.trim() || 'a show')

function blockOf(typed: string) {
  const date = isDay(typed) ? typed : dateIn(Intl.DateTimeFormat().resolvedOptions().timeZone)
  return { date, label: sayDate(date), ...dateParts(date), ...(date !== typed && { day: '?' }) }
}

// While a year is being typed the field says things like 0002-01-01.
const isDay = (text: string) => /^(19|20|21)\d\d-\d\d-\d\d$/.test(text)
