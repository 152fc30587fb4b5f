import { useQuery } from '@tanstack/react-query'
import { ListMusic } from 'lucide-react'
import { sayProblem } from '@/lib/problem'
import { EmptyState } from '@/ui/empty-state'
import { ErrorState } from '@/ui/error-state'
import { Skeleton } from '@/ui/skeleton'
import { setlistQuery, useSetlistChanges } from '../api'
import { AddSongs } from './add-songs'
import { SongList } from './song-list'

type SetlistPanelProps = { showId: string; headliner: string; canEdit: boolean }

/** The setlist of a show; whoever attends writes it. */
export function SetlistPanel({ showId, headliner, canEdit }: SetlistPanelProps) {
  const { data, error, refetch } = useQuery(setlistQuery(showId))
  const changes = useSetlistChanges(showId)
  if (!data) {
    return error ? <ErrorState message={sayProblem(error)} onRetry={refetch} /> : <SetlistSkeleton />
  }
  const songs = data.items
  return (
    <div className="max-w-2xl">
      {songs.length > 0 && <SongList {...{ songs, headliner, canEdit, changes }} />}
      {songs.length === 0 && (
        <EmptyState
          icon={<ListMusic />}
          title={canEdit ? 'What did they play?' : 'Nobody has written it down yet'}
        >
          {canEdit
            ? 'Write one song and press Enter for the next, or paste a whole list.'
            : 'The songs will be here, in the order they were played.'}
        </EmptyState>
      )}
      {canEdit && <AddSongs encore={songs.at(-1)?.encore ?? false} onAdd={changes.add} />}
    </div>
  )
}

function SetlistSkeleton() {
  return (
    <div role="status" className="flex max-w-2xl flex-col gap-3">
      <span className="sr-only">Loading the setlist</span>
      {['w-1/2', 'w-2/3', 'w-2/5', 'w-3/5', 'w-1/2'].map((width, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: these never change
        <Skeleton key={row} className={`h-8 ${width}`} />
      ))}
    </div>
  )
}
