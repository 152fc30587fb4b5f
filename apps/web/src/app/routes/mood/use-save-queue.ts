import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { DjState } from '@/features/moods/dj'
import { comingIn, playingIn } from '@/features/moods/queue'
import { nameQueue } from '@/features/moods/words'
import { useMakePlaylist } from '@/features/playlists/api'
import { idempotencyKeys } from '@/lib/idempotency'
import { sayProblem } from '@/lib/problem'
import { toast } from '@/ui/toast'

/** Keeps what plays and what comes as a playlist. */
export function useSaveQueue() {
  const [keyOf] = useState(idempotencyKeys)
  const navigate = useNavigate()
  const { mutate, isPending } = useMakePlaylist()
  const save = ({ queue, mood }: DjState) => {
    const playing = playingIn(queue)
    const songs = playing ? [playing, ...comingIn(queue)] : comingIn(queue)
    const draft = { name: nameQueue(mood, new Date()), track_ids: songs.map(({ track_id }) => track_id) }
    mutate(
      { draft, key: keyOf(draft) },
      {
        onSuccess: ({ id, name }) =>
          toast.done(`Saved as “${name}”`, {
            label: 'Open',
            onClick: () => void navigate({ to: '/playlists/$playlistId', params: { playlistId: id } }),
          }),
        onError: (error) => toast.failed(sayProblem(error)),
      },
    )
  }
  return { save, saving: isPending }
}
