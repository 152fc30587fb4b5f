import './show-poster.css'
import { Link } from '@tanstack/react-router'
import type { CSSProperties } from 'react'
import { sayShortDate } from '@/lib/dates'
import { sizesOfCover } from '@/lib/picture'
import { sayVenue } from '@/lib/places'
import { tintStyle } from '@/ui/tint'
import { type Show, tintOfShow } from '../model'

/** A show as a poster: its photo above its name, or the name alone on the light of the artist. */
export function ShowPoster({ show }: { show: Show }) {
  const { cover } = show
  return (
    <article
      className="poster tinted relative flex aspect-3/4 flex-col overflow-hidden rounded-card"
      style={{ ...tintStyle(tintOfShow(show)), ...longestWord(show.artist_name) }}
      data-photo={cover !== null || undefined}
    >
      {cover && (
        <img
          src={cover.thumbnail}
          srcSet={sizesOfCover(cover)}
          sizes="(min-width: 48rem) 15rem, 50vw"
          alt=""
          loading="lazy"
          decoding="async"
          className="h-3/5 w-full bg-(--tint-deep) object-cover"
        />
      )}
      <div className="flex min-h-0 flex-1 flex-col justify-between gap-1 p-3 sm:p-4">
        <h3 className="poster-title">
          <Link to="/shows/$showId" params={{ showId: show.id }}>
            {show.artist_name}
          </Link>
        </h3>
        <p className="text-12 text-soft">
          <time dateTime={show.show_date} className="block text-ink">
            {sayShortDate(show.show_date)}
          </time>
          <span className="block truncate">{sayVenue({ name: show.venue_name, city: show.venue_city })}</span>
        </p>
      </div>
    </article>
  )
}

const longestWord = (name: string) =>
  ({ '--letters': Math.max(...name.split(/[\s-]/).map((word) => word.length)) }) as CSSProperties
