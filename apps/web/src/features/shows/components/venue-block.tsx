import { Link } from '@tanstack/react-router'
import { ArrowUpRight, MapPin } from 'lucide-react'
import { sayCity } from '@/lib/places'
import type { Show } from '../model'

/** Where it is: name, address, city, and a map where the place is known to the metre. */
export function VenueBlock({ show }: { show: Show }) {
  const { venue_name, venue_address, venue_city: city, venue_state: state, venue_country: country } = show
  const map = mapOf(show)
  return (
    <section aria-labelledby="venue">
      <h2 id="venue" className="sr-only">
        Venue
      </h2>
      <address className="flex gap-3 not-italic">
        <MapPin aria-hidden className="mt-0.5 size-5 shrink-0 text-accent" />
        <div className="wrap-anywhere min-w-0">
          <p className="font-medium text-16">
            <Link to="/venues/$venueId" params={{ venueId: show.venue.id }} className="hover:text-accent">
              {venue_name}
            </Link>
          </p>
          <p className="text-14 text-soft">
            {venue_address && <span className="block">{venue_address}</span>}
            {sayCity({ city, state, country })}
          </p>
          {map && (
            <a
              href={map}
              target="_blank"
              rel="noreferrer"
              className="inline-flex min-h-11 items-center gap-1 text-14 text-accent hover:underline"
            >
              Open the map
              <ArrowUpRight aria-hidden className="size-4" />
              <span className="sr-only">in a new tab</span>
            </a>
          )}
        </div>
      </address>
    </section>
  )
}

function mapOf({ venue_latitude: latitude, venue_longitude: longitude }: Show): string | undefined {
  if (latitude === null || longitude === null) return undefined
  return `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`
}
