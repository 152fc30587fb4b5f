import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { sayShortDate } from '@/lib/dates'
import { commentsQuery } from '../api'
import { Section } from './section'

/** What I said last under shows; nothing where I said nothing. */
export function MyWords() {
  const { data: comments = [] } = useQuery(commentsQuery)
  const shown = comments.filter(({ show }) => show !== null)
  if (shown.length === 0) return null
  return (
    <Section title="What you said">
      <ul className="grid gap-x-8 lg:grid-cols-2">
        {shown.map(({ id, show, content }) => (
          <li key={id} className="border-line border-b py-3">
            <p className="wrap-anywhere line-clamp-2 text-16">{content}</p>
            <Link
              to="/shows/$showId"
              params={{ showId: show?.id ?? '' }}
              className="flex min-h-11 items-center text-14 text-soft hover:text-ink hover:underline"
            >
              {show?.artist_name}, {show && sayShortDate(show.show_date)}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
