import type { Playlist } from '@sharemyshows/contract/playlists'
import { useNavigate } from '@tanstack/react-router'
import { ApiProblem, sayProblem } from '@/lib/problem'
import { toast } from '@/ui/toast'
import { useSendPlaylist } from './api'

/** Sends a playlist to Spotify, and says how it went; where the account there is not connected, the way to do that. */
export function useSending({ id, name }: Pick<Playlist, 'id' | 'name'>): () => void {
  const send = useSendPlaylist(id)
  const navigate = useNavigate()
  const connect = { label: 'Connections', onClick: () => void navigate({ to: '/settings/connections' }) }
  return () =>
    send.mutate(undefined, {
      onSuccess: ({ sent, left_out }) => toast.done(saySent(name, sent, left_out)),
      onError: (error) => {
        const unconnected =
          error instanceof ApiProblem &&
          (error.code === 'provider_not_connected' || error.code === 'provider_reconnect')
        toast.failed(sayProblem(error), unconnected ? connect : undefined)
      },
    })
}

function saySent(name: string, sent: number, leftOut: number): string {
  const songs = sent === 1 ? '1 song' : `${sent} songs`
  const rest = leftOut === 0 ? '' : ` · ${leftOut} not known there`
  return `${name} is at Spotify: ${songs}${rest}`
}
