import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { AudioWaveform, CalendarPlus, ChevronRight, FileUp, Ticket } from 'lucide-react'
import { useSession } from '@/features/accounts/session'
import { recentQuery } from '@/features/shows/api'
import { useMediaQuery } from '@/lib/hooks'
import { Dialog } from '@/ui/dialog'
import { Sheet } from '@/ui/sheet'
import { AddMediaRow } from './add-media-row'

const ROW =
  'flex min-h-16 items-center gap-4 rounded-control bg-raised px-4 font-medium text-16 ring-1 ring-line ring-inset hover:bg-line'

type AddSheetProps = { open: boolean; onOpenChange: (open: boolean) => void }

/** What can be added, from anywhere: a show, media to one of the last, and by organisers an event. */
export function AddSheet({ open, onOpenChange }: AddSheetProps) {
  const wide = useMediaQuery('(min-width: 40rem)')
  const Panel = wide ? Dialog : Sheet
  const { user } = useSession()
  const close = () => onOpenChange(false)
  const { data: shows = [] } = useQuery({ ...recentQuery, enabled: open })
  return (
    <Panel open={open} onOpenChange={onOpenChange} title="Add">
      <div className="flex flex-col gap-2">
        <Link to="/shows/create" onClick={close} className={ROW}>
          <Ticket aria-hidden className="size-6 text-accent" />
          <span className="flex-1">A show</span>
          <ChevronRight aria-hidden className="size-5 text-soft" />
        </Link>
        <Link to="/sound-lab/upload" onClick={close} className={ROW}>
          <AudioWaveform aria-hidden className="size-6 text-accent" />
          <span className="flex-1">A recording to the Sound Lab</span>
          <ChevronRight aria-hidden className="size-5 text-soft" />
        </Link>
        <Link to="/settings/imports" onClick={close} className={ROW}>
          <FileUp aria-hidden className="size-6 text-accent" />
          <span className="flex-1">Many shows from a file</span>
          <ChevronRight aria-hidden className="size-5 text-soft" />
        </Link>
        {user && user.role !== 'attendee' && (
          <Link to="/organizer/new" onClick={close} className={ROW}>
            <CalendarPlus aria-hidden className="size-6 text-accent" />
            <span className="flex-1">An event of yours</span>
            <ChevronRight aria-hidden className="size-5 text-soft" />
          </Link>
        )}
      </div>
      {shows.length > 0 && (
        <section aria-labelledby="add-media" className="mt-5">
          <h3 id="add-media" className="px-1 font-medium font-text text-14 text-soft">
            Photos, videos or a recording to
          </h3>
          <ul className="mt-1">
            {shows.map((show) => (
              <li key={show.id}>
                <AddMediaRow show={show} onDone={close} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </Panel>
  )
}
