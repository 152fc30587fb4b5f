import type { Activity } from '@sharemyshows/contract/feed'
import { Link } from '@tanstack/react-router'
import { AudioLines } from 'lucide-react'
import { sayAgo, sayShortDate } from '@/lib/dates'
import { Avatar } from '@/ui/avatar'
import { nameOf, type Piece, piecesOf, tabOf } from '../model'

type ActivityItemProps = { activity: Activity; now: number }

const linkStyles = 'font-medium text-ink hover:underline'

/** Something somebody did: who, what, and where it is to be seen. */
export function ActivityItem({ activity, now }: ActivityItemProps) {
  const { actor, show, media, text, created_at } = activity
  return (
    <li className="flex gap-3 border-line border-b py-4">
      <Link to="/profile/$username" params={{ username: actor.username }} tabIndex={-1} aria-hidden>
        <Avatar name={nameOf(actor)} src={actor.avatar} size={40} />
      </Link>
      <div className="min-w-0 flex-1">
        <p className="wrap-anywhere text-14 text-soft">
          {piecesOf(activity).map(({ text, names }) => (
            <Named key={names ?? text} names={names} activity={activity}>
              {text}
            </Named>
          ))}
        </p>
        {text && <blockquote className="wrap-anywhere mt-1 line-clamp-3 text-16">{text}</blockquote>}
        {media.length > 0 && <Media activity={activity} />}
        <p className="mt-1 text-12 text-soft">
          {[show && sayShortDate(show.show_date), sayAgo(created_at, now)].filter(Boolean).join(' · ')}
        </p>
      </div>
    </li>
  )
}

type NamedProps = { names: Piece['names']; activity: Activity; children: string }

/** Words that lead to whom or what they name. */
function Named({ names, activity: { actor, show, target_user, type }, children }: NamedProps) {
  if (names === 'show' && show) {
    return (
      <Link to={`/shows/$showId${tabOf(type)}`} params={{ showId: show.id }} className={linkStyles}>
        {children}
      </Link>
    )
  }
  const person = names === 'actor' ? actor : names === 'target' ? target_user : null
  if (!person) return children
  return (
    <Link to="/profile/$username" params={{ username: person.username }} className={linkStyles}>
      {children}
    </Link>
  )
}

/** The first of what was added; the show's page has them all. */
function Media({ activity: { media, show, type, count } }: { activity: Activity }) {
  const pictures = media.filter(({ thumbnail }) => thumbnail !== null)
  const what = type === 'VIDEO_UPLOADED' ? 'Videos' : 'Photos'
  if (show === null) return null
  if (pictures.length === 0) {
    return (
      <ul className="mt-2 flex flex-col gap-1 text-14">
        {media.map(({ id, title }) => (
          <li key={id} className="flex items-center gap-2">
            <AudioLines aria-hidden className="size-4 shrink-0 text-accent" />
            <span className="truncate">{title ?? 'Recording'}</span>
          </li>
        ))}
      </ul>
    )
  }
  return (
    <Link
      to={`/shows/$showId${tabOf(type)}`}
      params={{ showId: show.id }}
      aria-label={`${what} of ${show.artist_name}`}
      className="mt-2 grid max-w-md grid-cols-4 gap-1.5"
    >
      {pictures.map(({ id, thumbnail }, n) => (
        <span key={id} className="relative aspect-square overflow-hidden rounded-small bg-raised">
          <img
            src={thumbnail ?? ''}
            alt=""
            loading="lazy"
            decoding="async"
            className="size-full object-cover"
          />
          {n === pictures.length - 1 && count > pictures.length && (
            <span className="absolute inset-0 grid place-items-center bg-black/60 font-display text-20 text-white">
              +{count - pictures.length}
            </span>
          )}
        </span>
      ))}
    </Link>
  )
}
