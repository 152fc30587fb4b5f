import type { Track } from '@sharemyshows/contract/music'
import { Play } from 'lucide-react'
import { PlayToggle, playStyles } from '@/features/media/components/play-toggle'
import { usePlayAtSpotify } from '@/features/music/api'
import { cn } from '@/lib/cn'
import { Spinner } from '@/ui/spinner'
import { playTracks } from '../../play-tracks'

type PlayTrackProps = { track: Track; tracks: readonly Track[] }

/** Plays a track: a recording here with those after it, a song of Spotify's on the device that is active there. */
export function PlayTrack({ track, tracks }: PlayTrackProps) {
  const there = usePlayAtSpotify()
  if (track.audio_id !== null && track.stream_url !== null) {
    return (
      <PlayToggle
        id={track.audio_id}
        title={track.name}
        onPlay={() => playTracks(tracks, track)}
        className="size-11"
      />
    )
  }
  if (track.source !== 'spotify') {
    return (
      <span className={cn(playStyles, 'size-11 bg-ink/6 text-soft')}>
        {track.features.state === 'awaited' ? (
          <Spinner />
        ) : (
          <Play aria-hidden className="ml-0.5 fill-current opacity-40" />
        )}
      </span>
    )
  }
  return (
    <button
      type="button"
      aria-label={`Play ${track.name} at Spotify`}
      onClick={() => there.mutate(track.id)}
      className={cn(playStyles, 'size-11 bg-ink/10 text-ink hover:bg-ink/16')}
    >
      {there.isPending ? <Spinner /> : <Play className="ml-0.5 fill-current" />}
    </button>
  )
}
