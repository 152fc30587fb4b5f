import type { Listen } from '@sharemyshows/contract/listens'
import type { Mood } from '@sharemyshows/contract/moods'
import type { Track } from '@sharemyshows/contract/music'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { sayAgo } from '@/lib/dates'
import { MOOD_NAMES, moodColour } from '@/lib/moods'
import { PagedList } from '@/ui/paged-list'
import { listensQuery } from '../api'
import { sayBy, sayOutcome } from '../model'

type PlayedListProps = {
  days: number
  mood: Mood | undefined
  /** When the list was read, in ms. */
  now: number
  /** A button to play it again. */
  play: (track: Track) => ReactNode
}

/** What I played in the last days, in which mood and how far. */
export function PlayedList({ days, mood, now, play }: PlayedListProps) {
  const list = useInfiniteQuery(listensQuery({ days, mood }))
  return (
    <PagedList
      list={list}
      loading="Loading what you played"
      empty={<p className="py-6 text-14 text-soft">Nothing was played in this time.</p>}
    >
      {(listens) => (
        <ul>
          {listens.map((listen) => (
            <Played key={listen.id} listen={listen} now={now} play={play} />
          ))}
        </ul>
      )}
    </PagedList>
  )
}

function Played({ listen, now, play }: { listen: Listen } & Pick<PlayedListProps, 'now' | 'play'>) {
  const { track, mood, played_at: at } = listen
  const by = sayBy(track)
  return (
    <li className="flex min-h-16 items-center gap-3 border-line border-b last:border-0">
      {play(track)}
      <div className="min-w-0 flex-1 py-2">
        <p className="truncate font-medium text-14" title={track.name}>
          {track.name}
          {by && <span className="font-normal text-soft"> · {by}</span>}
        </p>
        <p className="flex flex-wrap items-center gap-x-2 text-12 text-soft">
          {mood && (
            <span className="flex items-center gap-1.5">
              <span
                aria-hidden
                className="size-2 rounded-full"
                style={{ backgroundColor: moodColour(mood) }}
              />
              {MOOD_NAMES[mood]}
            </span>
          )}
          <span>{sayAgo(at, now)}</span>
          <span className="tabular-nums">{sayOutcome(listen)}</span>
        </p>
      </div>
    </li>
  )
}
