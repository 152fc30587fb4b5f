import type { DiaryShow } from '@sharemyshows/contract/dashboard'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { dateParts, sayDate } from '@/lib/dates'
import { hue } from '@/lib/hue'
import { sayVenue } from '@/lib/places'
import { TicketStub } from '@/ui/ticket-stub'

/** A night I remember, as a ticket that leads to its page. */
export function NightStub({ show, footer }: { show: DiaryShow; footer?: ReactNode }) {
  const { day, month, year, weekday } = dateParts(show.show_date)
  return (
    <TicketStub
      tint={show.cover?.color ?? hue(show.artist_name)}
      picture={show.cover?.thumbnail}
      date={{ date: show.show_date, label: sayDate(show.show_date), day, month, weekday, year }}
      title={show.artist_name}
      place={sayVenue({ name: show.venue_name, city: show.venue_city })}
      footer={footer}
      link={({ children }) => (
        <Link to="/shows/$showId" params={{ showId: show.id }}>
          {children}
        </Link>
      )}
      className="h-full"
    />
  )
}
