import { useQuery } from '@tanstack/react-query'
import { ListMusic } from 'lucide-react'
import { sayProblem } from '@/lib/problem'
import { EmptyState } from '@/ui/empty-state'
import { ErrorState } from '@/ui/error-state'
import { setlistQuery } from '../api'
import { SetlistEditor } from './setlist-editor'
import { SetlistLinks } from './setlist-links'
import { SetlistSkeleton } from './setlist-skeleton'
import { SongCount, SongList } from './song-list'

type SetlistPanelProps = {
  showId: string
  headliner: string
  canEdit: boolean
  /** Others elsewhere may be asked what they wrote down. */
  finds: boolean
}

/** The setlist of a show; whoever attends writes it. */
export function SetlistPanel({ showId, headliner, canEdit, finds }: SetlistPanelProps) {
  const { data, error, refetch } = useQuery(setlistQuery(showId))
  if (!data) {
    return error ? <ErrorState message={sayProblem(error)} onRetry={refetch} /> : <SetlistSkeleton />
  }
  const songs = data.items
  const heading = <h2 className="sr-only">Setlist</h2>
  if (canEdit) {
    return (
      <>
        {heading}
        <SetlistEditor {...{ showId, headliner, songs, finds }} />
        {songs.length > 0 && <SetlistLinks showId={showId} />}
      </>
    )
  }
  return (
    <div className="max-w-2xl">
      {heading}
      <SongCount songs={songs} />
      <SongList {...{ songs, headliner }} />
      {songs.length > 0 && <SetlistLinks showId={showId} />}
      {songs.length === 0 && (
        <EmptyState icon={<ListMusic />} title="Nobody has written it down yet">
          The songs will be here, in the order they were played.
        </EmptyState>
      )}
    </div>
  )
}
