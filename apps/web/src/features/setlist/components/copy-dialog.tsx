import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { sayShortDate } from '@/lib/dates'
import { sayVenue } from '@/lib/places'
import { sayProblem } from '@/lib/problem'
import { Badge } from '@/ui/badge'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { ErrorState } from '@/ui/error-state'
import { type SetlistSource, sourcesQuery } from '../api'
import { useCopy } from '../bulk'
import { sayFailure } from '../changes'
import type { SetlistDialogProps } from '../dialogs'
import { useUndo } from '../use-undo'
import { type Mode, ModeChoice } from './mode-choice'
import { SetlistSkeleton } from './setlist-skeleton'

/** Offers the setlists of other nights of the headliner; a tap copies one. */
export function CopyDialog({ showId, headliner, songs, changes, close }: SetlistDialogProps) {
  const { data, error, refetch } = useQuery(sourcesQuery(showId))
  const [mode, setMode] = useState<Mode>('replace')
  const copy = useCopy(showId)
  const offerUndo = useUndo(showId, headliner, changes)
  const take = async (source: SetlistSource) => {
    await copy.mutateAsync({ from_show_id: source.show_id, ...(songs.length > 0 && { mode }) })
    close()
    offerUndo(`Copied from ${sayShortDate(source.show_date)}`, songs)
  }
  return (
    <Dialog
      open
      onOpenChange={close}
      title="Copy a night"
      description={`Other setlists of ${headliner}, the nearest nights first. What was different you can change afterwards.`}
    >
      {songs.length > 0 && data && data.length > 0 && (
        <div className="mb-4">
          <ModeChoice value={mode} onChange={setMode} />
        </div>
      )}
      {copy.error && (
        <p role="alert" className="mb-3 text-14 text-danger">
          {sayFailure(copy.error)}
        </p>
      )}
      {!data && (error ? <ErrorState message={sayProblem(error)} onRetry={refetch} /> : <SetlistSkeleton />)}
      {data?.length === 0 && (
        <p className="text-14 text-soft">
          No other night of {headliner} has a setlist here yet. When somebody writes one down, you can copy
          it.
        </p>
      )}
      <ul className="flex flex-col divide-y divide-line">
        {data?.map((source) => (
          <li key={source.show_id} className="flex items-center gap-3 py-3">
            <SourceWords source={source} />
            <Button
              size="small"
              pending={copy.isPending && copy.variables.from_show_id === source.show_id}
              aria-label={`Copy the ${source.songs} songs of ${sayShortDate(source.show_date)}`}
              onClick={() => void take(source).catch(() => undefined)}
            >
              Copy
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

function SourceWords({ source }: { source: SetlistSource }) {
  const songs = source.songs === 1 ? '1 song' : `${source.songs} songs`
  return (
    <div className="min-w-0 flex-1">
      <p className="flex flex-wrap items-center gap-2 font-medium text-14">
        {sayShortDate(source.show_date)}
        {source.same_day && <Badge>Same day</Badge>}
      </p>
      <p className="wrap-anywhere text-14 text-soft">
        {sayVenue({ name: source.venue_name, city: source.venue_city })} · {songs}
      </p>
      <p className="wrap-anywhere text-12 text-soft">{source.first_songs.join(', ')}…</p>
    </div>
  )
}
