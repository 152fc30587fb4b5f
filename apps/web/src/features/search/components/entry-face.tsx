import { Building2, ListMusic, type LucideIcon, MapPin, Mic, Ticket, UserRound } from 'lucide-react'
import { dateParts, sayDate } from '@/lib/dates'
import { Avatar } from '@/ui/avatar'
import { DateBlock } from '@/ui/date-block'
import type { Kind } from '../kinds'
import type { Entry } from '../model'
import { Marked } from './marked'

const KIND_ICONS: Record<Kind, LucideIcon> = {
  shows: Ticket,
  artists: Mic,
  venues: Building2,
  cities: MapPin,
  people: UserRound,
  songs: ListMusic,
}

/** What one found thing looks like, on the page and in the palette. */
export function EntryFace({ entry, q }: { entry: Entry; q: string }) {
  return (
    <>
      <Sign entry={entry} />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">
          <Marked text={entry.title} q={q} />
        </span>
        <span className="block truncate text-14 text-soft">
          <Marked text={entry.detail} q={q} />
        </span>
      </span>
      {entry.aside && <span className="shrink-0 text-12 text-soft tabular-nums">{entry.aside}</span>}
    </>
  )
}

/** The day of a show, the face of a person, the sign of anything else. */
function Sign({ entry }: { entry: Entry }) {
  if (entry.date) {
    const { month, day, year } = dateParts(entry.date)
    const label = sayDate(entry.date)
    return (
      <span className="w-11 shrink-0">
        <DateBlock {...{ date: entry.date, label, weekday: '', month, day }} size="compact" />
        <span aria-hidden className="block text-center text-12 text-soft leading-none">
          {year}
        </span>
      </span>
    )
  }
  if (entry.kind === 'people') return <Avatar name={entry.title} src={entry.picture} size={44} />
  const Icon = KIND_ICONS[entry.kind]
  return (
    <span className="flex size-11 shrink-0 items-center justify-center rounded-full bg-raised text-soft">
      <Icon aria-hidden className="size-5" />
    </span>
  )
}
