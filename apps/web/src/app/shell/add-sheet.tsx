import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ChevronRight, Ticket } from 'lucide-react'
import { recentQuery } from '@/features/shows/api'
import { useMediaQuery } from '@/lib/hooks'
import { Dialog } from '@/ui/dialog'
import { Sheet } from '@/ui/sheet'
import { AddMediaRow } from './add-media-row'

type AddSheetProps = { open: boolean; onOpenChange: (open: boolean) => void }

/** What can be added, from anywhere: a show, or media to one of the last. */
export function AddSheet({ open, onOpenChange }: AddSheetProps) {
  const wide = useMediaQuery('(min-width: 40rem)')
  const Panel = wide ? Dialog : Sheet
  const close = () => onOpenChange(false)
  const { data: shows = [] } = useQuery({ ...recentQuery, enabled: open })
  return (
    <Panel open={open} onOpenChange={onOpenChange} title="Add">
      <Link
        to="/shows/create"
        onClick={close}
        className="flex min-h-16 items-center gap-4 rounded-control bg-raised px-4 font-medium text-16 ring-1 ring-line ring-inset hover:bg-line"
      >
        <Ticket aria-hidden className="size-6 text-accent" />
        <span className="flex-1">A show</span>
        <ChevronRight aria-hidden className="size-5 text-soft" />
      </Link>
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
