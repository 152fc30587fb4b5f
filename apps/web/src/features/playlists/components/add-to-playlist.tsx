import type { Playlist } from '@sharemyshows/contract/playlists'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { sayProblem } from '@/lib/problem'
import { Dialog } from '@/ui/dialog'
import { PagedList } from '@/ui/paged-list'
import { toast } from '@/ui/toast'
import { playlistsQuery, useAddToPlaylist } from '../api'
import { sayPlaylist } from '../model'
import { PlaylistArt } from './playlist-art'
import { NewPlaylistDialog } from './playlist-dialog'

type AddToPlaylistProps = { name: string; trackId: string; onClose: () => void }

const ROW =
  'flex min-h-14 w-full items-center gap-3 rounded-control px-2 py-1.5 text-left transition-colors duration-feedback hover:bg-ink/6'

/** Puts a track into one of my playlists, or a new one. */
export function AddToPlaylist({ name, trackId, onClose }: AddToPlaylistProps) {
  const [making, setMaking] = useState(false)
  const list = useInfiniteQuery(playlistsQuery)
  const add = useAddToPlaylist()
  const put = async (playlist: Playlist) => {
    try {
      const { tracks } = await add.mutateAsync({ id: playlist.id, track_ids: [trackId] })
      if (tracks > playlist.tracks) toast.done(`${name} is in ${playlist.name}`)
      else toast.note(`${name} was in ${playlist.name} already`)
      onClose()
    } catch (error) {
      toast.failed(sayProblem(error))
    }
  }
  if (making) {
    const made = (playlist: Playlist) => {
      toast.done(`${name} is in ${playlist.name}`)
      onClose()
    }
    return <NewPlaylistDialog trackIds={[trackId]} onClose={onClose} onMade={made} />
  }
  return (
    <Dialog open onOpenChange={onClose} title="Add to a playlist" description={name}>
      <div className="-mx-2 flex flex-col gap-1">
        <button type="button" className={ROW} onClick={() => setMaking(true)}>
          <span className="flex size-11 items-center justify-center rounded-control bg-ink/8">
            <Plus aria-hidden className="size-5" />
          </span>
          <span className="font-medium text-14">New playlist</span>
        </button>
        <PagedList list={list} loading="Loading your playlists" empty={null}>
          {(playlists) => (
            <ul className="flex flex-col gap-1">
              {playlists.map((playlist) => (
                <li key={playlist.id}>
                  <button
                    type="button"
                    className={ROW}
                    aria-disabled={add.isPending || undefined}
                    onClick={() => add.isPending || void put(playlist)}
                  >
                    <PlaylistArt name={playlist.name} className="size-11" />
                    <span className="min-w-0">
                      <span className="block truncate font-medium text-14">{playlist.name}</span>
                      <span className="block text-12 text-soft tabular-nums">{sayPlaylist(playlist)}</span>
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          )}
        </PagedList>
      </div>
    </Dialog>
  )
}
