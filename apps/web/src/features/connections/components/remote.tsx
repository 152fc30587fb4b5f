import type { NowPlaying } from '@sharemyshows/contract/player'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Music, Pause, Play, SkipForward } from 'lucide-react'
import { useEffect } from 'react'
import { keys } from '@/lib/keys'
import { ApiProblem, sayProblem } from '@/lib/problem'
import { Button } from '@/ui/button'
import { IconButton } from '@/ui/icon-button'
import { Skeleton } from '@/ui/skeleton'
import { toast } from '@/ui/toast'
import { type Command, devicesQuery, nowPlayingQuery, useRemote } from '../api'
import { RemoteDevices } from './remote-devices'
import { RemoteVolume } from './remote-volume'

/** What plays at Spotify, and the way to pause it, go on, set how loud it is and where. */
export function Remote() {
  const playing = useQuery(nowPlayingQuery)
  const devices = useQuery(devicesQuery)
  const remote = useRemote()
  useEnding(playing.error)
  const send = (command: Command) =>
    remote.mutate(command, { onError: (error) => toast.failed(sayProblem(error)) })
  return (
    <section aria-labelledby="remote" className="border-line border-t pt-6">
      <h3 id="remote" className="font-medium text-16">
        Playing there
      </h3>
      {playing.data === undefined ? (
        <Unread error={playing.error} onRetry={() => void playing.refetch()} />
      ) : (
        <>
          <Song now={playing.data} send={send} />
          <RemoteDevices devices={devices} onChoose={(device_id) => send({ do: 'resume', device_id })} />
        </>
      )}
    </section>
  )
}

/** The connection has ended meanwhile: the page is to say so. */
function useEnding(error: unknown) {
  const queryClient = useQueryClient()
  const ended = error instanceof ApiProblem && error.code === 'provider_reconnect'
  useEffect(() => {
    if (ended) void queryClient.invalidateQueries({ queryKey: keys.connectionList })
  }, [ended, queryClient])
}

function Unread({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  if (!error) return <Skeleton className="mt-3 h-16" />
  return (
    <div role="alert" className="mt-1 flex flex-wrap items-center gap-2 text-14 text-soft">
      <p>{sayProblem(error)}</p>
      <Button size="small" onClick={onRetry}>
        Try again
      </Button>
    </div>
  )
}

function Song({ now, send }: { now: NowPlaying | null; send: (command: Command) => void }) {
  if (now === null) {
    return <p className="mt-1 text-14 text-soft">Nothing plays there.</p>
  }
  const { playing, name, artist, artwork_url: picture, link, device } = now
  return (
    <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
      <span className="flex size-16 shrink-0 items-center justify-center overflow-hidden rounded-small bg-ink/8 text-soft">
        {picture ? <img src={picture} alt="" className="size-full object-cover" /> : <Music aria-hidden />}
      </span>
      <div className="min-w-0 flex-1 basis-40">
        <p className="truncate font-medium text-14">{name ?? 'Something that has no name here'}</p>
        <p className="truncate text-14 text-soft">
          {artist}
          {link && (
            <>
              {artist && ' · '}
              <a
                href={link}
                target="_blank"
                rel="noopener"
                className="underline decoration-edge underline-offset-4 hover:text-ink"
              >
                Spotify
              </a>
            </>
          )}
        </p>
      </div>
      <div className="flex items-center gap-1">
        <IconButton
          label={playing ? 'Pause at Spotify' : 'Go on at Spotify'}
          icon={playing ? <Pause className="fill-current" /> : <Play className="ml-0.5 fill-current" />}
          onClick={() => send(playing ? { do: 'pause' } : { do: 'resume' })}
          className="rounded-full bg-ink/10 text-ink hover:bg-ink/16"
        />
        <IconButton
          label="Next song at Spotify"
          icon={<SkipForward className="fill-current" />}
          onClick={() => send({ do: 'next' })}
        />
      </div>
      {device && device.volume !== null && (
        <RemoteVolume volume={device.volume} onChange={(volume) => send({ do: 'volume', volume })} />
      )}
    </div>
  )
}
