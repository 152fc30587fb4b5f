import type { WholePlaylist } from '@sharemyshows/contract/playlists'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { ListMusic, Play } from 'lucide-react'
import { TrackWords } from '@/features/music/components/track-table'
import { playlistQuery } from '@/features/playlists/api'
import { PlaylistArt } from '@/features/playlists/components/playlist-art'
import { PlaylistMenu } from '@/features/playlists/components/playlist-menu'
import { SortableTracks } from '@/features/playlists/components/sortable-tracks'
import { sayPlaylist } from '@/features/playlists/model'
import { Panel } from '@/features/sound-lab/components/panel'
import { MOOD_NAMES } from '@/lib/moods'
import { Button, buttonStyles } from '@/ui/button'
import { EmptyState } from '@/ui/empty-state'
import { Skeleton } from '@/ui/skeleton'
import { playTracks } from '../../play-tracks'
import { Thing } from '../../shell/thing'
import { MoodPage } from './mood-page'
import { PlayTrack } from './play-track'

const route = getRouteApi('/member/playlists/$playlistId')

/** One of my playlists. */
export function PlaylistPage() {
  const { playlistId } = route.useParams()
  const query = useQuery(playlistQuery(playlistId))
  return (
    <Thing
      query={query}
      waiting={<Loading />}
      missing={{
        title: 'No such playlist',
        message:
          'It may have been deleted, or it is somebody else’s: playlists are seen by their owners alone.',
      }}
    >
      {(playlist) => <View playlist={playlist} />}
    </Thing>
  )
}

function View({ playlist }: { playlist: WholePlaylist }) {
  const { items } = playlist
  return (
    <MoodPage title={playlist.name} head={<Head playlist={playlist} />}>
      {items.length === 0 ? (
        <EmptyState
          icon={<ListMusic />}
          title="Nothing in it yet"
          action={
            <Link to="/music" className={buttonStyles({ variant: 'inverse' })}>
              Choose from your music
            </Link>
          }
        >
          The menu of every track of yours puts it into a playlist.
        </EmptyState>
      ) : (
        <Panel className="p-3 sm:p-4">
          <SortableTracks
            playlist={playlist}
            play={(track) => <PlayTrack track={track} tracks={items} />}
            words={(track) => <TrackWords track={track} brief />}
          />
        </Panel>
      )}
    </MoodPage>
  )
}

function Head({ playlist }: { playlist: WholePlaylist }) {
  const { name, description, mood, items } = playlist
  const navigate = useNavigate()
  const first = items.find(({ stream_url: url }) => url !== null)
  return (
    <header className="mt-6 mb-6 flex flex-wrap items-end gap-x-6 gap-y-4 sm:mt-8 sm:mb-8">
      <PlaylistArt name={name} className="size-28 rounded-card sm:size-44" />
      <div className="min-w-0 flex-1 basis-60">
        <p className="text-14 text-soft">
          {mood ? `Playlist out of a mood: ${MOOD_NAMES[mood]}` : 'Playlist'}
        </p>
        <h1 tabIndex={-1} className="wrap-anywhere text-28 sm:text-40">
          {name}
        </h1>
        {description && (
          <p className="wrap-anywhere mt-1 max-w-2xl whitespace-pre-line text-14 text-soft">{description}</p>
        )}
        <p className="mt-1 text-14 text-soft tabular-nums">
          {sayPlaylist(playlist)}
          <AtSpotify url={playlist.spotify_url} />
        </p>
        <div className="mt-4 flex items-center gap-2">
          {first && (
            <Button variant="primary" onClick={() => playTracks(items, first)}>
              <Play aria-hidden className="fill-current" />
              Play all
            </Button>
          )}
          <PlaylistMenu
            playlist={playlist}
            onGone={() => void navigate({ to: '/playlists', replace: true })}
          />
        </div>
      </div>
    </header>
  )
}

function AtSpotify({ url }: { url: string | null }) {
  if (url === null) return null
  return (
    <>
      {' · '}
      <a
        href={url}
        target="_blank"
        rel="noopener"
        className="underline decoration-edge underline-offset-4 hover:text-ink"
      >
        At Spotify
      </a>
    </>
  )
}

const ROWS = ['first', 'second', 'third', 'fourth', 'fifth']

function Loading() {
  const head = (
    <div className="mt-6 mb-6 flex flex-wrap items-end gap-x-6 gap-y-4 sm:mt-8 sm:mb-8">
      <Skeleton className="size-28 rounded-card sm:size-44" />
      <Skeleton className="h-28 min-w-0 flex-1 basis-60" />
    </div>
  )
  return (
    <MoodPage title="Playlist" head={head}>
      <div role="status" className="lab-panel flex flex-col gap-2 p-3 sm:p-4">
        <span className="sr-only">Opening the playlist</span>
        {ROWS.map((row) => (
          <Skeleton key={row} className="h-14" />
        ))}
      </div>
    </MoodPage>
  )
}
