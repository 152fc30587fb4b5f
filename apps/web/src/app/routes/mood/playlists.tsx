import type { Playlist } from '@sharemyshows/contract/playlists'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { ListMusic, Plus, Smile } from 'lucide-react'
import { useState } from 'react'
import { playlistsQuery } from '@/features/playlists/api'
import { MoodPlaylistDialog } from '@/features/playlists/components/mood-playlist-dialog'
import { NewPlaylistDialog } from '@/features/playlists/components/playlist-dialog'
import { PlaylistGrid } from '@/features/playlists/components/playlist-grid'
import { sayProblem } from '@/lib/problem'
import { Button } from '@/ui/button'
import { EmptyState } from '@/ui/empty-state'
import { ErrorState } from '@/ui/error-state'
import { LoadMore } from '@/ui/load-more'
import { Skeleton } from '@/ui/skeleton'
import { MoodPage } from './mood-page'

/** My playlists, by hand and out of moods. */
export function Playlists() {
  const list = useInfiniteQuery(playlistsQuery)
  const navigate = useNavigate()
  const [making, setMaking] = useState<'hand' | 'mood'>()
  const { data, error, refetch } = list
  const playlists = data?.pages.flatMap(({ items }) => items)
  const none = playlists?.length === 0
  const dialog = {
    onClose: () => setMaking(undefined),
    onMade: ({ id }: Playlist) => navigate({ to: '/playlists/$playlistId', params: { playlistId: id } }),
  }
  const byHand = (
    <Button variant="inverse" onClick={() => setMaking('hand')}>
      <Plus aria-hidden />
      New playlist
    </Button>
  )
  return (
    <MoodPage
      title="Playlists"
      actions={
        !none && (
          <>
            <Button onClick={() => setMaking('mood')}>
              <Smile aria-hidden />
              Out of a mood
            </Button>
            {byHand}
          </>
        )
      }
    >
      {playlists === undefined ? (
        error ? (
          <ErrorState message={sayProblem(error)} onRetry={() => void refetch()} />
        ) : (
          <Loading />
        )
      ) : none ? (
        <EmptyState icon={<ListMusic />} title="No playlists yet" action={byHand}>
          Put tracks of yours in an order, or make a list out of what you played in a mood. Every list can be
          taken along as M3U.
        </EmptyState>
      ) : (
        <>
          <PlaylistGrid playlists={playlists} />
          <LoadMore {...list} error={list.isFetchNextPageError ? error : null} />
        </>
      )}
      {making === 'hand' && <NewPlaylistDialog {...dialog} />}
      {making === 'mood' && <MoodPlaylistDialog {...dialog} />}
    </MoodPage>
  )
}

const TILES = ['first', 'second', 'third', 'fourth', 'fifth']

function Loading() {
  return (
    <div role="status" className="grid grid-cols-2 gap-4 sm:grid-cols-3 lg:grid-cols-4 xl:grid-cols-5">
      <span className="sr-only">Loading your playlists</span>
      {TILES.map((tile) => (
        <Skeleton key={tile} className="aspect-square rounded-card" />
      ))}
    </div>
  )
}
