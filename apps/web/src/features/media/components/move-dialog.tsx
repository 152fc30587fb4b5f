import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, unwrap } from '@/lib/api'
import { sayShortDate } from '@/lib/dates'
import { keys } from '@/lib/keys'
import { sayVenue } from '@/lib/places'
import { sayProblem } from '@/lib/problem'
import { Dialog } from '@/ui/dialog'
import { ErrorState } from '@/ui/error-state'
import { SearchBox } from '@/ui/search-box'
import { Skeleton } from '@/ui/skeleton'
import { type MediaSet, useMoveMedia } from '../sets'

type MoveDialogProps = { set: MediaSet; onClose: () => void; onMoved: () => void }

const MOST = 20

function useMyShows(q: string) {
  return useQuery({
    queryKey: keys.showList({ scope: 'mine', q, most: MOST }),
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/shows', {
          params: { query: { scope: 'mine', limit: MOST, ...(q && { q }) } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  })
}

/** Offers the shows of one's diary; a tap moves the media there. */
export default function MoveDialog({ set, onClose, onMoved }: MoveDialogProps) {
  const [q, setQ] = useState('')
  const { data, error, refetch } = useMyShows(q)
  const move = useMoveMedia()
  const shows = data?.items.filter(({ id }) => id !== set.showId)
  const take = (id: string, name: string) =>
    move.mutate(
      { set, to: { id, name } },
      {
        onSuccess: () => {
          onClose()
          onMoved()
        },
      },
    )
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Move to another show"
      description="Captions and who may see them go along."
    >
      <SearchBox
        label="Look for a show in your diary"
        placeholder="Artist or venue"
        q={q}
        onChange={setQ}
        focused
      />
      {move.error && (
        <p role="alert" className="mt-3 text-14 text-danger">
          {sayProblem(move.error)}
        </p>
      )}
      <div className="mt-3 min-h-72">
        {!shows && (error ? <ErrorState message={sayProblem(error)} onRetry={refetch} /> : <Waiting />)}
        {shows?.length === 0 && (
          <p className="py-6 text-14 text-soft">
            {q ? 'No other show of your diary fits that.' : 'There is no other show in your diary yet.'}
          </p>
        )}
        <ul className="flex flex-col divide-y divide-line">
          {shows?.map((show) => (
            <li key={show.id}>
              <button
                type="button"
                disabled={move.isPending}
                onClick={() => take(show.id, show.artist_name)}
                className="flex min-h-14 w-full flex-col justify-center rounded-small px-2 py-2 text-left hover:bg-ink/8"
              >
                <span className="wrap-anywhere font-medium text-14">{show.artist_name}</span>
                <span className="wrap-anywhere text-12 text-soft">
                  {sayShortDate(show.show_date)} ·{' '}
                  {sayVenue({ name: show.venue_name, city: show.venue_city })}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  )
}

const Waiting = () => (
  <div role="status" className="flex flex-col gap-2 py-2">
    <span className="sr-only">Loading your shows</span>
    {[0, 1, 2, 3].map((row) => (
      <Skeleton key={row} className="h-12" />
    ))}
  </div>
)
