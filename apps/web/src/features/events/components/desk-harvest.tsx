import type { EventStats } from '@sharemyshows/contract/event-stats'
import { Link } from '@tanstack/react-router'
import { useId } from 'react'

type DeskHarvestProps = { id: string; stats: EventStats }

/** What the night leaves: everything people add, each a way to it. */
export function DeskHarvest({ id, stats }: DeskHarvestProps) {
  const heading = useId()
  const params = { showId: id }
  const kinds = [
    { to: '/shows/$showId/chat', count: stats.messages, one: 'message', many: 'messages' },
    { to: '/shows/$showId/photos', count: stats.photos, one: 'photo', many: 'photos' },
    { to: '/shows/$showId/videos', count: stats.videos, one: 'video', many: 'videos' },
    { to: '/shows/$showId/audio', count: stats.audio, one: 'recording', many: 'recordings' },
    { to: '/shows/$showId/comments', count: stats.comments, one: 'comment', many: 'comments' },
  ] as const
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading} className="mb-3 text-20">
        What people leave
      </h2>
      <ul className="grid grid-cols-2 gap-2 sm:grid-cols-5">
        {kinds.map(({ to, count, one, many }) => (
          <li key={to} className="first:max-sm:col-span-2">
            <Link
              to={to}
              params={params}
              className="flex min-h-16 flex-col justify-center rounded-control px-4 py-2 ring-1 ring-line ring-inset hover:bg-ink/4"
            >
              <span className="font-bold font-display text-28 tabular-nums tracking-tight">{count}</span>
              <span className="text-14 text-soft">{count === 1 ? one : many}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
