import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { sayShortDate } from '@/lib/dates'
import { photosQuery } from '../api'
import { Section } from './section'

/** My latest photos in a row; nothing where there are none. */
export function PhotoStrip() {
  const { data: photos = [] } = useQuery(photosQuery)
  const shown = photos.filter((photo) => photo.show !== null && photo.state === 'ready')
  if (shown.length === 0) return null
  return (
    <Section title="Your photos">
      <ul className="scrollbar-none -mx-4 flex snap-x gap-2 overflow-x-auto px-4 sm:-mx-8 sm:px-8">
        {shown.map(({ id, show, color, urls, caption }) => (
          <li key={id} className="shrink-0 snap-start scroll-ml-4 sm:scroll-ml-8">
            <Link
              to="/shows/$showId/photos"
              params={{ showId: show?.id ?? '' }}
              search={{ photo: id }}
              className="block size-32 overflow-hidden rounded-control bg-raised sm:size-44"
              style={{ backgroundColor: color ?? undefined }}
            >
              <img
                src={urls.thumbnail}
                alt={caption ?? `${show?.artist_name}, ${show && sayShortDate(show.show_date)}`}
                loading="lazy"
                decoding="async"
                className="size-full object-cover"
              />
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
