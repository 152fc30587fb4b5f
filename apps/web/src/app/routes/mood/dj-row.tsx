import type { Mood } from '@sharemyshows/contract/moods'
import type { Recommendation } from '@sharemyshows/contract/music'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Play } from 'lucide-react'
import { PlayToggle, playStyles } from '@/features/media/components/play-toggle'
import { thePlayer } from '@/features/media/use-player'
import { play } from '@/features/moods/api'
import { QueueRow } from '@/features/moods/components/queue-row'
import { cn } from '@/lib/cn'
import { keys } from '@/lib/keys'
import { ApiProblem, sayProblem } from '@/lib/problem'
import { Spinner } from '@/ui/spinner'
import { toast } from '@/ui/toast'

type DjRowProps = {
  song: Recommendation
  mood: Mood | null
  /** Plays it in this browser, with those after it. */
  onPlay: () => void
  onNotNow?: (() => void) | undefined
  onPoint: (on: boolean) => void
}

/** A song of the queue: a recording plays here, a song of Spotify's on the device that is active there. */
export function DjRow({ song, mood, onPlay, onNotNow, onPoint }: DjRowProps) {
  const { name, track } = song
  const there = usePlayThere(mood)
  const { audio_id: audioId } = track
  return (
    <QueueRow
      song={song}
      onNotNow={onNotNow}
      onPoint={onPoint}
      trouble={there.error && <Trouble problem={there.error} />}
      play={
        audioId !== null && track.stream_url !== null ? (
          <PlayToggle id={audioId} title={name} onPlay={onPlay} className="size-11" />
        ) : (
          <button
            type="button"
            disabled={song.spotify_track_id === null}
            aria-label={`Play ${name} at Spotify`}
            onClick={() => !there.isPending && there.mutate(song.track_id)}
            className={cn(playStyles, 'size-11 bg-ink/10 text-ink hover:bg-ink/16 disabled:opacity-40')}
          >
            {there.isPending ? <Spinner /> : <Play aria-hidden className="ml-0.5 fill-current" />}
          </button>
        )
      }
    />
  )
}

function usePlayThere(mood: Mood | null) {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: (trackId: string) => play(trackId, mood),
    onSuccess: ({ message }) => {
      thePlayer().pause()
      toast.done(message)
      return queryClient.invalidateQueries({ queryKey: keys.nowPlaying })
    },
  })
}

const CONNECT = new Set(['provider_not_connected', 'provider_reconnect'])

function Trouble({ problem }: { problem: Error }) {
  const connects = problem instanceof ApiProblem && CONNECT.has(problem.code)
  return (
    <>
      {sayProblem(problem)}{' '}
      {connects && (
        <Link to="/settings/connections" className="font-medium text-ink underline underline-offset-2">
          Connections
        </Link>
      )}
    </>
  )
}
