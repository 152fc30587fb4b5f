import type { Playlist } from '@sharemyshows/contract/playlists'
import { Link } from '@tanstack/react-router'
import { MOOD_NAMES } from '@/lib/moods'
import { sayPlaylist } from '../model'
import { PlaylistArt } from './playlist-art'

/** My playlists as tiles. */
export function PlaylistGrid({ playlists }: { playlists: readonly Playlist[] }) {
  return (
    <ul className="grid grid-cols-2 gap-x-4 gap-y-6 sm:grid-cols-3 lg:grid-cols-4 xl:grid-cols-5">
      {playlists.map((playlist) => (
        <li key={playlist.id} className="min-w-0">
          <Link
            to="/playlists/$playlistId"
            params={{ playlistId: playlist.id }}
            className="group block rounded-card"
          >
            <PlaylistArt
              name={playlist.name}
              className="aspect-square w-full rounded-card transition-[filter] duration-feedback group-hover:brightness-110"
            />
            <span className="wrap-anywhere mt-2 line-clamp-2 font-medium text-16">{playlist.name}</span>
            <span className="block text-14 text-soft tabular-nums">
              {[playlist.mood && MOOD_NAMES[playlist.mood], sayPlaylist(playlist)]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
